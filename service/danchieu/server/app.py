"""Puts the application together from a store and a reader."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from fastapi import Depends, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from danchieu import __version__, api, ui
from danchieu.domain.limits import Limits
from danchieu.jobs import Reader
from danchieu.rules.knowledge import Knowledge
from danchieu.server.body_limit import FORM_OVERHEAD, BodyLimit
from danchieu.server.guards import SafeAnswers, refuse_other_origins
from danchieu.server.statuses import install_error_answers
from danchieu.usecases import GraphStore


class OpenStore(GraphStore, Protocol):
    """A store that the application closes at its end."""

    def close(self) -> None:
        """Give back the database."""
        ...


SMALLEST_PACKED = 1_000
"""Answers of fewer bytes are not worth packing."""
HOSTS = ["127.0.0.1", "localhost", "[::1]"]


def create_app(
    store: OpenStore, reader: Reader, *, limits: Limits, knowledge: Knowledge
) -> FastAPI:
    """Return the application; it closes ``reader`` and ``store`` when it ends."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(reader.prepare)
        try:
            yield
        finally:
            await run_in_threadpool(reader.close)
            store.close()

    app = FastAPI(
        title="Dẫn Chiếu",
        version=__version__,
        description="Đọc văn bản hành chính và chỉ ra ai thực hiện văn bản nào.",
        lifespan=lifespan,
        dependencies=[Depends(_own_origin)],
        docs_url=None,
        redoc_url=None,
    )
    install_error_answers(app)
    app.include_router(api.make_router(store, reader, knowledge))
    app.include_router(
        ui.make_router(store, reader, knowledge), include_in_schema=False
    )
    app.mount("/static", ui.static_files(), name="static")
    app.add_middleware(BodyLimit, max_bytes=limits.max_bytes + FORM_OVERHEAD)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    app.add_middleware(SafeAnswers)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED)
    return app


async def _own_origin(request: Request) -> None:
    refuse_other_origins(request.headers, request.method)
