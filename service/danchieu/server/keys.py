"""Asks every caller for a key, except those who look whether the service lives."""

from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from danchieu.api import problem, problem_response
from danchieu.errors import DanchieuError, KeyMissingError, KeyReadOnlyError
from danchieu.messages import vietnamese
from danchieu.server.statuses import status_of
from danchieu.ui import SIGN_IN, SIGN_OUT, TASTE, key_of, problem_page

_OPEN = ("/healthz", "/readyz", SIGN_IN, SIGN_OUT, TASTE)
_OPEN_BELOW = "/static/"
_READING = ("GET", "HEAD", "OPTIONS")
Allows = Callable[[str, str], bool]
"""Key, then ``read`` or ``write`` → whether that is allowed."""


class RequireKey:
    """Lets a request through when it shows a key that allows it.

    Programs send ``Authorization: Bearer <key>``; people sign in with their key, and
    the browser shows it from then on.
    """

    def __init__(self, app: ASGIApp, allows: Allows) -> None:
        self._app = app
        self._allows = allows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; without a key answer 401 or lead to the sign-in."""
        path = scope.get("path", "")
        if scope["type"] != "http" or path in _OPEN or path.startswith(_OPEN_BELOW):
            await self._app(scope, receive, send)
            return
        error = await run_in_threadpool(self._objection, Request(scope))
        answer = self._app if error is None else _refusal(Request(scope), error)
        await answer(scope, receive, send)

    def _objection(self, request: Request) -> DanchieuError | None:
        key = _shown_key(request)
        wanted = "read" if request.method in _READING else "write"
        if key is not None and self._allows(key, wanted):
            return None
        if key is not None and wanted == "write" and self._allows(key, "read"):
            return KeyReadOnlyError(
                "this key may only read; use a key made for writing"
            )
        return KeyMissingError("this needs a key: Authorization: Bearer <key>")


def _shown_key(request: Request) -> str | None:
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip() or None
    return key_of(request)


def _refusal(request: Request, error: DanchieuError) -> ASGIApp:
    path, status = request.url.path, status_of(error)
    details = vietnamese(error), str(error)
    if path.startswith("/v1/"):
        return problem_response(problem(error.code, status, details=details, path=path))
    if isinstance(error, KeyMissingError):
        back = quote(path + (f"?{request.url.query}" if request.url.query else ""))
        return RedirectResponse(f"{SIGN_IN}?back={back}", 303)
    return problem_page(request, status, code=error.code, details=details)
