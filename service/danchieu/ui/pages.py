"""The pages: the first one, a document, and the answer of a trace."""

import asyncio
from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, File, Query, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from danchieu.contract import StoredResult, TraceEntry
from danchieu.errors import NotFoundError
from danchieu.jobs import Reader, plain_name
from danchieu.ui.facts import groups_of, rows_of
from danchieu.ui.page_view import boxes_on, pieces_of
from danchieu.ui.templates_env import templates
from danchieu.ui.wording import TRACE_GROUPS
from danchieu.usecases import (
    Store,
    add_document,
    list_documents,
    show_document,
    show_page,
    trace,
    trace_targets,
)

RECENT = 20


def make_router(store: Store, reader: Reader) -> APIRouter:
    """Return the routes of the pages over one store and one reader."""
    router = APIRouter()

    @router.get("/")
    def get_home(request: Request) -> Response:
        documents = list_documents(store, limit=RECENT)
        return templates.TemplateResponse(
            request, "home.html", {"documents": documents}
        )

    @router.post("/documents")
    async def post_upload(file: Annotated[UploadFile, File()]) -> Response:
        name, content = plain_name(file.filename), await file.read()
        reading = await asyncio.wrap_future(reader.submit(name, content))
        stored = await run_in_threadpool(
            add_document, store, reading.document, reading.result
        )
        return RedirectResponse(f"/documents/{stored.id}", 303)

    @router.get("/documents/{document_id}")
    def get_document(
        request: Request,
        document_id: str,
        page: Annotated[int, Query(ge=1)] = 1,
        mark: int | None = None,
    ) -> Response:
        result = show_document(store, document_id)
        context = _document_context(store, result, page) | {"lit": mark}
        return templates.TemplateResponse(request, "document.html", context)

    @router.get("/trace")
    def get_trace(
        request: Request, code: Annotated[str, Query(max_length=200)] = ""
    ) -> Response:
        asked = code.strip()
        context = {"code": asked, **_trace_context(store, asked)}
        return templates.TemplateResponse(request, "trace.html", context)

    return router


def _document_context(
    store: Store, result: StoredResult, number: int
) -> dict[str, Any]:
    page = show_page(store, result.id, number)
    groups = groups_of(result)
    rows = rows_of(groups)
    pictured = result.source.media_type.startswith(("application/pdf", "image/"))
    return {
        "result": result,
        "groups": groups,
        "page": page,
        "pictured": pictured,
        "boxes": boxes_on(page, rows) if pictured else (),
        "pieces": () if pictured else pieces_of(page, rows),
    }


def _trace_context(store: Store, code: str) -> dict[str, Any]:
    if not code:
        return {"targets": [], "known": True}
    try:
        targets = trace_targets(store, code)
        entries = trace(store, code)
    except NotFoundError:
        return {"targets": [], "known": False}
    answers: list[dict[str, Any]] = [
        {
            "document": target,
            "groups": _grouped(e for e in entries if e.target.id == target.id),
        }
        for target in targets
    ]
    answers.sort(key=lambda answer: not answer["groups"])
    return {"targets": answers, "known": True}


def _grouped(entries: Iterable[TraceEntry]) -> list[dict[str, Any]]:
    by_way: dict[str, list[TraceEntry]] = {}
    for entry in entries:
        by_way.setdefault(entry.relation, []).append(entry)
    return [
        {"key": key, "heading": heading, "about": about, "entries": by_way[key]}
        for key, (heading, about) in TRACE_GROUPS.items()
        if key in by_way
    ]
