"""Asks every caller for a key, except those who look whether the service lives."""

import base64
import binascii
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from danchieu.api import problem, problem_response
from danchieu.errors import KeyMissingError
from danchieu.messages import vietnamese

OPEN = ("/healthz", "/readyz")
_READING = ("GET", "HEAD", "OPTIONS")
Allows = Callable[[str, str], bool]
"""Key, then ``read`` or ``write`` → whether that is allowed."""


class RequireKey:
    """Lets a request through when it shows a key that allows it.

    Programs send ``Authorization: Bearer <key>``; a browser asks its user for a
    password, which is the key.
    """

    def __init__(self, app: ASGIApp, allows: Allows) -> None:
        self._app = app
        self._allows = allows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 401."""
        if scope["type"] != "http" or scope["path"] in OPEN:
            await self._app(scope, receive, send)
            return
        key = shown_key(Headers(scope=scope).get("authorization", ""))
        wanted = "read" if scope["method"] in _READING else "write"
        if key is not None and await run_in_threadpool(self._allows, key, wanted):
            await self._app(scope, receive, send)
            return
        await _refuse(scope["path"])(scope, receive, send)


def shown_key(authorization: str) -> str | None:
    """Return the key of a header; None when it shows none."""
    scheme, _, rest = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip() or None
    if scheme.lower() != "basic":
        return None
    try:
        pair = base64.b64decode(rest, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    return pair.partition(":")[2] or None


def _refuse(path: str) -> ASGIApp:
    english = "this needs a key: Authorization: Bearer <key>"
    details = vietnamese(KeyMissingError()), english
    answer = problem_response(
        problem(KeyMissingError.code, 401, details=details, path=path)
    )
    answer.headers["www-authenticate"] = 'Basic realm="danchieu", charset="UTF-8"'
    return answer
