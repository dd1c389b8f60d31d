"""The first page, uploads, the guide, and the reader's choices."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from danchieu.errors import DocumentError
from danchieu.jobs import Reader, plain_name
from danchieu.messages import VIETNAMESE, vietnamese
from danchieu.ui.speaking import (
    LANGUAGE_COOKIE,
    TASTE,
    THEME_COOKIE,
    THEMES,
    cookie,
    inside,
)
from danchieu.ui.templates_env import templates
from danchieu.usecases import Store, add_document, count_documents, list_documents

RECENT = 10


def home_routes(store: Store, reader: Reader) -> APIRouter:
    """Return the routes of the first page, of uploads, guide and choices."""
    router = APIRouter()

    @router.get("/")
    def get_home(request: Request) -> Response:
        context = {
            "documents": list_documents(store, limit=RECENT),
            "count": count_documents(store),
            "reasons": VIETNAMESE,
        }
        return templates.TemplateResponse(request, "home.html", context)

    @router.post("/documents")
    async def post_upload(
        request: Request, file: Annotated[list[UploadFile], File()]
    ) -> Response:
        if len(file) == 1:
            return RedirectResponse(await _keep(store, reader, file[0]), 303)
        read = [await _try_to_keep(store, reader, one) for one in file]
        return templates.TemplateResponse(request, "uploaded.html", {"files": read})

    @router.get("/guide")
    def get_guide(request: Request) -> Response:
        return templates.TemplateResponse(request, "guide.html", {})

    @router.post(TASTE)
    def post_taste(
        back: Annotated[str, Form(max_length=4000)] = "/",
        lang: Annotated[str | None, Form()] = None,
        theme: Annotated[str | None, Form()] = None,
    ) -> Response:
        answer = RedirectResponse(inside(back), 303)
        if lang in ("vi", "en"):
            answer.set_cookie(**cookie(LANGUAGE_COOKIE, lang))
        if theme in THEMES:
            answer.set_cookie(**cookie(THEME_COOKIE, theme))
        return answer

    return router


async def _keep(store: Store, reader: Reader, file: UploadFile) -> str:
    """Read and keep a file; return the address of its document."""
    name, content = plain_name(file.filename), await file.read()
    reading = await asyncio.wrap_future(reader.submit(name, content))
    stored = await run_in_threadpool(
        add_document, store, reading.document, reading.result
    )
    return f"/documents/{stored.id}"


async def _try_to_keep(
    store: Store, reader: Reader, file: UploadFile
) -> dict[str, str | None]:
    name = plain_name(file.filename)
    try:
        return {"name": name, "to": await _keep(store, reader, file), "why": None}
    except DocumentError as error:
        return {"name": name, "to": None, "why": vietnamese(error)}
