"""Asking the archive: documents, pages, nodes and edges."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from danchieu.domain.link import Edge
from danchieu.domain.page import Page
from danchieu.store.records import Placement, StoredNode, Summary
from danchieu.store.tables import DOCUMENTS, EDGES, NAMED, NAMINGS, PAGES
from danchieu.store.values import Row, agency_of, page_of, placement_of
from danchieu.store.writing import chunks


def read_result(connection: Connection, document_id: str) -> str | None:
    """Return the result as it was saved."""
    query = select(DOCUMENTS.c.result).where(DOCUMENTS.c.id == document_id)
    return connection.scalar(query)


def read_file_row(connection: Connection, document_id: str) -> Row | None:
    """Return name, media type and SHA-256 of the document's file."""
    query = select(DOCUMENTS).where(DOCUMENTS.c.id == document_id)
    return connection.execute(query).first()


def read_page(connection: Connection, document_id: str, number: int) -> Page | None:
    """Return one page."""
    query = select(PAGES).where(
        PAGES.c.document_id == document_id, PAGES.c.number == number
    )
    row = connection.execute(query).first()
    return page_of(row) if row else None


def read_summaries(
    connection: Connection, limit: int, offset: int
) -> tuple[Summary, ...]:
    """Return the documents, latest saved first."""
    own = and_(NAMED.c.document_id == DOCUMENTS.c.id, NAMED.c.ordinal == 0)
    query = (
        select(DOCUMENTS.c.id, DOCUMENTS.c.file_name, DOCUMENTS.c.kind, *_description())
        .select_from(DOCUMENTS.join(NAMED, own))
        .order_by(DOCUMENTS.c.sequence.desc())
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        Summary(
            row.id,
            row.file_name,
            row.kind,
            row.code,
            row.type,
            agency_of(row.issuer),
            row.date,
            row.title,
        )
        for row in connection.execute(query)
    )


def read_placements(
    connection: Connection, document_id: str
) -> tuple[Placement | None, ...]:
    """Return where each document that this one names belongs, in its order."""
    query = (
        select(NAMED.c.naming_id, NAMINGS)
        .select_from(NAMED.outerjoin(NAMINGS, NAMED.c.naming_id == NAMINGS.c.id))
        .where(NAMED.c.document_id == document_id)
        .order_by(NAMED.c.ordinal)
    )
    return tuple(
        placement_of(row) if row.naming_id is not None else None
        for row in connection.execute(query)
    )


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
    connection: Connection, node_ids: Iterable[str]
) -> dict[str, StoredNode]:
    """Return what is known of each node."""
    rows: dict[str, list[Row]] = {}
    for chunk in chunks(sorted(set(node_ids))):
        for row in connection.execute(_samples().where(NAMINGS.c.node_id.in_(chunk))):
            rows.setdefault(row.node_id, []).append(row)
    held = _holders(connection, rows)
    return {
        node: _node(node, found, held.get(node, ())) for node, found in rows.items()
    }


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
            *_description(),
        )
        .select_from(NAMINGS.join(NAMED, used))
        .order_by(
            NAMINGS.c.own.desc(),
            NAMINGS.c.by_alias,
            NAMINGS.c.fingerprint,
            NAMED.c.ordinal,
        )
    )


def _description() -> Sequence[Row]:
    return NAMED.c.code, NAMED.c.type, NAMED.c.issuer, NAMED.c.date, NAMED.c.title


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
        for row in connection.execute(query):
            held[row.node_id] = (*held.get(row.node_id, ()), row.document_id)
    return held


def _node(node_id: str, rows: Sequence[Row], documents: tuple[str, ...]) -> StoredNode:
    def first(column: str) -> Row:
        values = (getattr(row, column) for row in rows)
        return next((value for value in values if value is not None), None)

    return StoredNode(
        node_id,
        first("code"),
        first("type"),
        agency_of(first("issuer")),
        first("date"),
        first("title"),
        documents,
        tuple(sorted({row.date for row in rows if row.date})),
        next((row.date for row in rows if row.own), None),
    )


def read_edges_into(
    connection: Connection,
    node_ids: Iterable[str],
    relations: Sequence[str],
    limit: int,
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that end in one of the nodes."""
    end, start = EDGES.c.target_node, EDGES.c.source_node
    found: list[Edge] = []
    for chunk in chunks(sorted(set(node_ids))):
        query = _edges().where(end.in_(chunk), EDGES.c.relation.in_(relations))
        ordered = query.order_by(end, EDGES.c.relation, start)
        found += _read_edges(connection, ordered, limit - len(found))
    return tuple(found)


def read_edges_from(
    connection: Connection, node_id: str, limit: int
) -> tuple[Edge, ...]:
    """Return at most ``limit`` edges that start in the node."""
    query = _edges().where(EDGES.c.source_node == node_id)
    ordered = query.order_by(EDGES.c.relation, EDGES.c.target_node)
    return tuple(_read_edges(connection, ordered, limit))


def read_file_names(
    connection: Connection, document_ids: Iterable[str]
) -> dict[str, str]:
    """Return the file names of the documents."""
    names: dict[str, str] = {}
    for chunk in chunks(sorted(set(document_ids))):
        query = select(DOCUMENTS.c.id, DOCUMENTS.c.file_name).where(
            DOCUMENTS.c.id.in_(chunk)
        )
        names.update((row.id, row.file_name) for row in connection.execute(query))
    return names


def _edges() -> Select[Any]:
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


def _read_edges(
    connection: Connection, query: Select[Any], limit: int
) -> Iterable[Edge]:
    complete = query.order_by(EDGES.c.document_id, EDGES.c.ordinal).limit(limit)
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
        for row in connection.execute(complete)
    ]
