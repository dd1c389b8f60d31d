"""Puts the application together from a store and a reader."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
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
from danchieu.server.job_work import JobWork
from danchieu.server.keys import Allows, RequireKey
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
    store: OpenStore,
    reader: Reader,
    *,
    limits: Limits,
    knowledge: Knowledge,
    work: JobWork | None = None,
    allows: Allows | None = None,
) -> FastAPI:
    """Return the application; it closes ``reader``, ``store``, ``work`` at its end.

    Without ``work`` uploads never become jobs. With ``allows`` every caller shows a
    key, and any host name is answered.
    """
    app = FastAPI(
        title="Dẫn Chiếu",
        version=__version__,
        description="Đọc văn bản hành chính và chỉ ra ai thực hiện văn bản nào.",
        lifespan=_lifespan(store, reader, work),
        dependencies=[Depends(_own_origin)],
        docs_url=None,
        redoc_url=None,
    )
    install_error_answers(app)
    uploads = work.uploads if work is not None else None
    app.include_router(
        api.make_router(store, reader, knowledge, uploads=uploads, watch=work)
    )
    app.include_router(
        ui.make_router(
            store,
            reader,
            knowledge,
            ledger=None if work is None else work.ledger,
            allows=allows,
        ),
        include_in_schema=False,
    )
    app.mount("/static", ui.static_files(), name="static")
    _guard(app, limits, allows)
    return app


def _lifespan(
    store: OpenStore, reader: Reader, work: JobWork | None
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await run_in_threadpool(reader.prepare)
        if work is not None:
            await run_in_threadpool(work.start)
        try:
            yield
        finally:
            if work is not None:
                await run_in_threadpool(work.stop)
            await run_in_threadpool(reader.close)
            store.close()

    return lifespan


def _guard(app: FastAPI, limits: Limits, allows: Allows | None) -> None:
    """Put the guards around the routes, the innermost first."""
    app.add_middleware(BodyLimit, max_bytes=limits.max_bytes + FORM_OVERHEAD)
    if allows is None:
        app.add_middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)
    else:
        app.add_middleware(RequireKey, allows=allows)
    app.add_middleware(SafeAnswers)
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED)


async def _own_origin(request: Request) -> None:
    refuse_other_origins(request.headers, request.method)
