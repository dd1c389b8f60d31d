"""``/healthz``, ``/readyz``, ``/metrics``: whether the service can work, and how."""

from typing import Literal, Protocol

from fastapi import APIRouter, Response
from pydantic import BaseModel

from danchieu import __version__
from danchieu.contract import SCHEMA_VERSION
from danchieu.usecases import Store, count_documents
from danchieu.usecases.figures import CONTENT_TYPE


class Health(BaseModel):
    """The service answers and its store too."""

    status: Literal["ok"] = "ok"
    version: str = __version__
    schema_version: str = SCHEMA_VERSION
    documents: int


class Ready(BaseModel):
    """Whether uploads are taken and read; ``reason`` says why not."""

    ready: bool
    reason: str | None = None


class Watch(Protocol):
    """What a supervisor and a monitor want to know."""

    def trouble(self) -> str | None:
        """Return why no job can be done, None when all is well."""
        ...

    def figures(self) -> bytes:
        """Return the figures in Prometheus' text form."""
        ...


def health_router(store: Store, watch: Watch | None) -> APIRouter:
    """Return the routes that a supervisor and a monitor ask."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz")
    def get_health() -> Health:
        """Dịch vụ và kho có hoạt động không. / Whether service and store work."""
        return Health(documents=count_documents(store))

    @router.get("/readyz", responses={503: {"model": Ready}})
    def get_readiness(response: Response) -> Ready:
        """Có nhận và đọc được văn bản không. / Whether documents are read."""
        count_documents(store)
        reason = watch.trouble() if watch is not None else None
        response.status_code = 503 if reason else 200
        return Ready(ready=reason is None, reason=reason)

    @router.get(
        "/metrics",
        response_class=Response,
        responses={200: {"content": {"text/plain": {}}}},
    )
    def get_metrics() -> Response:
        """Số liệu theo dõi (Prometheus). / Figures for monitoring."""
        text = watch.figures() if watch is not None else b""
        return Response(text, media_type=CONTENT_TYPE)

    return router
