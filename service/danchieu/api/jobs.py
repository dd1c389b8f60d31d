"""``/v1/jobs``: how far an upload is that was not answered at once."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from danchieu.api.problems import Problem
from danchieu.errors import NotFoundError
from danchieu.jobs import PagesDone
from danchieu.store import Job
from danchieu.usecases.uploads import Uploads

JobId = Annotated[str, Path(description="`id` của công việc / of the job")]
_LOOK_SECONDS = 0.5
_ENDED = ("done", "failed", "cancelled", "replaced")
_EVENTS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/event-stream": {}}, "description": "One event per change"}
}


class JobShape(BaseModel):
    """One upload on its way; ``document_id`` is there when ``state`` is done.

    ``code`` and ``message`` say why it failed. ``pages_read`` of ``page_count`` are
    known while a long scan is being read.
    """

    id: str
    state: Literal["waiting", "running", "done", "failed", "cancelled", "replaced"]
    file_name: str
    code: str | None
    message: str | None
    document_id: str | None
    pages: int
    pages_read: int | None = None
    page_count: int | None = None
    created: float
    ended: float | None


def job_shape(job: Job, done: PagesDone | None = None) -> JobShape:
    """Return the job as callers see it."""
    return JobShape(
        id=job.id,
        state=job.state,
        file_name=job.name,
        code=job.code,
        message=job.message,
        document_id=job.document_id,
        pages=job.pages,
        pages_read=done.read if done else None,
        page_count=done.all if done else None,
        created=job.created,
        ended=job.ended,
    )


def jobs_router(uploads: Uploads | None) -> APIRouter:
    """Return the routes that look at jobs and cancel them."""
    router = APIRouter(tags=["jobs"])

    @router.get("/{job_id}", responses=_problems())
    def get_job(job_id: JobId) -> JobShape:
        """Công việc đã đến đâu. / How far a job is."""
        there = _there(uploads, job_id)
        job = there.job(job_id)
        return job_shape(job, there.pages_done(job))

    @router.get(
        "/{job_id}/events",
        response_class=StreamingResponse,
        responses={**_problems(), **_EVENTS},
    )
    async def get_events(job_id: JobId) -> StreamingResponse:
        """Theo dõi công việc (server-sent events). / Follow a job until it ends."""
        there = _there(uploads, job_id)
        first = await run_in_threadpool(there.job, job_id)
        return StreamingResponse(
            _events(there, first),
            media_type="text/event-stream",
            headers={"cache-control": "no-store"},
        )

    @router.post("/{job_id}/cancel", responses=_problems())
    def post_cancel(job_id: JobId) -> JobShape:
        """Hủy công việc chưa xong. / Cancel a job that has not ended."""
        return job_shape(_there(uploads, job_id).cancel(job_id))

    return router


async def _events(uploads: Uploads, job: Job) -> AsyncIterator[str]:
    said = ""
    while True:
        now = job_shape(job, uploads.pages_done(job)).model_dump()
        line = json.dumps(now, ensure_ascii=False)
        if line != said:
            said = line
            yield f"event: {job.state}\ndata: {line}\n\n"
        if job.state in _ENDED:
            return
        await asyncio.sleep(_LOOK_SECONDS)
        job = await run_in_threadpool(uploads.job, job.id)


def _there(uploads: Uploads | None, job_id: str) -> Uploads:
    if uploads is None:
        raise NotFoundError(f"no job {job_id!r}: this service answers all at once")
    return uploads


def _problems() -> dict[int | str, dict[str, Any]]:
    content = {"application/problem+json": {"schema": Problem.model_json_schema()}}
    return {404: {"content": content}}
