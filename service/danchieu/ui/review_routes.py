"""The queue of doubtful values, what was decided, and decisions as gold."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from danchieu.ui.document_routes import next_doubt
from danchieu.ui.fixing import change_in_words
from danchieu.ui.templates_env import templates
from danchieu.usecases import Store
from danchieu.usecases.correction_gold import corrections_as_gold
from danchieu.usecases.reviewing import (
    count_doubtful,
    doubtful_facts,
    latest_decisions,
)

ON_A_PAGE = 30
LATEST = 30


def review_routes(store: Store) -> APIRouter:
    """Return the routes below ``/review``."""
    router = APIRouter(prefix="/review")

    @router.get("")
    def get_review(
        request: Request,
        field: Annotated[str, Query(max_length=40)] = "",
        page: Annotated[int, Query(ge=1, le=10_000)] = 1,
        done: bool = False,
    ) -> Response:
        counts = count_doubtful(store)
        start = (page - 1) * ON_A_PAGE
        doubts = doubtful_facts(
            store, field=field or None, limit=ON_A_PAGE + 1, offset=start
        )
        decisions = latest_decisions(store, limit=LATEST)
        names = store.file_names(d.document_id for d in decisions)
        context = {
            "counts": counts,
            "total": sum(count for _, count in counts),
            "field": field,
            "page": page,
            "doubts": doubts[:ON_A_PAGE],
            "more": len(doubts) > ON_A_PAGE,
            "decisions": [(d, names.get(d.document_id)) for d in decisions],
            "done": done,
            "change": change_in_words,
        }
        return templates.TemplateResponse(request, "review.html", context)

    @router.get("/next")
    def get_next(field: Annotated[str, Query(max_length=40)] = "") -> Response:
        return RedirectResponse(next_doubt(store, field or "all"), 303)

    @router.get("/gold.zip")
    def get_gold() -> Response:
        headers = {"content-disposition": 'attachment; filename="gold.zip"'}
        content = corrections_as_gold(store)
        return Response(content, media_type="application/zip", headers=headers)

    return router
