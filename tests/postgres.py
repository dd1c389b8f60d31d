"""A PostgreSQL server for the length of a test run, where one can be started."""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
UNPRIVILEGED = "nobody"


@contextmanager
def lend_server() -> Iterator[str]:
    """Give the address of an empty database on a loopback port; else skip."""
    initdb = _binary("initdb")
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: pip install danchieu[postgres]")
    if initdb is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="danchieu-pg-"))
    try:
        with _server(initdb.parent, folder) as port:
            yield f"postgresql+psycopg://danchieu@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binary(name: str) -> Path | None:
    places = [*(folder / name for folder in BINARIES), shutil.which(name)]
    return next((Path(p) for p in places if p and Path(p).is_file()), None)


@contextmanager
def _server(binaries: Path, folder: Path) -> Iterator[int]:
    who = _someone_unprivileged(folder)
    data, port = folder / "data", _free_port()
    options = f"-p {port} -h 127.0.0.1 -k '' -c fsync=off"
    start = [binaries / "pg_ctl", "-D", data, "-w", "-o", options]
    make = [binaries / "initdb", "-D", data, "-U", "danchieu", "-A", "trust"]
    _run([*make, "--encoding=UTF8", "--no-locale", "--no-sync"], who)
    _run([*start, "-l", folder / "log", "start"], who)
    try:
        yield port
    finally:
        _run([binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop"], who)


def _someone_unprivileged(folder: Path) -> dict[str, int]:
    """Return who runs the server, which refuses to run as root."""
    if os.getuid() != 0:
        return {}
    person = pwd.getpwnam(UNPRIVILEGED)
    os.chown(folder, person.pw_uid, person.pw_gid)
    return {"user": person.pw_uid, "group": person.pw_gid}


def _run(command: list[object], who: dict[str, int]) -> None:
    """Run a program of the server; its output goes nowhere, or it would hold us."""
    done = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
        timeout=120,
        check=False,
        **who,
    )
    if done.returncode != 0:
        pytest.skip(f"PostgreSQL did not start: {command[0]} ended {done.returncode}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class PostgresServer:
    """A running server that can be stopped without warning and started again."""

    url: str
    restart: Callable[[], None]


@contextmanager
def lend_restartable() -> Iterator[PostgresServer]:
    """Give a server with an empty database; ``restart`` stops it at once first."""
    initdb = _binary("initdb")
    if initdb is None:
        raise FileNotFoundError("initdb: install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="danchieu-pg-"))
    try:
        with _server(initdb.parent, folder) as port:
            url = f"postgresql+psycopg://danchieu@127.0.0.1:{port}/postgres"
            yield PostgresServer(url, lambda: _restart(initdb.parent, folder, port))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _restart(binaries: Path, folder: Path, port: int) -> None:
    who = _someone_unprivileged(folder)
    options = f"-p {port} -h 127.0.0.1 -k '' -c fsync=off"
    control = [binaries / "pg_ctl", "-D", folder / "data", "-w"]
    _run([*control, "-m", "immediate", "stop"], who)
    _run([*control, "-o", options, "-l", folder / "log", "start"], who)
