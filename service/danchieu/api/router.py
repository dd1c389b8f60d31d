"""All routes of the JSON service over one store and one reader."""

from fastapi import APIRouter

from danchieu.api.documents import documents_router
from danchieu.api.graph import graph_router
from danchieu.api.health import health_router
from danchieu.jobs import Reader
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases import GraphStore


def make_router(store: GraphStore, reader: Reader, knowledge: Knowledge) -> APIRouter:
    """Return the routes ``/v1/…`` and ``/healthz``."""
    router = APIRouter()
    router.include_router(documents_router(store, reader), prefix="/v1/documents")
    router.include_router(graph_router(store, knowledge), prefix="/v1/graph")
    router.include_router(health_router(store))
    return router
