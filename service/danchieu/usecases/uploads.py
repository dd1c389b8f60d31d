"""An upload that takes its time: kept first, then read like any file of a batch."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from danchieu.domain.limits import Limits
from danchieu.errors import BadCallbackError, QueueFullError
from danchieu.jobs import KEPT, PagesDone
from danchieu.jobs.webhook import Webhook
from danchieu.load import read_file
from danchieu.store import CANCELLED, FAILED, Job, NewJob
from danchieu.usecases.batches import Desk, hand_out
from danchieu.usecases.job_identity import job_id_of, letters

UPLOAD_PRIORITY = 1
"""An officer who waits comes before every batch."""


class Uploads(Protocol):
    """Where the service puts uploads that it does not answer at once."""

    def is_prompt(self, name: str, content: bytes) -> bool:
        """Return whether reading it takes so little that the caller may wait.

        Raises:
            DocumentError: it is of no kind that we read.
        """
        ...

    def accept(self, name: str, content: bytes, callback: str | None) -> Job:
        """Keep the content and hand it out; ``callback`` is told of the end.

        Of several callers with the same content the first one is told.

        Raises:
            QueueFullError: too many wait already.
            BadCallbackError: the address is not one that we call.
        """
        ...

    def job(self, job_id: str) -> Job:
        """Return how far a job is.

        Raises:
            NotFoundError: there is no such job.
        """
        ...

    def pages_done(self, job: Job) -> PagesDone | None:
        """Return how many pages of a long document are read; None where unknown."""
        ...

    def cancel(self, job_id: str) -> Job:
        """Close a job that has not ended, and return it.

        Raises:
            NotFoundError: there is no such job.
        """
        ...


@dataclass(frozen=True, slots=True)
class QueuedUploads:
    """Uploads over the ledger: digital files up to ``prompt_bytes`` are prompt.

    ``done_of`` tells of a SHA-256 that is being read how far it is.
    """

    desk: Desk
    limits: Limits
    prompt_bytes: int
    queue_limit: int
    webhook: Webhook | None = None
    done_of: Callable[[str], PagesDone | None] = lambda _: None

    def is_prompt(self, name: str, content: bytes) -> bool:
        """Return whether it is small and has letters of its own.

        A PDF with pictures and without fonts is a scan.
        """
        media_type = read_file(name, content, self.limits).media_type
        if len(content) > self.prompt_bytes or media_type.startswith("image/"):
            return False
        return b"/Font" in content or not (
            media_type == "application/pdf" and b"/Image" in content
        )

    def accept(self, name: str, content: bytes, callback: str | None) -> Job:
        """Keep the content and hand it out before all batches."""
        if callback is not None:
            self._check(callback)
        ledger = self.desk.ledger
        if ledger.count_waiting_uploads() >= self.queue_limit:
            raise QueueFullError(
                f"{name}: {self.queue_limit} uploads wait already; come back later"
            )
        sha256 = hashlib.sha256(content).hexdigest()
        self.desk.kept.save(sha256, content)
        new = NewJob(
            id=job_id_of(sha256),
            sha256=sha256,
            source=f"{KEPT}{sha256}",
            name=name,
            size=len(content),
            priority=UPLOAD_PRIORITY,
            callback=callback,
        )
        fresh = ledger.enlist(None, [], [new])
        if not fresh and callback is not None:
            ledger.set_callback(new.id, callback)
        hand_out(self.desk.delivery, fresh or self._again(new.id))
        return ledger.job(new.id)

    def _check(self, callback: str) -> None:
        if self.webhook is None:
            raise BadCallbackError(
                "no callback can be signed here; set DANCHIEU_WEBHOOK_SECRET"
            )
        self.webhook.check(callback)

    def _again(self, job_id: str) -> tuple[Job, ...]:
        """What failed or was cancelled before gets another chance when sent again.

        What waits in a batch is taken out of its turn.
        """
        before = self.desk.ledger.job(job_id)
        if before.state in (FAILED, CANCELLED):
            return self.desk.ledger.reopen([job_id])
        hastened = self.desk.ledger.hasten(job_id, UPLOAD_PRIORITY)
        if hastened:
            self.desk.delivery.recall(letters([before]))
        return hastened

    def job(self, job_id: str) -> Job:
        """Return how far a job is."""
        return self.desk.ledger.job(job_id)

    def pages_done(self, job: Job) -> PagesDone | None:
        """Return how many pages of a long document are read; None where unknown."""
        return self.done_of(job.sha256)

    def cancel(self, job_id: str) -> Job:
        """Close a job and take it back from who would have carried it."""
        before = self.desk.ledger.job(job_id)
        if self.desk.ledger.cancel_job(job_id):
            self.desk.delivery.recall(letters([before]))
        return self.desk.ledger.job(job_id)
