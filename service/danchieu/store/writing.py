"""Saving and removing a document, and putting its words into the graph."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from danchieu.store.records import Naming, Place, Record
from danchieu.store.tables import DOCUMENTS, EDGES, NAMED, NAMINGS, PAGES
from danchieu.store.values import (
    agency_json,
    fingerprint,
    naming_of,
    naming_row,
    page_row,
    placement_of,
    placement_row,
)

CHUNK = 500


def save_records(
    connection: Connection, records: Iterable[Record], place: Place
) -> None:
    """Keep each record instead of what its document said before.

    Only the codes whose set of namings changes are placed anew, once for all.
    """
    touched: set[str] = set()
    saved = {record.id: record for record in records}
    for record in saved.values():
        touched |= _save(connection, record)
    _place_codes(connection, touched, place)
    for document_id in saved:
        _fill_nodes(connection, document_id)


def _save(connection: Connection, record: Record) -> set[str]:
    """Write the rows of a record; return the codes with new or lost namings."""
    before = _forget(connection, record.id)
    connection.execute(insert(DOCUMENTS), _document_row(record))
    if record.pages:
        rows = [page_row(record.id, p) for p in record.pages]
        connection.execute(insert(PAGES), rows)
    ids, new_codes = _keep_namings(connection, record)
    _insert_named(connection, record, ids)
    _insert_edges(connection, record, ids)
    return new_codes | _drop_unused(connection, before - set(ids.values()))


def remove_record(connection: Connection, document_id: str, place: Place) -> None:
    """Forget the document and all it said."""
    before = _forget(connection, document_id)
    _place_codes(connection, _drop_unused(connection, before), place)


def chunks(values: Iterable[object]) -> Iterable[Sequence[object]]:
    """Return ``values`` in lists that a database takes as parameters."""
    ordered = list(values)
    return (ordered[i : i + CHUNK] for i in range(0, len(ordered), CHUNK))


def _forget(connection: Connection, document_id: str) -> set[int]:
    """Remove the document's rows; return the namings that it used."""
    used = select(NAMED.c.naming_id).where(
        NAMED.c.document_id == document_id, NAMED.c.naming_id.is_not(None)
    )
    before = set(connection.scalars(used))
    for table in (EDGES, NAMED, PAGES):
        connection.execute(delete(table).where(table.c.document_id == document_id))
    connection.execute(delete(DOCUMENTS).where(DOCUMENTS.c.id == document_id))
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
    connection: Connection, record: Record
) -> tuple[dict[Naming, int], set[str]]:
    """Return the row of each naming, and the codes that got a new one."""
    namings = {fingerprint(n.naming): n.naming for n in record.named if n.naming}
    known = _rows_of(connection, namings)
    new = [n for print_, n in namings.items() if print_ not in known]
    if new:
        connection.execute(insert(NAMINGS), [naming_row(n) for n in new])
        known = _rows_of(connection, namings)
    ids = {naming: known[print_] for print_, naming in namings.items()}
    return ids, {n.key.code for n in new}


def _rows_of(connection: Connection, prints: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in chunks(prints):
        query = select(NAMINGS.c.fingerprint, NAMINGS.c.id).where(
            NAMINGS.c.fingerprint.in_(chunk)
        )
        found.update((row.fingerprint, row.id) for row in connection.execute(query))
    return found


def _insert_named(
    connection: Connection, record: Record, ids: dict[Naming, int]
) -> None:
    rows = [
        {
            "document_id": record.id,
            "ordinal": ordinal,
            "naming_id": ids[named.naming] if named.naming else None,
            "code": named.code,
            "type": named.type,
            "issuer": agency_json(named.issuer),
            "date": named.date,
            "title": named.title,
        }
        for ordinal, named in enumerate(record.named)
    ]
    connection.execute(insert(NAMED), rows)


def _insert_edges(
    connection: Connection, record: Record, ids: dict[Naming, int]
) -> None:
    rows = []
    for ordinal, claim in enumerate(record.claims):
        source = record.named[claim.source].naming
        target = record.named[claim.target].naming
        if source is None or target is None:
            continue
        rows.append(
            {
                "document_id": record.id,
                "ordinal": ordinal,
                "source_naming": ids[source],
                "target_naming": ids[target],
                "relation": claim.relation,
                "quote": claim.quote,
                "page": claim.page,
                "confidence": claim.confidence,
            }
        )
    if rows:
        connection.execute(insert(EDGES), rows)


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


def _place_codes(connection: Connection, codes: Iterable[str], place: Place) -> None:
    for code in sorted(codes):
        query = select(NAMINGS).where(NAMINGS.c.code == code)
        rows = {naming_of(row): row for row in connection.execute(query)}
        for naming, placement in place(list(rows)).items():
            row = rows[naming]
            if placement != placement_of(row):
                values = placement_row(placement)
                where = NAMINGS.c.id == row.id
                connection.execute(update(NAMINGS).where(where).values(values))
            if placement.node_id != row.node_id:
                _move_edges(connection, row.id, placement.node_id)


def _move_edges(connection: Connection, naming_id: int, node_id: str | None) -> None:
    for naming, node in (
        (EDGES.c.source_naming, EDGES.c.source_node),
        (EDGES.c.target_naming, EDGES.c.target_node),
    ):
        moved = update(EDGES).where(naming == naming_id).values({node: node_id})
        connection.execute(moved)


def _fill_nodes(connection: Connection, document_id: str) -> None:
    """Give the document's edges the nodes of namings that were placed before."""
    source = NAMINGS.alias("source")
    target = NAMINGS.alias("target")
    connection.execute(
        update(EDGES)
        .where(EDGES.c.document_id == document_id)
        .values(
            source_node=select(source.c.node_id)
            .where(source.c.id == EDGES.c.source_naming)
            .scalar_subquery(),
            target_node=select(target.c.node_id)
            .where(target.c.id == EDGES.c.target_naming)
            .scalar_subquery(),
        )
    )


def count_documents(connection: Connection) -> int:
    """Count the held documents."""
    return connection.scalar(select(func.count()).select_from(DOCUMENTS)) or 0
