"""Tells those who uploaded a document that it has been read, or why not."""

import time
from collections.abc import Callable

import structlog

from danchieu.errors import BadCallbackError
from danchieu.jobs.webhook import Webhook
from danchieu.store import Job, Ledger

PATIENT_SECONDS = 24 * 3600.0
FIRST_PAUSE, LONGEST_PAUSE = 10.0, 3600.0
MOST_AT_ONCE = 50
_log = structlog.get_logger()


class Teller:
    """Calls the address of each ended job, some at a time, in turn.

    Who does not answer is called again after a while, each time a longer one, for a
    day; the others do not wait for that.
    """

    def __init__(
        self, ledger: Ledger, webhook: Webhook, now: Callable[[], float] = time.time
    ) -> None:
        self._ledger, self._webhook, self._now = ledger, webhook, now
        self._after = 0
        self._later: dict[str, tuple[float, float]] = {}

    def __call__(self) -> int:
        """Call those whose turn it is; return how many took it."""
        page = self._ledger.untold(self._after, MOST_AT_ONCE)
        told = 0
        for _, job in page:
            if self._later.get(job.id, (0.0, 0.0))[0] <= self._now():
                told += self._tell(job)
        self._after = page[-1][0] if len(page) == MOST_AT_ONCE else 0
        return told

    def _tell(self, job: Job) -> bool:
        taken, now = _call(self._webhook, job), self._now()
        if taken or now - (job.ended or now) > PATIENT_SECONDS:
            self._later.pop(job.id, None)
            self._ledger.set_told(job.id)
        else:
            pause = self._later.get(job.id, (0.0, FIRST_PAUSE))[1]
            self._later[job.id] = now + pause, min(2 * pause, LONGEST_PAUSE)
        return taken


def _call(webhook: Webhook, job: Job) -> bool:
    said = {
        "job": job.id,
        "state": job.state,
        "code": job.code,
        "document_id": job.document_id,
        "pages": job.pages,
    }
    try:
        return webhook.send(job.callback or "", said)
    except BadCallbackError as error:
        _log.warning("callback-refused", job=job.id, code=error.code)
        return False
