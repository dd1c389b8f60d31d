"""Opens the database: one writer at a time, readers beside it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    TimeoutError,
)

from danchieu.errors import SettingsError, StoreUnavailableError

_WAIT_SECONDS = 30
_LARGEST_USER_VERSION = 2**31
_CACHE_KIB = 64 * 1024
_MAPPED_BYTES = 1024**3
"""How much of a SQLite file a connection holds, and how much it may map."""
_POSTGRES_WRITER_LOCK = 1_068_2019


class Database:
    """Gives connections; a writing one keeps other writers out until it ends.

    Readers of a SQLite file or of PostgreSQL see the last committed state and never
    wait. A database in memory has one connection, so there readers wait as well.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._snapshots = engine
        if engine.dialect.name == "postgresql":
            self._snapshots = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self._lock = RLock()
        self._one_connection = isinstance(engine.pool, StaticPool)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state from begin to end.

        Raises:
            StoreUnavailableError: the database does not answer or refuses.
        """
        with _told():
            if self._one_connection:
                with self._lock, self.engine.begin() as connection:
                    yield connection
                return
            with self._snapshots.begin() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the only writing connection; commits at the end, or nothing at all.

        Raises:
            StoreUnavailableError: the database does not answer, is full or read-only.
        """
        engine = self.engine.execution_options(danchieu_writes=True)
        with _told(), self._lock, engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": _POSTGRES_WRITER_LOCK})
            yield connection

    def prove_writable(self) -> None:
        """Write next to nothing, to see whether writing works.

        Raises:
            StoreUnavailableError: it does not.
        """
        with self.writing() as connection:
            if connection.dialect.name == "sqlite":
                moment = int(time.time()) % _LARGEST_USER_VERSION
                connection.exec_driver_sql(f"PRAGMA user_version = {moment}")

    def find_damage(self) -> tuple[str, ...]:
        """Return what SQLite finds wrong with its own file; PostgreSQL is not asked."""
        if self.engine.dialect.name != "sqlite":
            return ()
        try:
            with self.reading() as connection:
                checked = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
                return tuple(str(line) for line in checked if line != "ok")
        except StoreUnavailableError as error:
            return (str(error),)

    def copy_to(self, target: Path) -> None:
        """Write a copy of a SQLite database, as of one moment, beside and then there.

        Raises:
            SettingsError: this is not SQLite.
            StoreUnavailableError: there is no room for it.
        """
        if self.engine.dialect.name != "sqlite":
            raise SettingsError(
                "DANCHIEU_DATABASE_URL: a PostgreSQL database is backed up with "
                "pg_dump; the files below the data folder with any copy program"
            )
        beside = target.with_name(f".new-{target.name}")
        beside.unlink(missing_ok=True)
        alone = self.engine.execution_options(danchieu_alone=True)
        with _told(), alone.connect() as connection:
            connection.exec_driver_sql("VACUUM INTO ?", (str(beside),))
        beside.replace(target)

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


class OneState(Database):
    """A database as one reading connection sees it; nothing can be written."""

    def __init__(self, database: Database, connection: Connection) -> None:
        super().__init__(database.engine)
        self._connection = connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the one connection."""
        yield self._connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Refuse: who reads one state does not write.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError("a snapshot of the archive cannot be written to")
        yield self._connection


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        cause = getattr(error, "orig", None) or error
        raise StoreUnavailableError(
            f"the database does not do its work: {cause}; look for a full disk, "
            "rights, or a stopped server"
        ) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # a mistake of ours, not of the file
            raise
        raise StoreUnavailableError(
            f"the database is damaged: {error.orig}; run danchieu fsck and put a "
            "backup back with danchieu restore"
        ) from error


def open_database(url: str) -> Database:
    """Open ``url``; ``sqlite://`` alone is a database in memory.

    Raises:
        SettingsError: the address is wrong or its driver is not installed.
    """
    try:
        parsed = make_url(url)
        engine = create_engine(parsed, **_pool_options(parsed.database, url))
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise SettingsError(
            f"DANCHIEU_DATABASE_URL: {error}; use sqlite:////path/to/file.db, or "
            "postgresql+psycopg://… with psycopg installed"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return Database(engine)


def _pool_options(database: str | None, url: str) -> dict[str, Any]:
    if not url.startswith("sqlite"):
        return {"pool_pre_ping": True}
    arguments = {"check_same_thread": False, "timeout": _WAIT_SECONDS}
    if database in (None, "", ":memory:"):
        return {"connect_args": arguments, "poolclass": StaticPool}
    return {"connect_args": arguments}


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    """Let us begin transactions ourselves: the driver's own habit breaks reads."""
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        f"cache_size=-{_CACHE_KIB}",
        f"mmap_size={_MAPPED_BYTES}",
        f"busy_timeout={_WAIT_SECONDS * 1000}",
    ):
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA {pragma}")
        cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("danchieu_alone", False):  # VACUUM stands outside transactions
        return
    writes = options.get("danchieu_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
