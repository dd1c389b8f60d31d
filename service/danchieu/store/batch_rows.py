"""Writing and asking the rows of batches and of their files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from danchieu.store.chunking import CHUNK, chunks
from danchieu.store.job_records import (
    CANCELLED,
    FAILED,
    Batch,
    BatchFile,
    Counts,
    FileOutcome,
)
from danchieu.store.job_tables import BATCH_FILES, BATCHES, JOBS

_FILE = (
    BATCH_FILES.c.path,
    BATCH_FILES.c.job_id,
    BATCH_FILES.c.size,
    BATCH_FILES.c.changed,
    BATCH_FILES.c.code,
    BATCH_FILES.c.message,
)


def open_batch(connection: Connection, batch: Batch) -> Batch:
    """Return the kept batch; one that is new or cancelled is to be walked."""
    query = select(BATCHES).where(BATCHES.c.id == batch.id)
    row = connection.execute(query).first()
    if row is None:
        values = {
            "id": batch.id,
            "source": batch.source,
            "state": batch.state,
            "created": batch.created,
        }
        connection.execute(insert(BATCHES).values(values))
        return batch
    return Batch(row.id, row.source, row.state, row.created)


def set_batch_state(connection: Connection, batch_id: str, state: str) -> None:
    """Note the state."""
    changed = update(BATCHES).where(BATCHES.c.id == batch_id).values(state=state)
    connection.execute(changed)


def reopen(connection: Connection, batch_id: str) -> None:
    """Let a cancelled batch be walked again."""
    cancelled = and_(BATCHES.c.id == batch_id, BATCHES.c.state == CANCELLED)
    connection.execute(update(BATCHES).where(cancelled).values(state="walking"))


def read_batches(connection: Connection) -> tuple[Batch, ...]:
    """Return all batches, the latest first."""
    rows = connection.execute(select(BATCHES).order_by(BATCHES.c.created.desc()))
    return tuple(Batch(r.id, r.source, r.state, r.created) for r in rows)


def read_files(
    connection: Connection, batch_id: str, paths: Iterable[str]
) -> Mapping[str, BatchFile]:
    """Return what is noted of these paths."""
    found: dict[str, BatchFile] = {}
    for chunk in chunks(paths):
        query = select(*_FILE).where(
            BATCH_FILES.c.batch_id == batch_id, BATCH_FILES.c.path.in_(chunk)
        )
        found.update((r.path, BatchFile(*r)) for r in connection.execute(query))
    return found


def write_files(
    connection: Connection, batch_id: str, files: Sequence[BatchFile]
) -> None:
    """Note the files, instead of what was noted of the same paths."""
    for chunk in chunks(file.path for file in files):
        connection.execute(
            delete(BATCH_FILES).where(
                BATCH_FILES.c.batch_id == batch_id, BATCH_FILES.c.path.in_(chunk)
            )
        )
    rows = [
        {
            "batch_id": batch_id,
            "path": file.path,
            "job_id": file.job_id,
            "size": file.size,
            "changed": file.changed,
            "code": file.code,
            "message": file.message,
        }
        for file in {file.path: file for file in files}.values()
    ]
    if rows:
        connection.execute(insert(BATCH_FILES), rows)


def move_files(connection: Connection, job_id: str, new_id: str) -> None:
    """Let the files of one job belong to another."""
    moved = update(BATCH_FILES).where(BATCH_FILES.c.job_id == job_id)
    connection.execute(moved.values(job_id=new_id))


def read_files_without_job(connection: Connection) -> tuple[str, ...]:
    """Return paths, a chunk at most, whose job has no row."""
    joined = BATCH_FILES.outerjoin(JOBS, JOBS.c.id == BATCH_FILES.c.job_id)
    query = (
        select(BATCH_FILES.c.path)
        .select_from(joined)
        .where(BATCH_FILES.c.job_id.is_not(None), JOBS.c.id.is_(None))
        .order_by(BATCH_FILES.c.path)
        .limit(CHUNK)
    )
    return tuple(connection.scalars(query))


def read_counts(connection: Connection, batch_id: str | None) -> Counts:
    """Count by state and failure; without a batch all jobs."""
    if batch_id is None:
        return _count_jobs(connection)
    named = (
        select(BATCH_FILES.c.job_id)
        .where(BATCH_FILES.c.batch_id == batch_id)
        .distinct()
        .subquery()
    )
    query = (
        select(JOBS.c.state, JOBS.c.code, func.count(), func.sum(JOBS.c.pages))
        .select_from(JOBS.join(named, named.c.job_id == JOBS.c.id))
        .group_by(JOBS.c.state, JOBS.c.code)
    )
    states, failures, pages = _summed(connection.execute(query).all())
    refused = (
        select(BATCH_FILES.c.code, func.count())
        .where(BATCH_FILES.c.batch_id == batch_id, BATCH_FILES.c.job_id.is_(None))
        .group_by(BATCH_FILES.c.code)
    )
    unknown = {row[0]: row[1] for row in connection.execute(refused)}
    failures.update(unknown)
    files = (
        connection.scalar(
            select(func.count())
            .select_from(BATCH_FILES)
            .where(BATCH_FILES.c.batch_id == batch_id)
        )
        or 0
    )
    repeated = files - sum(states.values()) - sum(unknown.values())
    return Counts(states, failures, pages, files, repeated)


def _count_jobs(connection: Connection) -> Counts:
    query = select(
        JOBS.c.state, JOBS.c.code, func.count(), func.sum(JOBS.c.pages)
    ).group_by(JOBS.c.state, JOBS.c.code)
    states, failures, pages = _summed(connection.execute(query).all())
    return Counts(states, failures, pages, sum(states.values()))


def _summed(rows: Sequence[Sequence[object]]) -> tuple[Counter[str], Counter[str], int]:
    states: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    pages = 0
    for state, code, count, read in rows:
        states[str(state)] += int(str(count))
        pages += int(str(read or 0))
        if state == FAILED:
            failures[str(code)] += int(str(count))
    return states, failures, pages


def walk_outcomes(connection: Connection, batch_id: str) -> Iterator[FileOutcome]:
    """Give the files of the batch with what became of them, by path."""
    joined = BATCH_FILES.outerjoin(JOBS, JOBS.c.id == BATCH_FILES.c.job_id)
    query = (
        select(
            BATCH_FILES.c.path,
            func.coalesce(JOBS.c.state, FAILED),
            func.coalesce(JOBS.c.code, BATCH_FILES.c.code),
            func.coalesce(JOBS.c.message, BATCH_FILES.c.message),
            JOBS.c.document_id,
            func.coalesce(JOBS.c.pages, 0),
            func.coalesce(JOBS.c.seconds, 0.0),
        )
        .select_from(joined)
        .where(BATCH_FILES.c.batch_id == batch_id)
        .order_by(BATCH_FILES.c.path)
    )
    streamed = connection.execution_options(yield_per=500)
    for row in streamed.execute(query):
        yield FileOutcome(*row)
