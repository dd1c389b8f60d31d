"""Does one job: reads its content, keeps the document, notes what became of it."""

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore, Event
from typing import TypeVar

import structlog

from danchieu.domain.limits import Limits
from danchieu.errors import (
    DanchieuError,
    DocumentError,
    FaultError,
    NotFoundError,
    ReaderDiedError,
    StoreUnavailableError,
    TimeLimitError,
)
from danchieu.jobs import Reader, Reading, read_now, read_place
from danchieu.store.content import Content
from danchieu.store.job_records import Job, NewJob, ReadOnce
from danchieu.store.ledger import Ledger
from danchieu.usecases.adding import add_documents
from danchieu.usecases.figures import Figures
from danchieu.usecases.job_identity import job_id_of
from danchieu.usecases.store import Store

ATTEMPTS = 3
PATIENCE = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds between tries at a store that does not answer: a restart is lived through."""

_AWAY = (StoreUnavailableError, OSError)
_HARMFUL = (ReaderDiedError, TimeLimitError, FaultError)
_log = structlog.get_logger()
_Given = TypeVar("_Given")


@dataclass(frozen=True, slots=True)
class Tools:
    """What a workshop works with; ``quarantine`` is where harmful files are put."""

    store: Store
    ledger: Ledger
    reader: Reader
    kept: Content
    quarantine: Path
    limits: Limits
    figures: Figures = field(default_factory=Figures)
    patience: tuple[float, ...] = PATIENCE


class Workshop:
    """Does jobs, ``hands`` at once; the same job may come twice and is done once.

    A document that kills its reader is tried three times, then it has failed and a
    copy lies in quarantine. A store that stays away ends the work, not the job:
    ``trouble`` says why, and the job stays open in the ledger.
    """

    def __init__(
        self,
        tools: Tools,
        *,
        name: str,
        hands: int,
        replaced: Callable[[Job], None],
    ) -> None:
        self._tools = tools
        self._name = name
        self._hands = BoundedSemaphore(hands)
        self._replaced = replaced
        self.stopping = Event()
        self.trouble: Exception | None = None

    def __call__(self, job_id: str) -> None:
        """Do the job unless it is done; come back when its end is noted."""
        with self._hands:
            if self.stopping.is_set():
                return
            try:
                self._do(job_id)
            except _StoreStaysAwayError as away:
                self.stop_for(away.cause)
            except _AWAY as error:
                self.stop_for(error)

    def stop_for(self, cause: Exception) -> None:
        """End the work and keep the reason; jobs stay open."""
        self.trouble = cause
        self.stopping.set()

    def _do(self, job_id: str) -> None:
        job = self._begin(job_id)
        if job is None:
            return
        try:
            if job.attempts > ATTEMPTS:
                raise ReaderDiedError(
                    f"{job.name}: reading it was begun {ATTEMPTS} times and never ended"
                )
            started = time.monotonic()
            content = read_place(job.source, self._tools.limits, self._tools.kept)
            sha256 = hashlib.sha256(content).hexdigest()
            self._tools.figures.count_stages({"fetch": time.monotonic() - started})
            if sha256 != job.sha256:
                self._replace(job, sha256, len(content))
                return
            self._read(job, content)
        except (DocumentError, NotFoundError) as error:
            self._fail(job, error)

    def _begin(self, job_id: str) -> Job | None:
        return self._patiently(lambda: self._tools.ledger.begin(job_id, self._name))

    def _read(self, job: Job, content: bytes) -> None:
        started = time.monotonic()
        reading = self._try_reading(job, content)
        if reading is None:
            self._tools.ledger.give_back(job.id)
            return
        came = time.monotonic()
        self._patiently(lambda: self._keep(reading))
        kept = time.monotonic()
        read = ReadOnce(
            document_id=job.sha256[:32],
            rules=reading.result.versions.rules,
            pages=len(reading.document.text.pages),
            seconds=round(kept - started, 3),
        )
        self._patiently(lambda: self._tools.ledger.finish(job.id, read))
        self._tools.figures.count_read(read.pages, read.seconds)
        self._tools.figures.count_stages(
            {
                "wait": came - started - sum(reading.seconds.values()),
                **reading.seconds,
                "keep": kept - came,
                "note": time.monotonic() - kept,
            }
        )
        _log.info("read", job=job.id, pages=read.pages, seconds=read.seconds)

    def _try_reading(self, job: Job, content: bytes) -> Reading | None:
        """Read until it comes back; None when it was cancelled or we stop."""
        attempt: Job | None = job
        while attempt is not None:
            try:
                return read_now(self._tools.reader, job.name, content)
            except ReaderDiedError:
                if attempt.attempts >= ATTEMPTS:
                    raise
                attempt = self._begin(job.id)
        return None

    def _keep(self, reading: Reading) -> None:
        add_documents(self._tools.store, [(reading.document, reading.result)])

    def _replace(self, job: Job, sha256: str, size: int) -> None:
        """The file is another one by now: read that one instead."""
        new = NewJob(
            id=job_id_of(sha256),
            sha256=sha256,
            source=job.source,
            name=job.name,
            size=size,
            priority=job.priority,
            callback=job.callback,
        )
        for fresh in self._patiently(lambda: self._tools.ledger.replace(job.id, new)):
            self._replaced(fresh)

    def _fail(self, job: Job, error: DanchieuError) -> None:
        if isinstance(error, _HARMFUL):
            self._patiently(lambda: self._quarantine(job, error))
        message = str(error)
        self._patiently(lambda: self._tools.ledger.fail(job.id, error.code, message))
        self._tools.figures.count_failed(error.code)
        _log.warning("failed", job=job.id, code=error.code, attempts=job.attempts)

    def _quarantine(self, job: Job, error: DanchieuError) -> None:
        """Put a copy aside with the reason, for whoever looks into it."""
        folder = self._tools.quarantine
        folder.mkdir(parents=True, exist_ok=True)
        reason = {
            "source": job.source,
            "name": job.name,
            "sha256": job.sha256,
            "code": error.code,
            "message": str(error),
        }
        try:
            content = read_place(job.source, self._tools.limits, self._tools.kept)
            (folder / job.sha256).write_bytes(content)
        except DanchieuError as gone:
            reason["copy"] = str(gone)
        text = json.dumps(reason, ensure_ascii=False, indent=1)
        (folder / f"{job.sha256}.json").write_text(text + "\n", "utf-8")

    def _patiently(self, act: Callable[[], _Given]) -> _Given:
        try:
            return patiently(act, self.stopping, _AWAY, self._tools.patience)
        except _AWAY as error:
            raise _StoreStaysAwayError(error) from error


def patiently(
    act: Callable[[], _Given],
    stopping: Event,
    away: tuple[type[Exception], ...],
    patience: tuple[float, ...] = PATIENCE,
) -> _Given:
    """Do ``act``, and again after a pause each time that the store is ``away``.

    The last try, after all pauses or when ``stopping`` is set, is not caught.
    """
    for pause in patience:
        try:
            return act()
        except away as error:
            _log.warning("store-unavailable", error=type(error).__name__)
            if stopping.wait(pause):
                break
    return act()


class _StoreStaysAwayError(Exception):
    """The store did not come back in time."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(str(cause))
        self.cause = cause
