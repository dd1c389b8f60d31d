"""``/v1/documents``: put a document in, get its result and its pages."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, File, Path, Query, Response, UploadFile
from fastapi.concurrency import run_in_threadpool

from danchieu.api.examples import RESULT_EXAMPLE
from danchieu.api.jobs import JobShape, job_shape
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
from danchieu.usecases.uploads import Uploads

DocumentId = Annotated[str, Path(description="`id` của văn bản / of the document")]
PageNumber = Annotated[int, Path(ge=1, description="Số trang, từ 1 / page, from 1")]
_KEEP = {"cache-control": "private, max-age=86400, immutable"}
"""An ``id`` follows from the bytes, so its pictures never change."""
PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {}}, "description": "The page as PNG"}
}


def documents_router(
    store: Store, reader: Reader, uploads: Uploads | None
) -> APIRouter:
    """Return the routes that take, show and draw documents."""
    router = APIRouter(tags=["documents"])

    _add_upload(router, store, reader, uploads)

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


def _add_upload(
    router: APIRouter, store: Store, reader: Reader, uploads: Uploads | None
) -> None:
    @router.post("", responses={**_problems(413, 415, 422, 503), **_answers()})
    async def post_document(
        response: Response,
        file: Annotated[UploadFile, File(description="PDF, DOCX, ảnh hoặc văn bản")],
        callback: Annotated[
            str | None,
            Query(max_length=2000, description="Địa chỉ báo khi xong / webhook"),
        ] = None,
    ) -> StoredResult | JobShape:
        """Đọc một văn bản, đưa vào kho và trả kết quả. / Read and keep a document.

        Small digital files are answered at once; others, and those with a
        ``callback``, with 202 and a job to look at.
        """
        name, content = plain_name(file.filename), await file.read()
        if uploads is not None and not (
            callback is None and uploads.is_prompt(name, content)
        ):
            job = await run_in_threadpool(uploads.accept, name, content, callback)
            response.status_code = 202
            response.headers["location"] = f"/v1/jobs/{job.id}"
            return job_shape(job)
        reading = await asyncio.wrap_future(reader.submit(name, content))
        return await run_in_threadpool(
            add_document, store, reading.document, reading.result
        )


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {"application/problem+json": {"schema": Problem.model_json_schema()}}
    return {status: {"content": content} for status in statuses}


def _answers() -> dict[int | str, dict[str, Any]]:
    job = {"application/json": {"schema": JobShape.model_json_schema()}}
    return {
        200: {"content": {"application/json": {"example": RESULT_EXAMPLE}}},
        202: {"content": job, "description": "A job; `Location` leads to it"},
    }
