"""Signing in with a key, where the service asks for one."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from danchieu.ui.speaking import KEY_COOKIE, cookie, inside
from danchieu.ui.templates_env import templates

SIGN_IN, SIGN_OUT = "/sign-in", "/sign-out"
_DAY = 24 * 3600
_UNAUTHORIZED = 401


def key_of(request: Request) -> str | None:
    """Return the key with which the reader signed in."""
    return request.cookies.get(KEY_COOKIE) or None


def sign_in_routes(allows: Callable[[str, str], bool]) -> APIRouter:
    """Return the routes that take a key and forget it again."""
    router = APIRouter()

    @router.get(SIGN_IN)
    def get_sign_in(request: Request, back: str = "/") -> Response:
        return templates.TemplateResponse(request, "sign_in.html", {"back": back})

    @router.post(SIGN_IN)
    async def post_sign_in(
        request: Request,
        key: Annotated[str, Form(max_length=200)] = "",
        back: Annotated[str, Form(max_length=4000)] = "/",
    ) -> Response:
        if not await run_in_threadpool(allows, key.strip(), "read"):
            context = {"back": back, "is_refused": True}
            return templates.TemplateResponse(
                request, "sign_in.html", context, _UNAUTHORIZED
            )
        answer = RedirectResponse(inside(back), 303)
        secure = request.url.scheme == "https"
        kept = cookie(KEY_COOKIE, key.strip()) | {"max_age": _DAY, "secure": secure}
        answer.set_cookie(**kept)
        return answer

    @router.post(SIGN_OUT)
    def post_sign_out() -> Response:
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(KEY_COOKIE)
        return answer

    return router
