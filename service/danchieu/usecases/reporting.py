"""What became of each file of a batch, with what was read and how surely."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from danchieu.errors import NotFoundError
from danchieu.store import FileOutcome, Ledger
from danchieu.usecases.store import Store

_FACTS = ("code", "type", "issuer", "issued_on", "title")
COLUMNS = (
    ("Tệp", "File"),
    ("Trạng thái", "State"),
    ("Lý do", "Reason"),
    ("Chi tiết", "Detail"),
    ("Số ký hiệu", "Code"),
    ("Loại", "Type"),
    ("Cơ quan ban hành", "Issuer"),
    ("Ngày", "Date"),
    ("Trích yếu", "Title"),
    ("Độ chắc thấp nhất", "Lowest confidence"),
    ("Căn cứ, viện dẫn", "Citations"),
    ("Số trang", "Pages"),
    ("Giây", "Seconds"),
    ("Mã trong kho", "Id"),
)
"""The columns of a report in both languages."""


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One line of the report; unknown facts are empty cells."""

    cells: tuple[str | int | float, ...]


def report_rows(store: Store, ledger: Ledger, batch_id: str) -> Iterator[ReportRow]:
    """Give one row for each file of the batch, in the order of ``COLUMNS``."""
    for outcome in ledger.outcomes(batch_id):
        yield _row(outcome, _result(store, outcome))


def _result(store: Store, outcome: FileOutcome) -> Mapping[str, Any]:
    if outcome.document_id is None:
        return {}
    try:
        result: dict[str, Any] = json.loads(store.result(outcome.document_id))
    except NotFoundError:  # removed from the archive since
        return {}
    return result


def _row(outcome: FileOutcome, result: Mapping[str, Any]) -> ReportRow:
    header = result.get("header") or {}
    facts = [header.get(name) for name in _FACTS]
    sure = [fact["confidence"] for fact in facts if fact]
    return ReportRow(
        (
            outcome.path,
            outcome.state,
            outcome.code or "",
            outcome.message or "",
            *(_value(fact) for fact in facts),
            min(sure) if sure else "",
            len(result.get("citations", ())),
            outcome.pages,
            outcome.seconds,
            outcome.document_id or "",
        )
    )


def _value(fact: Mapping[str, Any] | None) -> str:
    value = fact["value"] if fact else ""
    return str(value["name"] if isinstance(value, dict) else value)
