"""Asking the archive for edges: what one document states of another."""

from collections.abc import Iterable, Mapping, Sequence
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


def read_first_edges_into(
    connection: Connection, node_id: str, relation: str, *, sources: int, limit: int
) -> tuple[Edge, ...]:
    """Return the edges of a relation from the first ``sources`` nodes, by their ids.

    The ids come from an index alone; quotes are read of these nodes only.
    """
    asked = {"node": node_id, "relation": relation, "sources": sources, "most": limit}
    return tuple(read_edges(connection, _FIRST_INTO, asked))


def read_edges_between(
    connection: Connection,
    sources: Iterable[str],
    relations: Sequence[str],
    target: str,
) -> tuple[Edge, ...]:
    """Return the edges of these relations from the nodes to ``target``."""
    found: list[Edge] = []
    for chunk in chunks(sorted(set(sources))):
        asked = {"sources": chunk, "relations": relations, "target": target}
        found += read_edges(connection, _BETWEEN, asked)
    return tuple(found)


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


def _first_into() -> Select[Any]:
    """Return the query for edges from the first nodes that have one into a node."""
    near = EDGES.alias("near")
    first = (
        select(near.c.source_node)
        .where(
            near.c.target_node == bindparam("node"),
            near.c.relation == bindparam("relation"),
            near.c.source_node.is_not(None),
            near.c.source_node != bindparam("node"),
        )
        .distinct()
        .order_by(near.c.source_node)
        .limit(bindparam("sources"))
    )
    return (
        edges()
        .where(
            EDGES.c.target_node == bindparam("node"),
            EDGES.c.relation == bindparam("relation"),
            EDGES.c.source_node.in_(first),
        )
        .order_by(EDGES.c.source_node, EDGES.c.document_id, EDGES.c.ordinal)
        .limit(bindparam("most"))
    )


_FIRST_INTO = _first_into()
_BETWEEN = edges().where(
    EDGES.c.target_node == bindparam("target"),
    EDGES.c.relation.in_(bindparam("relations", expanding=True)),
    EDGES.c.source_node.in_(bindparam("sources", expanding=True)),
)


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
    connection: Connection,
    query: Select[Any],
    asked: Mapping[str, object] | None = None,
) -> list[Edge]:
    """Return the edges that a query of ``edges`` selects."""
    return [Edge(*row) for row in connection.execute(query, asked or {}).all()]
