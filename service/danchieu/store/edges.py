"""Asking the archive for edges: what one document states of another."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from danchieu.domain.link import Edge
from danchieu.store.tables import EDGES, NAMINGS
from danchieu.store.writing import chunks


def read_edges_into(
    connection: Connection,
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that end in one of the nodes."""
    ends = EDGES.c.target_node, EDGES.c.source_node
    return _read_at(connection, ends, node_ids, relations, limit)


def read_edges_out_of(
    connection: Connection,
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that start in one of the nodes."""
    ends = EDGES.c.source_node, EDGES.c.target_node
    return _read_at(connection, ends, node_ids, relations, limit)


def _read_at(
    connection: Connection,
    ends: tuple[ColumnElement[str | None], ColumnElement[str | None]],
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    here, there = ends
    found: list[Edge] = []
    for chunk in chunks(sorted(set(node_ids))):
        query = edges().where(here.in_(chunk), EDGES.c.relation.in_(relations))
        ordered = query.order_by(
            here, EDGES.c.relation, there, EDGES.c.document_id, EDGES.c.ordinal
        ).limit(limit - len(found))
        found += read_edges(connection, ordered)
    return tuple(found)


def edges() -> Select[Any]:
    """Select the edges between two different nodes, with all that lowers trust."""
    source, target = NAMINGS.alias("source"), NAMINGS.alias("target")
    return (
        select(
            EDGES,
            source.c.confidence.label("source_confidence"),
            target.c.confidence.label("target_confidence"),
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


def read_edges(connection: Connection, query: Select[Any]) -> Iterable[Edge]:
    """Return the edges that a query of ``edges`` selects."""
    return [
        Edge(
            row.source_node,
            row.relation,
            row.target_node,
            row.document_id,
            row.quote,
            row.page,
            row.confidence * row.source_confidence * row.target_confidence,
        )
        for row in connection.execute(query)
    ]
