"""Asking the archive for documents and their pages."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, and_, select

from danchieu.domain.page import Page
from danchieu.store.chunking import CHUNK, chunks
from danchieu.store.records import Placement, Summary
from danchieu.store.tables import DESCRIPTION, DOCUMENTS, NAMED, NAMINGS, PAGES
from danchieu.store.values import Row, agency_of, page_of, placement_of


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
    latest = _summaries().order_by(DOCUMENTS.c.sequence.desc())
    return _read(connection, latest.limit(limit).offset(offset))


def read_summaries_of(
    connection: Connection, document_ids: Iterable[str]
) -> dict[str, Summary]:
    """Return one line about each of the documents that is held."""
    found: dict[str, Summary] = {}
    for chunk in chunks(sorted(set(document_ids))):
        query = _summaries().where(DOCUMENTS.c.id.in_(chunk))
        found.update((s.id, s) for s in _read(connection, query))
    return found


def _summaries() -> Select[Any]:
    own = and_(NAMED.c.document_id == DOCUMENTS.c.id, NAMED.c.ordinal == 0)
    columns = DOCUMENTS.c.id, DOCUMENTS.c.file_name, DOCUMENTS.c.kind
    return select(*columns, *DESCRIPTION).select_from(DOCUMENTS.join(NAMED, own))


def _read(connection: Connection, query: Select[Any]) -> tuple[Summary, ...]:
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


def walk_files(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give id and SHA-256 of every document, little at a time."""
    streamed = connection.execution_options(yield_per=CHUNK)
    for row in streamed.execute(select(DOCUMENTS.c.id, DOCUMENTS.c.sha256)):
        yield row.id, row.sha256
