"""``/healthz``: whether the service can work."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from danchieu import __version__
from danchieu.contract import SCHEMA_VERSION
from danchieu.usecases import Store, count_documents


class Health(BaseModel):
    """The service answers and its store too."""

    status: Literal["ok"] = "ok"
    version: str = __version__
    schema_version: str = SCHEMA_VERSION
    documents: int


def health_router(store: Store) -> APIRouter:
    """Return the route that a supervisor asks."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz")
    def get_health() -> Health:
        """Dịch vụ và kho có hoạt động không. / Whether service and store work."""
        return Health(documents=count_documents(store))

    return router
