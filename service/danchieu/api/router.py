"""All routes of the JSON service over one store and one reader."""

from fastapi import APIRouter

from danchieu.api.documents import documents_router
from danchieu.api.graph import graph_router
from danchieu.api.health import Watch, health_router
from danchieu.api.jobs import jobs_router
from danchieu.jobs import Reader
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases import GraphStore
from danchieu.usecases.uploads import Uploads


def make_router(
    store: GraphStore,
    reader: Reader,
    knowledge: Knowledge,
    *,
    uploads: Uploads | None = None,
    watch: Watch | None = None,
) -> APIRouter:
    """Return the routes ``/v1/…``, ``/healthz``, ``/readyz`` and ``/metrics``.

    Without ``uploads`` every upload is answered at once.
    """
    router = APIRouter()
    router.include_router(
        documents_router(store, reader, uploads), prefix="/v1/documents"
    )
    router.include_router(graph_router(store, knowledge), prefix="/v1/graph")
    router.include_router(jobs_router(uploads), prefix="/v1/jobs")
    router.include_router(health_router(store, watch))
    return router
