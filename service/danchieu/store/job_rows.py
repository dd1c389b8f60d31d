"""Writing and asking the rows of jobs."""

import time
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    exists,
    func,
    insert,
    select,
    update,
)

from danchieu.store.chunking import CHUNK, chunks
from danchieu.store.job_records import (
    CANCELLED,
    DONE,
    FAILED,
    OPEN_STATES,
    REPLACED,
    RUNNING,
    WAITING,
    Job,
    NewJob,
    ReadOnce,
)
from danchieu.store.job_tables import BATCH_FILES, BATCHES, JOBS

_OPEN = JOBS.c.state.in_(OPEN_STATES)
_WAITS = JOBS.c.state == WAITING
_IS_UPLOAD = JOBS.c.source.startswith("kept:")
_ENDED_BADLY = JOBS.c.state.in_((FAILED, CANCELLED))
_AGAIN = {
    "state": WAITING,
    "round": JOBS.c.round + 1,
    "attempts": 0,
    "code": None,
    "message": None,
    "ended": None,
}
_COLUMNS = [c for c in JOBS.c if c.name != "sequence"]


def insert_new(connection: Connection, jobs: Sequence[NewJob]) -> tuple[Job, ...]:
    """Insert the jobs whose id is new and return them."""
    wanted = {job.id: job for job in jobs}
    known: set[str] = set()
    for chunk in chunks(wanted):
        query = select(JOBS.c.id).where(JOBS.c.id.in_(chunk))
        known.update(connection.scalars(query))
    new = [job for job in wanted.values() if job.id not in known]
    if not new:
        return ()
    rows = [_row_of(job) for job in new]
    connection.execute(insert(JOBS), rows)
    return tuple(Job(**row) for row in rows)


def _row_of(job: NewJob) -> dict[str, Any]:
    given = {
        name: getattr(job, name)
        for name in ("id", "sha256", "source", "name", "size", "priority", "callback")
    }
    state: dict[str, Any] = {"state": WAITING, "round": 0, "attempts": 0}
    cost: dict[str, Any] = {"pages": 0, "seconds": 0.0, "created": time.time()}
    empty = ("code", "message", "document_id", "rules", "worker", "ended")
    return given | state | cost | dict.fromkeys(empty)


def read_job(connection: Connection, job_id: str) -> Job | None:
    """Return the job."""
    row = connection.execute(select(*_COLUMNS).where(JOBS.c.id == job_id)).first()
    return _job(row) if row else None


def begin(connection: Connection, job_id: str, worker: str) -> Job | None:
    """Count an attempt at an open job and return it."""
    begun = (
        update(JOBS)
        .where(JOBS.c.id == job_id, _OPEN)
        .values(state=RUNNING, attempts=JOBS.c.attempts + 1, worker=worker)
        .returning(*_COLUMNS)
    )
    row = connection.execute(begun).first()
    return _job(row) if row else None


def give_back(connection: Connection, job_id: str) -> None:
    """Take an attempt back that was broken off by ourselves."""
    running = JOBS.c.id == job_id, JOBS.c.state == RUNNING, JOBS.c.attempts > 0
    values = {"state": WAITING, "attempts": JOBS.c.attempts - 1}
    connection.execute(update(JOBS).where(*running).values(values))


def finish(connection: Connection, job_id: str, read: ReadOnce) -> bool:
    """Close an open job as done."""
    return _close(
        connection,
        job_id,
        state=DONE,
        code=None,
        message=None,
        document_id=read.document_id,
        rules=read.rules,
        pages=read.pages,
        seconds=read.seconds,
    )


def fail(connection: Connection, job_id: str, code: str, message: str) -> bool:
    """Close an open job as failed."""
    return _close(connection, job_id, state=FAILED, code=code, message=message)


def cancel(connection: Connection, job_id: str) -> bool:
    """Close an open job as cancelled."""
    return _close(connection, job_id, state=CANCELLED)


def close_replaced(connection: Connection, job_id: str) -> bool:
    """Close a job whose content is not there any more."""
    return _close(connection, job_id, state=REPLACED, code="file-changed")


def _close(connection: Connection, job_id: str, **values: object) -> bool:
    closed = (
        update(JOBS)
        .where(JOBS.c.id == job_id, _OPEN)
        .values(ended=time.time(), **values)
    )
    return connection.execute(closed).rowcount == 1


def next_round(connection: Connection, job_ids: Iterable[str]) -> tuple[Job, ...]:
    """Hand out those of the jobs that are open once more; attempts stay counted."""
    values = {"state": WAITING, "round": JOBS.c.round + 1}
    return _change(connection, job_ids, _OPEN, values)


