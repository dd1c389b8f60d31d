"""Errors as problem details (RFC 9457), Vietnamese first."""

from http import HTTPStatus

from fastapi import Response
from pydantic import BaseModel


class Problem(BaseModel):
    """What went wrong; ``code`` is stable, ``detail`` is Vietnamese.

    ``detail_en`` says the same in English and may name the file and the limit.
    """

    type: str
    title: str
    status: int
    code: str
    detail: str
    detail_en: str
    instance: str


def problem(code: str, status: int, *, details: tuple[str, str], path: str) -> Problem:
    """Return the problem of the request to ``path``; details in both languages."""
    return Problem(
        type=f"urn:danchieu:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        detail=details[0],
        detail_en=details[1],
        instance=path,
    )


def problem_response(given: Problem) -> Response:
    """Return the answer that carries ``given``."""
    return Response(
        given.model_dump_json(),
        given.status,
        media_type="application/problem+json; charset=utf-8",
    )
