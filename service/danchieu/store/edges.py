"""Asking the archive for edges: what one document states of another."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from danchieu.domain.link import Edge
from danchieu.store.chunking import chunks
from danchieu.store.tables import EDGES, NAMINGS


def read_edges_into(
    connection: Connection,
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that end in one of the nodes."""
    return _read_at(connection, _INTO, node_ids, relations, limit)


def read_edges_out_of(
    connection: Connection,
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that start in one of the nodes."""
    return _read_at(connection, _OUT_OF, node_ids, relations, limit)


def edges() -> Select[Any]:
    """Select the edges between two different nodes, with all that lowers trust."""
    source, target = NAMINGS.alias("source"), NAMINGS.alias("target")
    return (
        select(
            EDGES.c.source_node,
            EDGES.c.relation,
            EDGES.c.target_node,
            EDGES.c.document_id,
            EDGES.c.quote,
            EDGES.c.page,
            EDGES.c.confidence * source.c.confidence * target.c.confidence,
        )
        .select_from(
            EDGES.join(source, source.c.id == EDGES.c.source_naming).join(
                target, target.c.id == EDGES.c.target_naming
            )
        )
        .where(
            EDGES.c.source_node.is_not(None),
            EDGES.c.target_node.is_not(None),
            EDGES.c.source_node != EDGES.c.target_node,
        )
    )


def _edges_at(
    here: ColumnElement[str | None], there: ColumnElement[str | None]
) -> Select[Any]:
    """Return the query for edges at nodes, built once and filled at each call."""
    return (
        edges()
        .where(
            here.in_(bindparam("nodes", expanding=True)),
            EDGES.c.relation.in_(bindparam("relations", expanding=True)),
        )
        .order_by(here, EDGES.c.relation, there, EDGES.c.document_id, EDGES.c.ordinal)
        .limit(bindparam("most"))
    )


_INTO = _edges_at(EDGES.c.target_node, EDGES.c.source_node)
_OUT_OF = _edges_at(EDGES.c.source_node, EDGES.c.target_node)


def _read_at(
    connection: Connection,
    query: Select[Any],
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    found: list[Edge] = []
    for chunk in chunks(sorted(set(node_ids))):
        if len(found) >= limit:
            break
        asked = {"nodes": chunk, "relations": relations, "most": limit - len(found)}
        found += read_edges(connection, query, asked)
    return tuple(found)


def read_edges(
    connection: Connection, query: Select[Any], asked: dict[str, object] | None = None
) -> list[Edge]:
    """Return the edges that a query of ``edges`` selects."""
    return [Edge(*row) for row in connection.execute(query, asked or {}).all()]
