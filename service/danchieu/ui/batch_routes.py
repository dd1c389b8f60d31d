"""Batches that the command line brought in: how far they are, what failed and why."""

from collections import Counter
from itertools import islice

from fastapi import APIRouter, Request, Response

from danchieu.errors import NotFoundError
from danchieu.messages import VIETNAMESE
from danchieu.store import Ledger
from danchieu.ui.templates_env import templates

MOST_FAILURES = 500


def batch_routes(ledger: Ledger | None) -> APIRouter:
    """Return the routes below ``/batches``; without ledger there are no batches."""
    router = APIRouter(prefix="/batches")

    @router.get("")
    def get_batches(request: Request) -> Response:
        known = ledger.batches() if ledger is not None else ()
        shown = [(batch, ledger.counts(batch.id)) for batch in known] if ledger else []
        context = {"batches": shown, "reasons": VIETNAMESE}
        return templates.TemplateResponse(request, "batches.html", context)

    @router.get("/{batch_id}")
    def get_batch(request: Request, batch_id: str) -> Response:
        known = ledger.batches() if ledger is not None else ()
        batch = next((b for b in known if b.id == batch_id), None)
        if batch is None or ledger is None:
            raise NotFoundError(f"no batch {batch_id!r}; see /batches")
        failed = (o for o in ledger.outcomes(batch_id) if o.code is not None)
        failures = list(islice(failed, MOST_FAILURES))
        context = {
            "batch": batch,
            "counts": ledger.counts(batch_id),
            "failures": failures,
            "by_code": Counter(o.code for o in failures).most_common(),
            "reasons": VIETNAMESE,
        }
        return templates.TemplateResponse(request, "batch.html", context)

    return router
