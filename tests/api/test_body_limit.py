import asyncio

import pytest
from starlette.exceptions import HTTPException

from danchieu.server.body_limit import BodyLimit

CHUNK = b"x" * 100


def run(*, headers=(), max_bytes=250):
    """Return how many chunks an application could read, and the refusal."""
    read = []

    async def application(scope, receive, send):
        while True:
            message = await receive()
            read.append(message)

    async def receive():
        return {"type": "http.request", "body": CHUNK, "more_body": True}

    async def send(message):
        raise AssertionError("nothing is sent")

    scope = {"type": "http", "headers": list(headers)}
    limited = BodyLimit(application, max_bytes)
    with pytest.raises(HTTPException) as refusal:
        asyncio.run(limited(scope, receive, send))
    return len(read), refusal.value.status_code


def test_a_body_without_an_end_is_stopped_at_the_limit():
    assert run() == (2, 413)


def test_an_announced_size_is_refused_before_a_byte_is_read():
    assert run(headers=[(b"content-length", b"251")]) == (0, 413)


def test_a_false_announcement_does_not_help():
    assert run(headers=[(b"content-length", b"10")]) == (2, 413)


def test_a_body_at_the_limit_passes():
    assert run(max_bytes=200) == (2, 413)
