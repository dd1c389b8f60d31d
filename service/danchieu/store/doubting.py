"""The queue of doubtful values, and what people decided on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, fields
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from danchieu.store.bulk import insert_rows
from danchieu.store.chunking import chunks
from danchieu.store.shelf_records import Correction, Doubt, QueuedDoubt
from danchieu.store.tables import CORRECTIONS, DOCUMENTS, DOUBTS, NAMED

_DOUBT = ("document_id", *(field.name for field in fields(Doubt)))


def save_doubts(connection: Connection, doubts: Mapping[str, Iterable[Doubt]]) -> None:
    """Queue these values of each document instead of the ones before."""
    forget_doubts(connection, doubts)
    rows = ((d, *astuple(doubt)) for d, found in doubts.items() for doubt in found)
    insert_rows(connection, DOUBTS, _DOUBT, rows)


def forget_doubts(connection: Connection, document_ids: Iterable[str]) -> None:
    """Take the documents' values out of the queue; decisions stay."""
    for chunk in chunks(document_ids):
        connection.execute(delete(DOUBTS).where(DOUBTS.c.document_id.in_(chunk)))


def read_doubts(
    connection: Connection, *, field: str | None, limit: int, offset: int
) -> tuple[QueuedDoubt, ...]:
    """Return the values that nobody decided on, the least sure first."""
    query = (
        _open_doubts(field)
        .add_columns(DOCUMENTS.c.file_name, NAMED.c.code)
        .join(DOCUMENTS, DOCUMENTS.c.id == DOUBTS.c.document_id)
        .outerjoin(
            NAMED,
            and_(NAMED.c.document_id == DOUBTS.c.document_id, NAMED.c.ordinal == 0),
        )
        .order_by(DOUBTS.c.confidence, DOUBTS.c.document_id, DOUBTS.c.key)
        .limit(limit)
        .offset(offset)
    )
    return tuple(
        QueuedDoubt(
            row.document_id,
            row.file_name,
            row.code,
            Doubt(row.key, row.field, row.value, row.confidence, row.page),
        )
        for row in connection.execute(query)
    )


def count_doubts(connection: Connection) -> tuple[tuple[str, int], ...]:
    """Count the values that nobody decided on, by field."""
    query = (
        _open_doubts(None)
        .with_only_columns(DOUBTS.c.field, func.count())
        .group_by(DOUBTS.c.field)
        .order_by(func.count().desc(), DOUBTS.c.field)
    )
    return tuple((row[0], row[1]) for row in connection.execute(query))


def _open_doubts(field: str | None) -> Select[Any]:
    decided = select(CORRECTIONS.c.id).where(
        CORRECTIONS.c.document_id == DOUBTS.c.document_id,
        CORRECTIONS.c.key == DOUBTS.c.key,
        CORRECTIONS.c.undone_at.is_(None),
    )
    query = select(DOUBTS).where(~decided.exists())
    return query if field is None else query.where(DOUBTS.c.field == field)


def add_correction(connection: Connection, correction: Correction) -> int:
    """Keep the decision; return its number."""
    row = asdict(correction)
    del row["id"]
    added = insert(CORRECTIONS).returning(CORRECTIONS.c.id)
    return int(connection.execute(added, row).scalar_one())


def undo_correction(
    connection: Connection, number: int, *, who: str, when: str
) -> str | None:
    """Mark the decision as undone; return its document, None when there is none."""
    undone = (
        update(CORRECTIONS)
        .where(CORRECTIONS.c.id == number, CORRECTIONS.c.undone_at.is_(None))
        .values(undone_by=who, undone_at=when)
        .returning(CORRECTIONS.c.document_id)
    )
    return connection.execute(undone).scalar_one_or_none()


def read_corrections(
    connection: Connection, document_id: str
) -> tuple[Correction, ...]:
    """Return all decisions on the document in the order they were made."""
    query = (
        select(CORRECTIONS)
        .where(CORRECTIONS.c.document_id == document_id)
        .order_by(CORRECTIONS.c.id)
    )
    return _corrections(connection, query)


def read_latest_corrections(
    connection: Connection, *, limit: int, before: int | None
) -> tuple[Correction, ...]:
    """Return the latest decisions, the newest first."""
    older = CORRECTIONS.c.id < before if before else CORRECTIONS.c.id > 0
    query = select(CORRECTIONS).where(or_(older))
    return _corrections(
        connection, query.order_by(CORRECTIONS.c.id.desc()).limit(limit)
    )


def read_corrected_documents(connection: Connection) -> Sequence[str]:
    """Return the documents with a decision that stands."""
    query = (
        select(CORRECTIONS.c.document_id)
        .where(CORRECTIONS.c.undone_at.is_(None))
        .distinct()
        .order_by(CORRECTIONS.c.document_id)
    )
    return list(connection.scalars(query))


def _corrections(connection: Connection, query: Select[Any]) -> tuple[Correction, ...]:
    return tuple(
        Correction(**row) for row in connection.execute(query).mappings().all()
    )
