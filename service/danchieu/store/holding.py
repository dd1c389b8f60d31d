"""Names that one living process holds: the heartbeat of those who carry jobs.

PostgreSQL frees a session's advisory lock, and the system a file's lock, at the
moment in which the process dies, however it dies.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from danchieu.store.engine import Database


@dataclass(frozen=True, slots=True)
class Hold:
    """A name that this process holds; ``is_alive`` asks whether it still does."""

    name: str
    release: Callable[[], None]
    is_alive: Callable[[], bool]


def hold(database: Database, name: str) -> Hold | None:
    """Hold ``name``; None when another living process does."""
    if database.engine.dialect.name == "postgresql":
        return _hold_in_postgres(database, name)
    return _hold_file(_lock_file(database, name), name)


def is_held(database: Database, name: str) -> bool:
    """Return whether a living process holds ``name``, this one among them."""
    taken = hold(database, name)
    if taken is None:
        return True
    taken.release()
    return False


def _hold_in_postgres(database: Database, name: str) -> Hold | None:
    connection = database.engine.connect().execution_options(
        isolation_level="AUTOCOMMIT"
    )
    asked = text("SELECT pg_try_advisory_lock(:key)")
    if connection.scalar(asked, {"key": _key(name)}):
        return Hold(name, lambda: _let_go(connection, name), lambda: _asks(connection))
    connection.close()
    return None


def _let_go(connection: Connection, name: str) -> None:
    if _asks(connection):
        released = text("SELECT pg_advisory_unlock(:key)")
        connection.execute(released, {"key": _key(name)})
    connection.close()


def _asks(connection: Connection) -> bool:
    try:
        return not connection.invalidated and connection.scalar(text("SELECT 1")) == 1
    except DBAPIError:
        return False


def _key(name: str) -> int:
    digest = hashlib.sha256(f"danchieu:{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _lock_file(database: Database, name: str) -> Path:
    file = database.engine.url.database
    if not file:
        raise ValueError("a database in memory belongs to one process already")
    place = Path(file).with_suffix(".holds")
    place.mkdir(parents=True, exist_ok=True)
    safe = "".join(c if c.isalnum() or c in "-." else "_" for c in name)
    return place / f"{safe}.lock"


def _hold_file(path: Path, name: str) -> Hold | None:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return Hold(name, lambda: os.close(descriptor), lambda: True)
