"""A batch: its files found and identified, its jobs handed out, retried, cancelled."""

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from danchieu.domain.limits import Limits
from danchieu.errors import DanchieuError
from danchieu.jobs import Delivery, Place, read_place, walk
from danchieu.store.content import Content
from danchieu.store.job_records import Batch, BatchFile, Job, NewJob
from danchieu.store.ledger import Ledger
from danchieu.usecases.job_identity import batch_id_of, is_current, job_id_of, letters

CHUNK = 200
HANDED_OUT = 500
FIRST_PRIORITY = 10
_PER_PRIORITY = 64
_LOWEST_PRIORITY = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Desk:
    """Where jobs are noted and handed out."""

    ledger: Ledger
    delivery: Delivery
    kept: Content
    limits: Limits


def open_batch(ledger: Ledger, given: str) -> Batch:
    """Return the batch over ``given``: the one of the last time, if there was one."""
    new = Batch(batch_id_of(given), given, "walking", time.time())
    batch = ledger.open_batch(new)
    ledger.set_batch_state(batch.id, "walking")
    return batch


def enlist_batch(desk: Desk, batch: Batch, stop: Callable[[], bool]) -> None:
    """Walk the batch, note every file, hand out what was not read yet.

    What an earlier walk noted and has not changed since is not opened again. Jobs
    of a small batch come between those of a large one: every 64 files of a batch
    have one priority, whichever batch came first.

    Raises:
        NotFoundError: there is nothing of this name.
        DocumentError: the ZIP or the list cannot be read.
    """
    seen = 0
    for places in _chunks(walk(batch.source, desk.limits)):
        if stop():
            return
        known = desk.ledger.known_files(batch.id, [p.source for p in places])
        new = [p for p in places if not _is_known(known.get(p.source), p)]
        noted = [_identify(desk, place, _priority(seen)) for place in new]
        files = [file for file, _ in noted]
        jobs = [job for _, job in noted if job is not None]
        hand_out(desk.delivery, desk.ledger.enlist(batch.id, files, jobs))
        seen += len(places)
    desk.ledger.set_batch_state(batch.id, "walked")


def _chunks(places: Iterable[Place]) -> Iterator[list[Place]]:
    walked = iter(places)
    while chunk := list(islice(walked, CHUNK)):
        yield chunk


def _is_known(file: BatchFile | None, place: Place) -> bool:
    same = file is not None and (file.size, file.changed) == (place.size, place.changed)
    return same and file is not None and place.changed > 0 and is_current(file.job_id)


def _priority(seen: int) -> int:
    return min(FIRST_PRIORITY + seen // _PER_PRIORITY, _LOWEST_PRIORITY)


def _identify(
    desk: Desk, place: Place, priority: int
) -> tuple[BatchFile, NewJob | None]:
    try:
        content = read_place(place.source, desk.limits, desk.kept)
    except DanchieuError as error:
        refused = BatchFile(place.source, None, place.size, 0, error.code, str(error))
        return refused, None
    sha256 = hashlib.sha256(content).hexdigest()
    job = NewJob(
        id=job_id_of(sha256),
        sha256=sha256,
        source=place.source,
        name=place.name,
        size=len(content),
        priority=priority,
    )
    return BatchFile(place.source, job.id, place.size, place.changed), job


def hand_out(delivery: Delivery, jobs: Iterable[Job]) -> None:
    """Give the jobs to whoever is free."""
    to_send = letters(jobs)
    for at in range(0, len(to_send), HANDED_OUT):
        delivery.send(to_send[at : at + HANDED_OUT])


def hand_out_lost(ledger: Ledger, delivery: Delivery, *, older_than: float) -> int:
    """Hand out anew what is open in the ledger and carried by nobody.

    Only jobs noted more than ``older_than`` seconds ago: those of this moment may be
    on their way to the delivery. Return how many were lost.
    """
    after, count = 0, 0
    while True:
        lost, after = hand_out_some_lost(
            ledger, delivery, older_than=older_than, after=after
        )
        count += lost
        if not after:
            return count


def hand_out_some_lost(
    ledger: Ledger, delivery: Delivery, *, older_than: float, after: int
) -> tuple[int, int]:
    """Do the same for the next few open jobs after a place in the ledger.

    Return how many were lost, and the place to go on from: 0 behind the last one.
    """
    before = time.time() - older_than
    page = ledger.open_jobs(after, HANDED_OUT)
    old = [job for _, job in page if job.created <= before]
    lost = [letter.job_id for letter in delivery.lost(letters(old))] if old else []
    hand_out(delivery, ledger.hand_out_again(lost))
    return len(lost), page[-1][0] if len(page) == HANDED_OUT else 0


def retry(desk: Desk, batch_id: str | None, code: str | None) -> int:
    """Hand out failed and cancelled jobs again; with ``code`` those failed so."""
    again = desk.ledger.retry(batch_id, code)
    hand_out(desk.delivery, again)
    return len(again)


def cancel_batch(desk: Desk, batch_id: str) -> int:
    """Close a batch; what is being read at this moment is not kept as its result."""
    cancelled = desk.ledger.cancel(batch_id)
    to_recall = letters(cancelled)
    for at in range(0, len(to_recall), HANDED_OUT):
        desk.delivery.recall(to_recall[at : at + HANDED_OUT])
    return len(cancelled)
