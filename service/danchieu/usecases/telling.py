"""Tells those who uploaded a document that it has been read, or why not."""

import time

import structlog

from danchieu.errors import BadCallbackError
from danchieu.jobs.webhook import Webhook
from danchieu.store import Job, Ledger

PATIENT_SECONDS = 24 * 3600.0
MOST_AT_ONCE = 50
_log = structlog.get_logger()


def tell_ended(ledger: Ledger, webhook: Webhook) -> int:
    """Call the address of each ended job once; return how many took it.

    Who does not answer is called again at the next time, for a day.
    """
    told, now = 0, time.time()
    for job in ledger.untold(MOST_AT_ONCE):
        taken = _tell(webhook, job)
        told += taken
        if taken or now - (job.ended or now) > PATIENT_SECONDS:
            ledger.set_told(job.id)
    return told


def _tell(webhook: Webhook, job: Job) -> bool:
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
