from itertools import count

import pytest
from postgres import lend_server
from sqlalchemy import create_engine, text

from danchieu.store import open_archive

KINDS = ("sqlite", "postgresql")
_NUMBERS = count()


@pytest.fixture(scope="session")
def server():
    with lend_server() as url:
        yield url


@pytest.fixture(params=KINDS)
def database_url(request, tmp_path):
    """Give the address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'danchieu.db'}"
    server = request.getfixturevalue("server")
    name = f"danchieu_{next(_NUMBERS)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.removesuffix("postgres") + name


@pytest.fixture
def open_here(database_url, tmp_path):
    """Give a function that opens an archive on that database; closes all."""
    opened = []

    def open_with(place, entitle):
        opened.append(open_archive(database_url, tmp_path / "files", place, entitle))
        return opened[-1]

    yield open_with
    for archive in opened:
        archive.close()
