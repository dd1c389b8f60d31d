"""Reading documents anew after a change of rules: first what would change, then it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from danchieu.contract import DocumentResult
from danchieu.errors import DanchieuError
from danchieu.jobs import Reader, Reading, read_now
from danchieu.store import Job, Ledger, ReadOnce
from danchieu.usecases.adding import add_documents
from danchieu.usecases.store import Store

_FACTS = ("code", "type", "issuer", "issued_on", "title", "place")
_LISTS = ("citations", "targets", "assignments", "recipients", "signatures")


@dataclass(frozen=True, slots=True)
class Change:
    """What one document gains and loses under the rules of now.

    ``reading`` is None when it cannot be read any more; ``error`` says why.
    """

    job: Job
    file_name: str
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    reading: Reading | None = None
    error: str | None = None

    @property
    def is_none(self) -> bool:
        """Whether the document says the same as before."""
        return not self.gained and not self.lost and self.error is None


def changes(
    store: Store, ledger: Ledger, reader: Reader, rules: str
) -> Iterator[Change]:
    """Read what other rules read, keep nothing, and give what would change."""
    for job in ledger.done_with_other_rules(rules):
        yield _change(store, reader, job)


def accept(store: Store, ledger: Ledger, change: Change) -> None:
    """Keep the new reading instead of the old one."""
    if change.reading is None:
        return
    result = change.reading.result
    add_documents(store, [(change.reading.document, result)])
    job = change.job
    read = ReadOnce(
        document_id=job.document_id or job.sha256[:32],
        rules=result.versions.rules,
        pages=job.pages,
        seconds=job.seconds,
    )
    ledger.finish_again(job.id, read)


def _change(store: Store, reader: Reader, job: Job) -> Change:
    document_id = job.document_id or job.sha256[:32]
    try:
        file = store.file(document_id)
        before = said(json.loads(store.result(document_id)))
        reading = read_now(reader, file.name, file.content)
    except DanchieuError as error:
        return Change(job, job.name, (), (), error=f"{error.code}: {error}")
    after = said(_row(reading.result)) if reading is not None else before
    return Change(
        job,
        file.name,
        gained=tuple(sorted(after - before)),
        lost=tuple(sorted(before - after)),
        reading=reading,
    )


def _row(result: DocumentResult) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(result.model_dump_json())
    return row


def said(result: Mapping[str, Any]) -> frozenset[str]:
    """Return what a result says, each as one line that can be compared."""
    header = result.get("header") or {}
    facts = {f"{name}: {_value(header[name])}" for name in _FACTS if header.get(name)}
    facts |= {
        f"{name}: {_entry(entry)}" for name in _LISTS for entry in result.get(name, ())
    }
    return frozenset(facts)


def _value(fact: Mapping[str, Any]) -> str:
    value = fact["value"]
    return str(value["name"] if isinstance(value, dict) else value)


def _entry(entry: Mapping[str, Any]) -> str:
    """Return the words of a list's entry, without places, figures of trust, rules."""
    skipped = ("evidence", "confidence", "method", "mentions", "warnings")
    kept = {
        name: value
        for name, value in entry.items()
        if value not in (None, [], "") and not name.endswith(skipped)
    }
    return json.dumps(_plain(kept), ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> object:
    if isinstance(value, dict):
        skipped = ("evidence", "confidence", "method")
        return {k: _plain(v) for k, v in value.items() if k not in skipped}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value
