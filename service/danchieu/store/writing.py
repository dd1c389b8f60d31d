"""Saving and removing documents, and putting their words into the graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from danchieu.store.chunking import CHUNK, chunks
from danchieu.store.deciding import codes_decided_in
from danchieu.store.placing import place_codes
from danchieu.store.records import Naming, Place, Record
from danchieu.store.tables import DOCUMENTS, EDGES, NAMED, NAMINGS, PAGES
from danchieu.store.values import agency_json, fingerprint, naming_row, page_row

_ROWS_AT_ONCE = 5_000

__all__ = [
    "CHUNK",
    "chunks",
    "count_documents",
    "remove_record",
    "save_records",
]

Rows = Iterable[Mapping[str, Any]]


def save_records(
    connection: Connection, records: Iterable[Record], place: Place
) -> None:
    """Keep each record instead of what its document said before.

    Only the codes whose set of namings changes are placed anew, once for all; edges
    come last and know their nodes from the start.
    """
    saved = list({record.id: record for record in records}.values())
    before = _forget(connection, [record.id for record in saved])
    _insert(connection, DOCUMENTS, (_document_row(record) for record in saved))
    _insert(connection, PAGES, (page_row(r.id, p) for r in saved for p in r.pages))
    ids, touched = _keep_namings(connection, saved)
    _insert(connection, NAMED, _named_rows(saved, ids))
    touched |= _drop_unused(connection, before - set(ids.values()))
    touched |= codes_decided_in(connection, [record.id for record in saved])
    place_codes(connection, touched, place)
    nodes = _nodes_of(connection, ids.values())
    _insert(connection, EDGES, _edge_rows(saved, ids, nodes))


def remove_record(connection: Connection, document_id: str, place: Place) -> None:
    """Forget the document and all it said."""
    before = _forget(connection, [document_id])
    touched = _drop_unused(connection, before)
    touched |= codes_decided_in(connection, [document_id])
    place_codes(connection, touched, place)


def count_documents(connection: Connection) -> int:
    """Count the held documents."""
    return connection.scalar(select(func.count()).select_from(DOCUMENTS)) or 0


def _insert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert the rows, many in one go."""
    batch: list[Mapping[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _ROWS_AT_ONCE:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


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


def _document_row(record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "sha256": record.sha256,
        "file_name": record.file_name,
        "media_type": record.media_type,
        "kind": record.kind,
        "result": record.result,
    }


def _keep_namings(
    connection: Connection, records: Iterable[Record]
) -> tuple[dict[Naming, int], set[str]]:
    """Return the row of each naming, and the codes that got a new one."""
    used = dict.fromkeys(n.naming for r in records for n in r.named if n.naming)
    prints = {fingerprint(naming): naming for naming in used}
    known = _rows_of(connection, prints)
    new = {p: naming for p, naming in prints.items() if p not in known}
    _insert(connection, NAMINGS, (naming_row(naming) for naming in new.values()))
    known |= _rows_of(connection, new)
    ids = {naming: known[print_] for print_, naming in prints.items()}
    return ids, {naming.key.code for naming in new.values()}


def _rows_of(connection: Connection, prints: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(prints):
        query = select(NAMINGS.c.fingerprint, NAMINGS.c.id).where(
            NAMINGS.c.fingerprint.in_(chunk)
        )
        found.update((row.fingerprint, row.id) for row in connection.execute(query))
    return found


def _named_rows(
    records: Iterable[Record], ids: Mapping[Naming, int]
) -> Iterator[dict[str, object]]:
    for record in records:
        for ordinal, named in enumerate(record.named):
            yield {
                "document_id": record.id,
                "ordinal": ordinal,
                "naming_id": ids[named.naming] if named.naming else None,
                "code": named.code,
                "type": named.type,
                "issuer": agency_json(named.issuer),
                "date": named.date,
                "title": named.title,
            }


def _edge_rows(
    records: Iterable[Record],
    ids: Mapping[Naming, int],
    nodes: Mapping[int, str | None],
) -> Iterator[dict[str, object]]:
    for record in records:
        for ordinal, claim in enumerate(record.claims):
            source = record.named[claim.source].naming
            target = record.named[claim.target].naming
            if source is None or target is None:
                continue
            yield {
                "document_id": record.id,
                "ordinal": ordinal,
                "source_naming": ids[source],
                "target_naming": ids[target],
                "source_node": nodes[ids[source]],
                "target_node": nodes[ids[target]],
                "relation": claim.relation,
                "quote": claim.quote,
                "page": claim.page,
                "confidence": claim.confidence,
            }


def _nodes_of(connection: Connection, ids: Iterable[int]) -> dict[int, str | None]:
    nodes: dict[int, str | None] = {}
    for chunk in chunks(ids):
        query = select(NAMINGS.c.id, NAMINGS.c.node_id).where(NAMINGS.c.id.in_(chunk))
        nodes.update((row.id, row.node_id) for row in connection.execute(query))
    return nodes


def _drop_unused(connection: Connection, ids: Iterable[int]) -> set[str]:
    """Delete those of the namings that nobody uses; return their codes."""
    codes: set[str] = set()
    for chunk in chunks(sorted(ids)):
        used = select(NAMED.c.naming_id).where(NAMED.c.naming_id.in_(chunk)).distinct()
        unused = set(chunk) - set(connection.scalars(used))
        lost = NAMINGS.c.id.in_(unused)
        codes.update(connection.scalars(select(NAMINGS.c.code).where(lost)))
        connection.execute(delete(NAMINGS).where(lost))
    return codes
