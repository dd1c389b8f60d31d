"""People deciding on doubtful values: the queue, decisions, undoing them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from danchieu.contract import DocumentResult, Evidence
from danchieu.contract.shaped_facts import agency_row
from danchieu.errors import NotFoundError
from danchieu.phrases.agencies import read_agency
from danchieu.phrases.agency_context import AgencyContext
from danchieu.rules.knowledge import Knowledge
from danchieu.store import Correction, QueuedDoubt
from danchieu.usecases.added_entries import (
    ADDABLE,
    added_key,
    is_added,
    last_said,
)
from danchieu.usecases.carding import put_on_shelf
from danchieu.usecases.correcting import apply_corrections
from danchieu.usecases.decided_values import standing
from danchieu.usecases.dragged_words import citation_in_words
from danchieu.usecases.read_facts import ReadFact, facts_of
from danchieu.usecases.showing import show_result
from danchieu.usecases.store import Store
from danchieu.usecases.typed_values import typed_values

Action = Literal["correct", "accept", "reject", "unreadable", "add"]
_LONGEST_NAME = 80
_BODIES = ("header.issuer", "header.parent_issuer")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of the value ``key``; to add an entry, of the list ``key``.

    ``typed`` are the values of a form by part, ``evidence`` where they stand.
    """

    key: str
    action: Action
    who: str
    typed: Mapping[str, str]
    evidence: tuple[Evidence, ...] = ()


def doubtful_facts(
    store: Store, *, field: str | None = None, limit: int = 50, offset: int = 0
) -> Sequence[QueuedDoubt]:
    """Return the values that nobody decided on, the least sure first."""
    return store.shelf.doubts(field=field, limit=limit, offset=offset)


def count_doubtful(store: Store) -> Sequence[tuple[str, int]]:
    """Count them by field."""
    return store.shelf.count_doubts()


def decide(
    store: Store,
    document_id: str,
    decision: Decision,
    *,
    when: str,
    knowledge: Knowledge | None = None,
) -> int:
    """Keep a decision and let search follow it; return its number.

    With ``knowledge`` the name of a body means the body that we know by it. The
    graph follows when the document is read again.

    Raises:
        NotFoundError: the document is not held, or has no such list to add to.
        WrongValueError: a typed value cannot be used.
    """
    result = show_result(store, document_id)
    key = decision.key
    new: dict[str, Any] | None = None
    if decision.action in ("correct", "add"):
        field = key.partition(":")[0]
        typed = decision.typed
        if field == "citations" and knowledge is not None:
            typed = citation_in_words(typed, knowledge)
        new = dict(typed_values(field, typed))
        new |= _known_body(field, new, result, knowledge)
    if decision.action == "add":
        key = _new_key(key, new or {}, when)
    number = store.shelf.decide(
        Correction(
            document_id=document_id,
            key=key,
            action=decision.action,
            old=_before(store, document_id, result, key),
            new=_json(new),
            evidence=_json([e.model_dump() for e in decision.evidence] or None),
            who=decision.who.strip()[:_LONGEST_NAME] or "?",
            made_at=when,
        )
    )
    _follow(store, document_id, result)
    return number


def undo(store: Store, number: int, *, who: str, when: str) -> str | None:
    """Undo a decision; return its document, None where there is nothing to undo."""
    document_id = store.shelf.undo(number, who=who, when=when)
    if document_id is not None:
        _follow(store, document_id, show_result(store, document_id))
    return document_id


def decisions_on(store: Store, document_id: str) -> Sequence[Correction]:
    """Return all decisions on a document, undone ones too, as they were made."""
    return store.shelf.corrections(document_id)


def latest_decisions(
    store: Store, *, limit: int = 50, before: int | None = None
) -> Sequence[Correction]:
    """Return the latest decisions on all documents, the newest first."""
    return store.shelf.latest_corrections(limit=limit, before=before)


def unmatched(result: DocumentResult, decisions: Sequence[Correction]) -> set[int]:
    """Return the numbers of standing decisions whose value was not read again."""
    keys = {fact.key for fact in facts_of(result)}
    return {
        decision.id
        for decision in standing(decisions).values()
        if ":" in decision.key
        and decision.key not in keys
        and not is_added(decision.key)
    }


def _new_key(field: str, new: Mapping[str, Any], when: str) -> str:
    if field not in ADDABLE:
        raise NotFoundError(f"nothing can be added to {field!r}; see the lists")
    return added_key(field, new, when)


def _before(
    store: Store, document_id: str, result: DocumentResult, key: str
) -> str | None:
    """Return what was there before a decision, as JSON."""
    if is_added(key):
        return last_said(store.shelf.corrections(document_id), key)
    fact = next((f for f in facts_of(result) if f.key == key), None)
    return _json(_old(result, fact))


def _known_body(
    field: str,
    new: Mapping[str, Any],
    result: DocumentResult,
    knowledge: Knowledge | None,
) -> dict[str, Any]:
    name = new.get("agency") or new.get("issuer")
    name = name or (new.get("value") if field in _BODIES else None)
    if knowledge is None or not name:
        return {}
    issuer, day = result.header.issuer, result.header.issued_on
    province = issuer.value.province if issuer else None
    year = day.value[:4] if day else ""
    context = AgencyContext(province, int(year) if year.isdigit() else None)
    body = agency_row(read_agency(name, knowledge, context))
    return {"body": body} if body else {}


def _old(result: DocumentResult, fact: ReadFact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    if fact.field.startswith("header."):
        return {"value": fact.value}
    item = getattr(result, fact.field)[fact.index]
    row: dict[str, Any] = item.model_dump(exclude={"evidence", "mentions"})
    return {"value": fact.value, **row}


def _json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _follow(store: Store, document_id: str, result: DocumentResult) -> None:
    decisions = store.shelf.corrections(document_id)
    put_on_shelf(store, document_id, apply_corrections(result, decisions))
