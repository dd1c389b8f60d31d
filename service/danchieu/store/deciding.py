"""Keeping people's decisions on links, and finding the namings that they are about."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    insert,
    or_,
    select,
    update,
)

from danchieu.store.chunking import chunks
from danchieu.store.link_records import Anchor, LinkDecision
from danchieu.store.overruling import Ruling
from danchieu.store.records import Naming
from danchieu.store.tables import LINK_DECISIONS, NAMED, NAMINGS
from danchieu.store.values import Row

_D = LINK_DECISIONS.c
_STANDS = _D.undone_at.is_(None)


def add_decision(connection: Connection, decision: LinkDecision) -> int:
    """Keep the decision; return its number."""
    one, other = decision.one, decision.other
    row = {
        "kind": decision.kind,
        "one_document": one.document_id,
        "one_code": one.code,
        "one_fingerprint": one.fingerprint,
        "other_document": other.document_id if other else None,
        "other_code": other.code if other else None,
        "other_fingerprint": other.fingerprint if other else None,
        "who": decision.who,
        "why": decision.why,
        "made_at": decision.made_at,
    }
    added = insert(LINK_DECISIONS).returning(_D.id)
    return int(connection.execute(added, row).scalar_one())


def undo_decision(
    connection: Connection, number: int, *, who: str, when: str
) -> LinkDecision | None:
    """Mark the decision as undone; return it, None when there is none that stands."""
    undone = (
        update(LINK_DECISIONS)
        .where(_D.id == number, _STANDS)
        .values(undone_by=who, undone_at=when)
        .returning(LINK_DECISIONS)
    )
    row = connection.execute(undone).first()
    return _decision(row) if row else None


def read_decisions(connection: Connection, limit: int) -> tuple[LinkDecision, ...]:
    """Return the latest decisions, the newest first, undone ones too."""
    query = select(LINK_DECISIONS).order_by(_D.id.desc()).limit(limit)
    return tuple(_decision(row) for row in connection.execute(query))


def read_standing_in(
    connection: Connection, document_id: str
) -> tuple[LinkDecision, ...]:
    """Return the standing decisions that begin in a document, as they were made."""
    query = select(LINK_DECISIONS).where(_D.one_document == document_id, _STANDS)
    return tuple(_decision(row) for row in connection.execute(query.order_by(_D.id)))


def codes_decided_in(connection: Connection, document_ids: Iterable[str]) -> set[str]:
    """Return the codes of the decisions that point into one of the documents."""
    found: set[str] = set()
    for chunk in chunks(document_ids):
        found |= _codes(connection, _D.one_document, _D.other_document, chunk)
    return found


def bound_codes(connection: Connection, codes: Iterable[str]) -> set[str]:
    """Return those of the codes that decisions are about, and all that those bind."""
    found: set[str] = set()
    new = set(codes)
    while new:
        bound: set[str] = set()
        for chunk in chunks(sorted(new)):
            bound |= _codes(connection, _D.one_code, _D.other_code, chunk)
        new = bound - found
        found |= bound
    return found


def read_rulings(
    connection: Connection, codes: Iterable[str], by_print: Mapping[str, Naming]
) -> tuple[Ruling, ...]:
    """Return the standing decisions on these namings, in the order they were made.

    ``by_print`` holds all namings of the codes by their fingerprints.
    """
    decisions: dict[int, LinkDecision] = {}
    for chunk in chunks(sorted(codes)):
        touched = or_(_D.one_code.in_(chunk), _D.other_code.in_(chunk))
        query = select(LINK_DECISIONS).where(touched, _STANDS)
        decisions |= {row.id: _decision(row) for row in connection.execute(query)}
    rulings = []
    for number in sorted(decisions):
        decision = decisions[number]
        one = _naming_at(connection, decision.one, by_print)
        if one is None:
            continue
        if decision.other is None:
            rulings.append(Ruling(decision.kind, one, None))
            continue
        other = _naming_at(connection, decision.other, by_print)
        if other is not None and other != one:
            rulings.append(Ruling(decision.kind, one, other))
    return tuple(rulings)


def anchors_in(
    connection: Connection, document_id: str, code: str
) -> tuple[Anchor, ...]:
    """Return the anchors of this folded code in a document; mostly one."""
    query = _used(NAMED.c.document_id == document_id, NAMINGS.c.code == code)
    return _anchors(connection, query)


def anchor_of_document(connection: Connection, document_id: str) -> Anchor | None:
    """Return the anchor of a held document itself."""
    query = _used(NAMED.c.document_id == document_id, NAMED.c.ordinal == 0)
    return next(iter(_anchors(connection, query)), None)


def anchor_of_node(connection: Connection, node_id: str) -> Anchor | None:
    """Return an anchor of the node: its own file's, else that of who cites it."""
    query = _used(NAMINGS.c.node_id == node_id).limit(1)
    return next(iter(_anchors(connection, query)), None)


def node_at(connection: Connection, anchor: Anchor) -> str | None:
    """Return the node that is meant at the anchor now; None where it stays open."""
    meant = NAMINGS.c.fingerprint == _print_at(connection, anchor)
    return connection.scalar(select(NAMINGS.c.node_id).where(meant))


def _used(*conditions: ColumnElement[bool]) -> Select[Any]:
    return (
        select(NAMED.c.document_id, NAMINGS)
        .select_from(NAMED.join(NAMINGS, NAMED.c.naming_id == NAMINGS.c.id))
        .where(*conditions)
        .order_by(NAMINGS.c.own.desc(), NAMINGS.c.fingerprint, NAMED.c.document_id)
    )


def _anchors(connection: Connection, query: Select[Any]) -> tuple[Anchor, ...]:
    rows = connection.execute(query)
    return tuple(
        dict.fromkeys(Anchor(r.document_id, r.code, r.fingerprint) for r in rows)
    )


def _naming_at(
    connection: Connection, anchor: Anchor, by_print: Mapping[str, Naming]
) -> Naming | None:
    print_ = _print_at(connection, anchor)
    return by_print.get(print_) if print_ is not None else None


def _print_at(connection: Connection, anchor: Anchor) -> str | None:
    """Return the print of what the document says there now, else said then.

    What it said then others may still say. None where it says several things now.
    """
    query = _used(
        NAMED.c.document_id == anchor.document_id, NAMINGS.c.code == anchor.code
    )
    now = {row.fingerprint for row in connection.execute(query)}
    if anchor.fingerprint in now or not now:
        return anchor.fingerprint
    return now.pop() if len(now) == 1 else None


def _codes(
    connection: Connection,
    one: ColumnElement[Any],
    other: ColumnElement[Any],
    values: Sequence[object],
) -> set[str]:
    """Return both codes of the standing decisions with a value on either side."""
    found: set[str] = set()
    for column in (one, other):
        query = select(_D.one_code, _D.other_code).where(
            and_(column.in_(values), _STANDS)
        )
        found.update(c for row in connection.execute(query) for c in row if c)
    return found


def _decision(row: Row) -> LinkDecision:
    one = Anchor(row.one_document, row.one_code, row.one_fingerprint)
    other = (
        Anchor(row.other_document, row.other_code, row.other_fingerprint)
        if row.other_document is not None
        else None
    )
    return LinkDecision(
        row.kind,
        one,
        other,
        row.who,
        row.why,
        row.made_at,
        row.id,
        row.undone_by,
        row.undone_at,
    )
