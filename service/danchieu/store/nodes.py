"""Asking the archive for nodes: what is known of each document of the graph."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from danchieu.store.chunking import chunks
from danchieu.store.records import CitedName, Entitle, Named, StoredNode, Untitled
from danchieu.store.tables import DESCRIPTION, NAMED, NAMINGS
from danchieu.store.values import Row, agency_of

_NAMES_OF_ONE_NAMING = 50


def read_nodes_of_code(connection: Connection, code: str) -> tuple[str, ...]:
    """Return the nodes that carry the folded ``code``."""
    query = (
        select(NAMINGS.c.node_id)
        .where(NAMINGS.c.code == code, NAMINGS.c.node_id.is_not(None))
        .distinct()
        .order_by(NAMINGS.c.node_id)
    )
    return tuple(connection.scalars(query))


def read_nodes(
    connection: Connection, node_ids: Iterable[str], entitle: Entitle
) -> dict[str, StoredNode]:
    """Return what is known of each node; ``entitle`` names those not held."""
    rows: dict[str, list[Row]] = {}
    for chunk in chunks(sorted(set(node_ids))):
        query = _samples().where(NAMINGS.c.node_id.in_(chunk))
        for row in connection.execute(query).all():
            rows.setdefault(row.node_id, []).append(row)
    held = _holders(connection, rows)
    untitled = [n for n, found in rows.items() if not _own_title(found)]
    names = _cited_names(connection, untitled)
    return {
        node: _node(
            node,
            found,
            held.get(node, ()),
            _own_title(found) or entitle(_untitled(found, names.get(node, ()))),
        )
        for node, found in rows.items()
    }


def _own_title(rows: Sequence[Row]) -> str | None:
    titles: list[str] = [r.title for r in rows if r.own and r.ordinal == 0 and r.title]
    return titles[0] if titles else None


def _untitled(rows: Sequence[Row], names: tuple[CitedName, ...]) -> Untitled:
    issuer = agency_of(_first(rows, "issuer"))
    return Untitled(_first(rows, "code"), issuer, _date(rows), names)


def _cited_names(
    connection: Connection, node_ids: Iterable[str]
) -> dict[str, tuple[CitedName, ...]]:
    """Return what others call the nodes, of each naming the first few."""
    found: dict[str, tuple[CitedName, ...]] = {}
    for chunk in chunks(node_ids):
        query = _names().where(NAMINGS.c.node_id.in_(chunk), NAMED.c.ordinal > 0)
        for row in connection.execute(query).all():
            issuer = agency_of(row.citing_issuer)
            citing = Named(None, issuer=issuer, title=row.citing_title)
            name = CitedName(row.title, citing)
            found[row.node_id] = (*found.get(row.node_id, ()), name)
    return found


def _names() -> Select[Any]:
    citing, user = NAMED.alias("citing"), NAMED.alias("user")
    beyond = (
        select(user.c.document_id)
        .where(user.c.naming_id == NAMINGS.c.id)
        .order_by(user.c.document_id)
        .offset(_NAMES_OF_ONE_NAMING)
        .limit(1)
        .correlate(NAMINGS)
        .scalar_subquery()
    )
    itself = and_(citing.c.document_id == NAMED.c.document_id, citing.c.ordinal == 0)
    return (
        select(
            NAMINGS.c.node_id,
            NAMED.c.title,
            citing.c.title.label("citing_title"),
            citing.c.issuer.label("citing_issuer"),
        )
        .select_from(
            NAMINGS.join(NAMED, NAMED.c.naming_id == NAMINGS.c.id).join(citing, itself)
        )
        .where(
            NAMED.c.title.is_not(None),
            or_(beyond.is_(None), NAMED.c.document_id < beyond),
        )
    )


def _samples() -> Select[Any]:
    """Select each naming with the description of the first document that uses it."""
    users = NAMED.alias("users")
    first = (
        select(func.min(users.c.document_id))
        .where(users.c.naming_id == NAMINGS.c.id)
        .correlate(NAMINGS)
        .scalar_subquery()
    )
    used = and_(NAMED.c.naming_id == NAMINGS.c.id, NAMED.c.document_id == first)
    return (
        select(
            NAMINGS.c.node_id,
            NAMINGS.c.own,
            NAMINGS.c.fingerprint,
            NAMED.c.ordinal,
            *DESCRIPTION,
        )
        .select_from(NAMINGS.join(NAMED, used))
        .order_by(
            NAMINGS.c.own.desc(),
            NAMINGS.c.by_alias,
            NAMINGS.c.fingerprint,
            NAMED.c.ordinal,
        )
    )


def _holders(
    connection: Connection, node_ids: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    held: dict[str, tuple[str, ...]] = {}
    for chunk in chunks(node_ids):
        query = (
            select(NAMINGS.c.node_id, NAMED.c.document_id)
            .select_from(NAMINGS.join(NAMED, NAMED.c.naming_id == NAMINGS.c.id))
            .where(NAMINGS.c.node_id.in_(chunk), NAMINGS.c.own, NAMED.c.ordinal == 0)
            .order_by(NAMED.c.document_id)
        )
        for row in connection.execute(query).all():
            held[row.node_id] = (*held.get(row.node_id, ()), row.document_id)
    return held


def _node(
    node_id: str, rows: Sequence[Row], documents: tuple[str, ...], title: str | None
) -> StoredNode:
    return StoredNode(
        node_id,
        _first(rows, "code"),
        _type(rows),
        agency_of(_first(rows, "issuer")),
        _date(rows),
        title,
        documents,
        tuple(sorted({row.date for row in rows if row.date})),
        next((row.date for row in rows if row.own), None),
    )


def _first(rows: Sequence[Row], column: str) -> Row:
    values = (getattr(row, column) for row in rows)
    return next((value for value in values if value is not None), None)


def _type(rows: Sequence[Row]) -> str | None:
    """Return the type that the document states, else the one most often given."""
    own = [row.type for row in rows if row.own and row.ordinal == 0 and row.type]
    types = own[:1] or [row.type for row in rows if row.type]
    return max(types, key=types.count, default=None)


def _date(rows: Sequence[Row]) -> str | None:
    """Return the date that the document states, else the likeliest of those given.

    A year inside the code ("03/2021/TT-BKHCN") is surer than one in a date, a full
    date says more than a year; of equals the most frequent one, then the first.
    """
    own = [row.date for row in rows if row.own and row.ordinal == 0 and row.date]
    if own:
        return str(own[0])
    dates: list[str] = [row.date for row in rows if row.date]
    code = _first(rows, "code") or ""
    return max(
        dates,
        key=lambda d: (f"/{d[:4]}/" in code, len(d), dates.count(d)),
        default=None,
    )
