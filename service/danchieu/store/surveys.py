"""Going over the whole graph: exports, what is missing, what does not agree."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from danchieu.domain.link import Edge
from danchieu.store.chunking import CHUNK, chunks
from danchieu.store.edges import edges, read_edges
from danchieu.store.nodes import read_nodes
from danchieu.store.records import Entitle, Missing, Said, StoredNode
from danchieu.store.tables import EDGES, NAMED, NAMINGS

_EDGES_AT_ONCE = 2_000


def walk_nodes(connection: Connection, entitle: Entitle) -> Iterator[StoredNode]:
    """Give every node, a few hundred in memory at a time."""
    last = ""
    while True:
        query = (
            select(NAMINGS.c.node_id)
            .where(NAMINGS.c.node_id > last)
            .distinct()
            .order_by(NAMINGS.c.node_id)
            .limit(CHUNK)
        )
        ids = list(connection.scalars(query))
        if not ids:
            return
        known = read_nodes(connection, ids, entitle)
        yield from (known[node_id] for node_id in ids)
        last = ids[-1]


def walk_edges(connection: Connection) -> Iterator[Edge]:
    """Give every edge between two nodes, by who states it."""
    last = ("", -1)
    place = EDGES.c.document_id, EDGES.c.ordinal
    while True:
        after = or_(place[0] > last[0], and_(place[0] == last[0], place[1] > last[1]))
        ends = select(*place).where(after).order_by(*place).limit(_EDGES_AT_ONCE)
        stop = connection.execute(ends).all()
        if not stop:
            return
        first, end = last, (stop[-1].document_id, stop[-1].ordinal)
        until = or_(place[0] < end[0], and_(place[0] == end[0], place[1] <= end[1]))
        yield from read_edges(connection, edges().where(after, until).order_by(*place))
        last = end
        assert last != first


def read_missing(connection: Connection, limit: int) -> tuple[Missing, ...]:
    """Return the nodes that no file holds, those that most documents cite first."""
    held = NAMINGS.alias("held")
    own = select(held.c.id).where(held.c.node_id == NAMINGS.c.node_id, held.c.own)
    count = func.count(NAMED.c.document_id.distinct())
    query = (
        select(NAMINGS.c.node_id, count.label("cited_by"))
        .select_from(NAMINGS.join(NAMED, NAMED.c.naming_id == NAMINGS.c.id))
        .where(NAMINGS.c.node_id.is_not(None), ~own.exists())
        .group_by(NAMINGS.c.node_id)
        .order_by(count.desc(), NAMINGS.c.node_id)
        .limit(limit)
    )
    return tuple(
        Missing(row.node_id, row.cited_by) for row in connection.execute(query)
    )


def read_differing(connection: Connection, column: str, limit: int) -> tuple[Said, ...]:
    """Return what is said of each node of which two values are said.

    ``column`` is ``date``, ``title`` or ``issuer`` (as JSON). At most ``limit`` nodes;
    each value once, with the first document that states it.
    """
    value = NAMED.c[column]
    uses = NAMINGS.join(NAMED, NAMED.c.naming_id == NAMINGS.c.id)
    told = and_(NAMINGS.c.node_id.is_not(None), value.is_not(None))
    several = (
        select(NAMINGS.c.node_id)
        .select_from(uses)
        .where(told)
        .group_by(NAMINGS.c.node_id)
        .having(func.min(value) != func.max(value))
        .order_by(NAMINGS.c.node_id)
        .limit(limit)
    )
    first = NAMED.c.document_id
    found: list[Said] = []
    for chunk in chunks(connection.scalars(several)):
        query = (
            select(NAMINGS.c.node_id, value.label("value"), first, NAMED.c.ordinal)
            .select_from(uses)
            .where(told, NAMINGS.c.node_id.in_(chunk))
            .order_by(NAMINGS.c.node_id, value, first, NAMED.c.ordinal)
        )
        for row in connection.execute(query):
            if not found or (found[-1].node_id, found[-1].value) != row[:2]:
                found.append(Said(*row))
    return tuple(found)


def read_same_day(connection: Connection, limit: int) -> tuple[tuple[str, ...], ...]:
    """Return groups of nodes of one code and one full date: is it one document?"""
    full: ColumnElement[bool] = func.length(NAMINGS.c.date) == len("2020-01-31")
    groups = (
        select(NAMINGS.c.code, NAMINGS.c.date)
        .where(NAMINGS.c.node_id.is_not(None), full)
        .group_by(NAMINGS.c.code, NAMINGS.c.date)
        .having(func.min(NAMINGS.c.node_id) != func.max(NAMINGS.c.node_id))
        .order_by(NAMINGS.c.code, NAMINGS.c.date)
        .limit(limit)
    )
    found = []
    for row in connection.execute(groups).all():
        query = (
            select(NAMINGS.c.node_id)
            .where(
                NAMINGS.c.code == row.code,
                NAMINGS.c.date == row.date,
                NAMINGS.c.node_id.is_not(None),
            )
            .distinct()
            .order_by(NAMINGS.c.node_id)
        )
        found.append(tuple(connection.scalars(query)))
    return tuple(found)
