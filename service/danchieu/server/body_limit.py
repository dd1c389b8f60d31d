"""Stops a too large upload while it streams in, before anything is kept."""

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM_OVERHEAD = 64 * 1024
"""What the multipart form may add around the file itself."""


class BodyLimit:
    """Counts the bytes of each request body; beyond ``max_bytes`` answers 413."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with a counting ``receive``."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(scope, _counted(receive, scope, self._max_bytes), send)


def _counted(receive: Receive, scope: Scope, max_bytes: int) -> Receive:
    received = _announced_bytes(scope) if _announced_bytes(scope) > max_bytes else 0

    async def counted() -> Message:
        nonlocal received
        if received > max_bytes:
            raise _too_large(max_bytes)
        message = await receive()
        if message["type"] == "http.request":
            received += len(message.get("body", b""))
            if received > max_bytes:
                raise _too_large(max_bytes)
        return message

    return counted


def _announced_bytes(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _too_large(max_bytes: int) -> HTTPException:
    return HTTPException(
        413, f"the request is larger than {max_bytes} bytes; split the file"
    )
