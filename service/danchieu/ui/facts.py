"""A result as rows to show, each with a number that ties it to its boxes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from danchieu.contract import Agency, AgencyFact, DocumentResult, Evidence, Fact
from danchieu.ui.wording import HEADER_LABELS, RELATIONS, ROLES
from danchieu.wording import amount_in_words, date_in_words

DOUBTFUL = 0.7
"""Below this confidence a value is marked "nên kiểm tra"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value to show; ``mark`` numbers it among all rows of the document.

    ``cells`` are its further columns, ``note`` a remark in small letters, ``code``
    what a click may trace.
    """

    mark: int
    label: str
    value: str
    evidence: tuple[Evidence, ...]
    cells: tuple[str, ...] = ()
    note: str = ""
    code: str | None = None
    doubtful: bool = False

    @property
    def page(self) -> int | None:
        """The first page that shows it; None when nothing shows it."""
        return self.evidence[0].page if self.evidence else None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; ``columns`` name the cells, empty for a plain list."""

    key: str
    heading: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()


def groups_of(result: DocumentResult) -> tuple[Group, ...]:
    """Return everything worth showing, in the order a reader asks for it."""
    marks = count(1)
    groups = (
        Group("warnings", "Cần lưu ý", tuple(_warnings(result, marks))),
        Group("header", "Thông tin chung", tuple(_header(result, marks))),
        Group("citations", "Văn bản được dẫn", tuple(_citations(result, marks))),
        Group(
            "assignments",
            "Nhiệm vụ được giao",
            tuple(_assignments(result, marks)),
            ("Cơ quan", "Nhiệm vụ", "Vai trò", "Thời hạn"),
        ),
        _figures("targets", "Chỉ tiêu", result, marks),
        _figures("results", "Kết quả đã đạt", result, marks),
        Group("described", "Văn bản được nói tới", tuple(_described(result, marks))),
        Group("events", "Sự kiện", tuple(_events(result, marks))),
        Group("recipients", "Nơi nhận", tuple(_recipients(result, marks))),
    )
    return tuple(group for group in groups if group.rows)


def _warnings(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for warning in result.warnings:
        yield Row(next(marks), "", warning.message, warning.evidence)
    for citation in result.citations:
        for warning in citation.warnings:
            place = warning.evidence or citation.mentions[:1]
            yield Row(next(marks), "", warning.message, place)


def _header(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for name, label in HEADER_LABELS.items():
        fact: Fact | AgencyFact | None = getattr(result.header, name)
        if fact is not None:
            yield _fact_row(next(marks), name, label, fact)
    for signature in result.signatures:
        stack = " / ".join([*signature.authority, signature.title or ""]).strip(" /")
        yield Row(
            next(marks),
            "Người ký",
            signature.name or "(không đọc được tên)",
            signature.evidence,
            note=stack,
            doubtful=signature.confidence < DOUBTFUL,
        )


def _fact_row(mark: int, name: str, label: str, fact: Fact | AgencyFact) -> Row:
    value = fact.value.name if isinstance(fact, AgencyFact) else fact.value
    return Row(
        mark,
        label,
        date_in_words(value) if name == "issued_on" else value,
        fact.evidence,
        note="suy ra, không in trên văn bản"
        if fact.method.startswith("inferred")
        else "",
        code=value if name == "code" else None,
        doubtful=fact.confidence < DOUBTFUL,
    )


def _citations(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    order = list(RELATIONS)
    for cited in sorted(result.citations, key=lambda c: order.index(c.relation)):
        code = cited.code or cited.resolved_code
        numbered = " ".join(p for p in (cited.type, cited.code) if p)
        named = numbered if cited.code else cited.name or numbered
        yield Row(
            next(marks),
            RELATIONS[cited.relation],
            named,
            (*cited.relation_evidence[:1], *cited.mentions),
            note=_citation_note(
                date_in_words(cited.date),
                cited.issuer,
                cited.name if cited.code else None,
                cited.resolved_code if not cited.code else None,
            ),
            code=code,
            doubtful=cited.confidence < DOUBTFUL,
        )


def _citation_note(
    date: str, issuer: Agency | None, name: str | None, stands_for: str | None
) -> str:
    parts = (
        f"ngày {date}" if date.count("/") == 2 else date,  # noqa: PLR2004
        issuer.name if issuer else "",
        name or "",
        f"tức {stands_for}" if stands_for else "",
    )
    return " · ".join(p for p in parts if p)


def _assignments(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for duty in result.assignments:
        yield Row(
            next(marks),
            "",
            duty.agency.name,
            duty.evidence,
            cells=(duty.task, ROLES[duty.role], date_in_words(duty.deadline)),
            doubtful=duty.confidence < DOUBTFUL,
        )


def _figures(
    key: str, heading: str, result: DocumentResult, marks: Iterator[int]
) -> Group:
    rows = tuple(
        Row(
            next(marks),
            "",
            figure.text,
            figure.evidence,
            cells=(
                _amount(figure.comparator, figure.min, figure.max, figure.unit)
                + (f"/{figure.per}" if figure.per else ""),
                date_in_words(figure.by),
            ),
            doubtful=figure.confidence < DOUBTFUL,
        )
        for figure in (result.targets if key == "targets" else result.results)
    )
    return Group(key, heading, rows, ("Nội dung", "Mức", "Mốc thời gian"))


def _amount(
    comparator: str, low: float | None, high: float | None, unit: str | None
) -> str:
    return amount_in_words(comparator, low, high, unit)


def _described(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for told in result.described_documents:
        named = " ".join(p for p in (told.type, told.code) if p)
        issuer = told.issuer.name if told.issuer else ""
        parts = (date_in_words(told.date), issuer, told.title or "")
        yield Row(
            next(marks),
            "",
            named or told.title or "",
            told.evidence,
            note=" · ".join(p for p in parts if p),
            code=told.code,
        )


def _events(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for event in result.events:
        yield Row(next(marks), date_in_words(event.date), event.text, event.evidence)


def _recipients(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for line in result.recipients:
        yield Row(next(marks), "", line.text, line.evidence)


def rows_of(groups: Sequence[Group]) -> tuple[Row, ...]:
    """Return the rows of all groups."""
    return tuple(row for group in groups for row in group.rows)
