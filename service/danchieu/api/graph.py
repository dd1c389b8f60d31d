"""``/v1/graph``: who implements what."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from danchieu.api.examples import TRACE_EXAMPLE
from danchieu.api.problems import Problem
from danchieu.contract import TraceEntry
from danchieu.usecases import Store, trace

_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"example": TRACE_EXAMPLE}}},
    404: {
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}}
    },
}


def graph_router(store: Store) -> APIRouter:
    """Return the routes that answer questions about the chain."""
    router = APIRouter(tags=["graph"])

    @router.get("/implementers", responses=_RESPONSES)
    def get_implementers(
        code: Annotated[
            str, Query(min_length=1, max_length=200, examples=["1068/QĐ-TTg"])
        ],
    ) -> list[TraceEntry]:
        """Trả các văn bản thực hiện văn bản có số này. / Who implements this code."""
        return list(trace(store, code))

    return router