def reopen(
    connection: Connection, batch_id: str | None, code: str | None
) -> tuple[Job, ...]:
    """Open failed and cancelled jobs again, their attempts uncounted."""
    wanted: list[ColumnElement[bool]] = [_ENDED_BADLY]
    if code is not None:
        wanted = [JOBS.c.state == FAILED, JOBS.c.code == code]
    if batch_id is not None:
        wanted.append(_of_batch(batch_id))
    ids = connection.scalars(select(JOBS.c.id).where(*wanted)).all()
    return reopen_these(connection, ids)


def reopen_these(connection: Connection, job_ids: Iterable[str]) -> tuple[Job, ...]:
    """Open these jobs again if they failed or were cancelled."""
    return _change(connection, job_ids, _ENDED_BADLY, _AGAIN)


def cancel_batch(connection: Connection, batch_id: str) -> tuple[Job, ...]:
    """Close the open jobs that only cancelled batches name."""
    other = exists().where(
        BATCH_FILES.c.job_id == JOBS.c.id,
        BATCHES.c.id == BATCH_FILES.c.batch_id,
        BATCHES.c.state != "cancelled",
    )
    query = select(JOBS.c.id).where(_OPEN, _of_batch(batch_id), ~other)
    ids = connection.scalars(query).all()
    values = {"state": CANCELLED, "ended": time.time()}
    return _change(connection, ids, _OPEN, values)


def _of_batch(batch_id: str) -> ColumnElement[bool]:
    return exists().where(
        BATCH_FILES.c.batch_id == batch_id, BATCH_FILES.c.job_id == JOBS.c.id
    )


def _change(
    connection: Connection,
    job_ids: Iterable[str],
    where: ColumnElement[bool],
    values: dict[str, Any],
) -> tuple[Job, ...]:
    changed: list[Job] = []
    for chunk in chunks(job_ids):
        here = JOBS.c.id.in_(chunk), where
        ids = connection.scalars(select(JOBS.c.id).where(*here)).all()
        connection.execute(update(JOBS).where(JOBS.c.id.in_(ids)).values(values))
        rows = connection.execute(select(*_COLUMNS).where(JOBS.c.id.in_(ids)))
        changed += [_job(row) for row in rows]
    return tuple(changed)


def read_open(
    connection: Connection, after: int, limit: int
) -> tuple[tuple[int, Job], ...]:
    """Return open jobs by their place in the ledger."""
    query = (
        select(JOBS)
        .where(_OPEN, JOBS.c.sequence > after)
        .order_by(JOBS.c.sequence)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    return tuple((row.sequence, _job(row)) for row in rows)


def count_waiting_uploads(connection: Connection) -> int:
    """Count the waiting jobs that no batch names."""
    named = exists().where(BATCH_FILES.c.job_id == JOBS.c.id)
    query = select(func.count()).select_from(JOBS).where(_WAITS, _IS_UPLOAD, ~named)
    return connection.scalar(query) or 0


def hasten(connection: Connection, job_id: str, priority: int) -> tuple[Job, ...]:
    """Give a job that waits in a later place another round in an earlier one."""
    values = {"priority": priority, "round": JOBS.c.round + 1}
    return _change(connection, [job_id], _WAITS & (JOBS.c.priority > priority), values)


def set_callback(connection: Connection, job_id: str, callback: str) -> None:
    """Note whom to tell, unless somebody else waits to be told."""
    nobody = JOBS.c.id == job_id, JOBS.c.callback.is_(None)
    connection.execute(update(JOBS).where(*nobody).values(callback=callback))


def read_untold(
    connection: Connection, after: int, limit: int
) -> tuple[tuple[int, Job], ...]:
    """Return ended jobs with a callback, by their place in the ledger."""
    query = (
        select(JOBS)
        .where(JOBS.c.callback.is_not(None), ~_OPEN, JOBS.c.sequence > after)
        .order_by(JOBS.c.sequence)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    return tuple((row.sequence, _job(row)) for row in rows)


def set_told(connection: Connection, job_id: str) -> None:
    """Forget the callback."""
    told = update(JOBS).where(JOBS.c.id == job_id).values(callback=None)
    connection.execute(told)


def read_done(connection: Connection, after: int) -> tuple[tuple[int, Job], ...]:
    """Return some done jobs by their place in the ledger."""
    query = (
        select(JOBS)
        .where(JOBS.c.state == DONE, JOBS.c.sequence > after)
        .order_by(JOBS.c.sequence)
        .limit(CHUNK)
    )
    rows = connection.execute(query).all()
    return tuple((row.sequence, _job(row)) for row in rows)


def finish_again(connection: Connection, job_id: str, read: ReadOnce) -> None:
    """Note which rules read a done job's document last."""
    done = JOBS.c.id == job_id, JOBS.c.state == DONE
    values = {"rules": read.rules, "pages": read.pages, "ended": time.time()}
    connection.execute(update(JOBS).where(*done).values(values))


def _job(row: Row[Any]) -> Job:
    return Job(**{c.name: row._mapping[c] for c in _COLUMNS})
