"""Saving and removing documents, and putting their words into the graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, func, select

from danchieu.store.bulk import insert_rows
from danchieu.store.chunking import chunks
from danchieu.store.placing import place_namings
from danchieu.store.records import Naming, Place, Record
from danchieu.store.tables import (
    DESCRIPTION,
    DOCUMENTS,
    EDGES,
    NAMED,
    NAMINGS,
    PAGES,
)
from danchieu.store.values import (
    NAMING_COLUMNS,
    PAGE_COLUMNS,
    agency_json,
    fingerprint,
    naming_of,
    naming_row,
    page_row,
)

_DOCUMENT = ("id", "sha256", "file_name", "media_type", "kind", "result")
_NAMED = ("document_id", "ordinal", "naming_id", *(c.name for c in DESCRIPTION))
_EDGE = tuple(column.name for column in EDGES.c)
_Row = tuple[object, ...]


def save_records(
    connection: Connection, records: Sequence[Record], place: Place
) -> None:
    """Keep each record, one for a document, instead of what that said before.

    Only what a naming that comes or goes can move is placed anew, once for all; edges
    come last and know their nodes from the start.
    """
    saved_ids = [record.id for record in records]
    before = _forget(connection, saved_ids)
    insert_rows(connection, DOCUMENTS, _DOCUMENT, map(_document_row, records))
    pages = (page_row(r.id, p) for r in records for p in r.pages)
    insert_rows(connection, PAGES, PAGE_COLUMNS, pages)
    namings, touched = _keep_namings(connection, records)
    insert_rows(connection, NAMED, _NAMED, _named_rows(records, namings))
    used = {i for ids in namings.values() for i in ids if i is not None}
    touched += _drop_unused(connection, before - used)
    place_namings(connection, touched, saved_ids, place)
    nodes = _nodes_of(connection, used)
    insert_rows(connection, EDGES, _EDGE, _edge_rows(records, namings, nodes))


def remove_record(connection: Connection, document_id: str, place: Place) -> None:
    """Forget the document and all it said."""
    before = _forget(connection, [document_id])
    touched = _drop_unused(connection, before)
    place_namings(connection, touched, [document_id], place)


def count_documents(connection: Connection) -> int:
    """Count the held documents."""
    return connection.scalar(select(func.count()).select_from(DOCUMENTS)) or 0


def _forget(connection: Connection, document_ids: Sequence[str]) -> set[int]:
    """Remove the documents' rows; return the namings that they used."""
    before: set[int] = set()
    for chunk in chunks(document_ids):
        query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.in_(chunk))
        held = list(connection.scalars(query))
        if not held:
            continue
        used = select(NAMED.c.naming_id).where(
            NAMED.c.document_id.in_(held), NAMED.c.naming_id.is_not(None)
        )
        before.update(connection.scalars(used))
        for table in (EDGES, NAMED, PAGES):
            connection.execute(delete(table).where(table.c.document_id.in_(held)))
        connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id.in_(held)))
    return before


def _document_row(record: Record) -> _Row:
    return (
        record.id,
        record.sha256,
        record.file_name,
        record.media_type,
        record.kind,
        record.result,
    )


_Namings = Mapping[str, Sequence[int | None]]
"""By document the rows of the namings of ``Record.named``, in its order."""


def _keep_namings(
    connection: Connection, records: Sequence[Record]
) -> tuple[_Namings, list[Naming]]:
    """Return the rows of the namings, and the namings that are new."""
    place_of: dict[Naming, int] = {}
    places = {
        r.id: [
            place_of.setdefault(n.naming, len(place_of)) if n.naming else None
            for n in r.named
        ]
        for r in records
    }
    prints = {fingerprint(naming): naming for naming in place_of}
    known = _rows_of(connection, prints)
    new = {p: naming for p, naming in prints.items() if p not in known}
    rows = (naming_row(naming, print_) for print_, naming in new.items())
    insert_rows(connection, NAMINGS, NAMING_COLUMNS, rows)
    known |= _rows_of(connection, new)
    ids = [known[print_] for print_ in prints]
    kept = {d: [None if p is None else ids[p] for p in at] for d, at in places.items()}
    return kept, list(new.values())


def _rows_of(connection: Connection, prints: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(prints):
        query = select(NAMINGS.c.fingerprint, NAMINGS.c.id).where(
            NAMINGS.c.fingerprint.in_(chunk)
        )
        found.update(
            (row.fingerprint, row.id) for row in connection.execute(query).all()
        )
    return found


def _named_rows(records: Iterable[Record], namings: _Namings) -> Iterator[_Row]:
    for record in records:
        pairs = zip(record.named, namings[record.id], strict=True)
        for ordinal, (named, naming) in enumerate(pairs):
            yield (
                record.id,
                ordinal,
                naming,
                named.code,
                named.type,
                agency_json(named.issuer),
                named.date,
                named.title,
            )


def _edge_rows(
    records: Iterable[Record], namings: _Namings, nodes: Mapping[int, str | None]
) -> Iterator[_Row]:
    for record in records:
        ids = namings[record.id]
        for ordinal, claim in enumerate(record.claims):
            source, target = ids[claim.source], ids[claim.target]
            if source is None or target is None:
                continue
            yield (
                record.id,
                ordinal,
                source,
                target,
                nodes[source],
                nodes[target],
                claim.relation,
                claim.quote,
                claim.page,
                claim.confidence,
            )


def _nodes_of(connection: Connection, ids: Iterable[int]) -> dict[int, str | None]:
    nodes: dict[int, str | None] = {}
    for chunk in chunks(ids):
        query = select(NAMINGS.c.id, NAMINGS.c.node_id).where(NAMINGS.c.id.in_(chunk))
        nodes.update((row.id, row.node_id) for row in connection.execute(query).all())
    return nodes


def _drop_unused(connection: Connection, ids: Iterable[int]) -> list[Naming]:
    """Delete those of the namings that nobody uses, and return them."""
    dropped: list[Naming] = []
    for chunk in chunks(sorted(ids)):
        used = select(NAMED.c.naming_id).where(NAMED.c.naming_id.in_(chunk)).distinct()
        lost = NAMINGS.c.id.in_(set(chunk) - set(connection.scalars(used)))
        dropped += map(naming_of, connection.execute(select(NAMINGS).where(lost)))
        connection.execute(delete(NAMINGS).where(lost))
    return dropped
