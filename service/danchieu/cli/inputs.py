"""Which files the given paths stand for, and their readings one after another."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, NotFoundError, TooLargeError
from danchieu.jobs import (
    READ_IN_FOLDERS,
    ChainConfig,
    InProcessReader,
    Reader,
    ReaderPool,
    Reading,
    open_chain,
)
from danchieu.settings import Settings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a reading, or why there is none."""

    path: Path
    reading: Reading | None = None
    error: Exception | None = None


def input_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files meant: those named, and the documents below named folders."""
    files: dict[Path, None] = {}
    for path in paths:
        files.update(dict.fromkeys(_below(path) if path.is_dir() else [path]))
    return list(files)


def _below(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in READ_IN_FOLDERS
        and path.is_file()
        and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


@contextmanager
def open_reader(
    settings: Settings, *, in_process: bool, files: int
) -> Iterator[Reader]:
    """Lend a reader for so many files.

    Raises:
        RuleError: the rules are wrong, so nothing can be read.
    """
    config = ChainConfig(
        settings.rules_dir,
        settings.tessdata_dir,
        settings.limits,
        settings.models_dir,
    )
    reader: Reader = (
        InProcessReader(open_chain(config))
        if in_process
        else ReaderPool(config, workers=max(1, min(settings.workers, files)))
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
        return reader.submit(path.name, read_content(path, limits))
    except (DocumentError, NotFoundError) as error:
        refused: Future[Reading] = Future()
        refused.set_exception(error)
        return refused


def _outcome(path: Path, future: Future[Reading]) -> Outcome:
    try:
        return Outcome(path, reading=future.result())
    except Exception as error:  # the batch loop: one file never ends the others
        return Outcome(path, error=error)


def read_content(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file that is not too large to be looked at.

    Raises:
        NotFoundError: there is no such file.
        DocumentError: it may not be read, or is too large.
    """
    try:
        size = path.stat().st_size
        if size > limits.max_bytes:
            raise TooLargeError(
                f"{path}: {size} bytes, more than {limits.max_bytes} allowed; split "
                "the file or raise DANCHIEU_MAX_BYTES"
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise DocumentError(f"{path}: {error.strerror}; check its rights") from error
