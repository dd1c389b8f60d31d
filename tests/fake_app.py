"""The application over an archive in memory and the fake chain, for its clients."""

from collections.abc import Iterator
from contextlib import contextmanager

from factories import knowledge
from fake_edge import FakeChain
from fastapi.testclient import TestClient

from danchieu.domain.limits import Limits
from danchieu.jobs import InProcessReader, Reading
from danchieu.server import create_app
from danchieu.server.logs import set_up_logs
from danchieu.usecases import add_document, open_memory_store

LIMITS = Limits(max_bytes=100_000)


@contextmanager
def open_client(*readings: Reading) -> Iterator[TestClient]:
    """Lend a client of an application that holds ``readings``."""
    set_up_logs("error")
    store = open_memory_store(knowledge())
    for reading in readings:
        add_document(store, reading.document, reading.result)
    app = create_app(
        store, InProcessReader(FakeChain()), limits=LIMITS, knowledge=knowledge()
    )
    with TestClient(
        app, base_url="http://127.0.0.1", raise_server_exceptions=False
    ) as client:
        yield client
