"""``/v1/documents``: put a document in, get its result and its pages."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Query, Response, UploadFile
from fastapi.concurrency import run_in_threadpool

from danchieu.api.examples import RESULT_EXAMPLE
from danchieu.api.problems import Problem
from danchieu.contract import PageShape, StoredResult
from danchieu.jobs import Reader, plain_name
from danchieu.usecases import (
    Store,
    add_document,
    show_document,
    show_file,
    show_page,
)

DocumentId = Annotated[str, Path(description="`id` của văn bản / of the document")]
PageNumber = Annotated[int, Path(ge=1, description="Số trang, từ 1 / page, from 1")]
_KEEP = {"cache-control": "private, max-age=86400, immutable"}
"""An ``id`` follows from the bytes, so its pictures never change."""
PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {}}, "description": "The page as PNG"}
}


def documents_router(store: Store, reader: Reader) -> APIRouter:
    """Return the routes that take, show and draw documents."""
    router = APIRouter(tags=["documents"])

    @router.post("", responses={**_problems(413, 415, 422), **_example()})
    async def post_document(
        file: Annotated[UploadFile, File(description="PDF, DOCX, ảnh hoặc văn bản")],
    ) -> StoredResult:
        """Đọc một văn bản, đưa vào kho và trả kết quả. / Read and keep a document."""
        name, content = plain_name(file.filename), await file.read()
        reading = await asyncio.wrap_future(reader.submit(name, content))
        return await run_in_threadpool(
            add_document, store, reading.document, reading.result
        )

    @router.get("/{document_id}", responses=_problems(404))
    def get_document(document_id: DocumentId) -> StoredResult:
        """Trả kết quả đã lưu của một văn bản. / The stored result of a document."""
        return show_document(store, document_id)

    @router.get(
        "/{document_id}/pages/{number}.png",
        response_class=Response,
        responses={**_problems(404, 422), **PNG},
    )
    async def get_page_picture(
        document_id: DocumentId,
        number: PageNumber,
        scale: Annotated[
            float, Query(gt=0, le=4, description="1 = 72 điểm ảnh/inch / pixels per pt")
        ] = 1.5,
    ) -> Response:
        """Trả ảnh của một trang PDF hoặc ảnh quét. / One page as a picture."""
        file = await run_in_threadpool(show_file, store, document_id)
        picture = await asyncio.wrap_future(
            reader.submit_page(file.name, file.content, number=number, scale=scale)
        )
        return Response(picture, media_type="image/png", headers=_KEEP)

    @router.get("/{document_id}/pages/{number}", responses=_problems(404))
    def get_page(document_id: DocumentId, number: PageNumber) -> PageShape:
        """Trả chữ và hộp chữ của một trang. / Text and words of one page."""
        return show_page(store, document_id, number)

    return router


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {"application/problem+json": {"schema": Problem.model_json_schema()}}
    return {status: {"content": content} for status in statuses}


def _example() -> dict[int | str, dict[str, Any]]:
    return {200: {"content": {"application/json": {"example": RESULT_EXAMPLE}}}}
