"""Which files the given paths stand for, and their readings one after another."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, NotFoundError
from danchieu.jobs import (
    InProcessReader,
    Reader,
    ReaderPool,
    Reading,
    file_name,
    is_long,
    is_packed,
    open_chain,
    read_place,
    walk,
)
from danchieu.settings import Settings
from danchieu.store.content import ContentMemory

_NOTHING_KEPT = ContentMemory()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a reading, or why there is none."""

    path: Path
    reading: Reading | None = None
    error: Exception | None = None


def input_files(paths: Iterable[Path], limits: Limits) -> list[Path]:
    """Return the files meant: those named, and what named folders and ZIPs hold.

    Raises:
        DocumentError: a named ZIP archive cannot be used.
    """
    files: dict[Path, None] = {}
    for path in paths:
        files.update(dict.fromkeys(_meant(path, limits)))
    return list(files)


def _meant(path: Path, limits: Limits) -> list[Path]:
    if path.is_dir() or is_packed(path):
        return [Path(place.source) for place in walk(str(path), limits)]
    return [path]


def wanted_workers(files: Sequence[Path], settings: Settings) -> int:
    """Return how many processes have something to read: all, for one long scan."""
    if len(files) >= settings.workers:
        return settings.workers
    has_long = any(path.is_file() and is_long(path) for path in files)
    return settings.workers if has_long else len(files)


@contextmanager
def open_reader(
    settings: Settings, *, in_process: bool, workers: int
) -> Iterator[Reader]:
    """Lend a reader of so many processes.

    Raises:
        RuleError: the rules are wrong, so nothing can be read.
    """
    reader: Reader = (
        InProcessReader(open_chain(settings.chain))
        if in_process
        else ReaderPool(settings.chain, workers=workers)
    )
    try:
        reader.prepare()
        yield reader
    finally:
        reader.close()


def read_all(
    reader: Reader, files: Sequence[Path], settings: Settings
) -> Iterator[Outcome]:
    """Give every file's outcome in the order of ``files``, a few read ahead."""
    ahead = 2 * settings.workers
    begun: deque[tuple[Path, Future[Reading]]] = deque()
    for path in files:
        begun.append((path, _begin(reader, path, settings.limits)))
        if len(begun) > ahead:
            yield _outcome(*begun.popleft())
    while begun:
        yield _outcome(*begun.popleft())


def _begin(reader: Reader, path: Path, limits: Limits) -> Future[Reading]:
    try:
        content = read_place(str(path), limits, _NOTHING_KEPT)
        return reader.submit(file_name(str(path)), content)
    except (DocumentError, NotFoundError) as error:
        refused: Future[Reading] = Future()
        refused.set_exception(error)
        return refused


def _outcome(path: Path, future: Future[Reading]) -> Outcome:
    try:
        return Outcome(path, reading=future.result())
    except Exception as error:  # the batch loop: one file never ends the others
        return Outcome(path, error=error)
