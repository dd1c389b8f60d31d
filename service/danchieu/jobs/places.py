"""Where the files of a batch lie: a folder, an archive, a list, or a store elsewhere.

A *source* names one file for good: an absolute path, ``/a/b.zip!/inside.pdf``, an
address such as ``s3://bucket/a.pdf``, or ``kept:<sha256>`` for a file that the archive
holds already.
"""

import os
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

import fsspec

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, NotFoundError, TooLargeError
from danchieu.store.content import Content

READ_IN_FOLDERS = frozenset(
    (
        *(".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf"),
        *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"),
    )
)
KEPT = "kept:"
_INSIDE = "!/"
_TRIES = 3
_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Place:
    """One file that a walk came upon; ``changed`` is in nanoseconds, 0 if unknown."""

    source: str
    size: int
    changed: int

    @property
    def name(self) -> str:
        """The file's own name."""
        return file_name(self.source)


def file_name(source: str) -> str:
    """Return the last part of a source."""
    return source.rpartition("/")[2] or source


def walk(given: str) -> Iterator[Place]:
    """Give the files of a folder, ZIP, list or address, one after another, unopened.

    A file that is neither folder nor ZIP is a list: one path or address in a line.

    Raises:
        NotFoundError: there is nothing of this name.
        DocumentError: the ZIP or the list cannot be read.
    """
    if "://" in given:
        yield from _walk_address(given)
        return
    path = Path(given)
    if path.is_dir():
        yield from _walk_folder(path.resolve())
    elif not path.is_file():
        raise NotFoundError(f"{given}: no such folder or file; check the path")
    elif zipfile.is_zipfile(path):
        yield from _walk_zip(path.resolve())
    else:
        yield from _walk_list(path)


def _walk_folder(folder: Path) -> Iterator[Place]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_folder(Path(entry.path))
        elif _is_read(entry.name) and entry.is_file():
            yield _place(Path(entry.path))


def _is_read(name: str) -> bool:
    return Path(name).suffix.lower() in READ_IN_FOLDERS


def _place(path: Path) -> Place:
    try:
        seen = path.stat()
    except OSError:  # reading it will tell what is wrong
        return Place(str(path), 0, 0)
    return Place(str(path), seen.st_size, seen.st_mtime_ns)


def _walk_zip(path: Path) -> Iterator[Place]:
    changed = path.stat().st_mtime_ns
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise DocumentError(f"{path}: {error}; pack the files anew") from error
    for member in members:
        if not member.is_dir() and _is_read(member.filename):
            source = f"{path}{_INSIDE}{member.filename}"
            yield Place(source, member.file_size, changed)


def _walk_list(path: Path) -> Iterator[Place]:
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if named := line.strip():
                    yield _listed(named, path.parent)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{path}: neither a ZIP file nor a list in UTF-8; name a folder, a ZIP "
            "file, or a list with one path in a line"
        ) from error


def _listed(named: str, folder: Path) -> Place:
    if "://" in named:
        return Place(named, 0, 0)
    return _place((folder / named).absolute())


def _walk_address(address: str) -> Iterator[Place]:
    files, root = fsspec.url_to_fs(address)
    scheme = address.partition("://")[0]
    if files.isfile(root):
        yield Place(address, int(files.size(root) or 0), 0)
        return
    for folder, _, names in files.walk(root, detail=True):
        for name in sorted(names):
            if _is_read(name):
                size = int(names[name].get("size") or 0)
                yield Place(f"{scheme}://{folder.strip('/')}/{name}", size, 0)


def read_place(source: str, limits: Limits, kept: Content) -> bytes:
    """Return the bytes of a source, of one moment: a file that changes is read again.

    Raises:
        NotFoundError: the file is gone.
        DocumentError: it may not be read, is too large, or changes all the time.
    """
    try:
        return _read(source, limits, kept)
    except FileNotFoundError as error:
        raise NotFoundError(f"{source}: no such file; check the path") from error
    except (OSError, zipfile.BadZipFile, RuntimeError, KeyError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise DocumentError(f"{source}: {reason}; check its rights") from error


def _read(source: str, limits: Limits, kept: Content) -> bytes:
    if source.startswith(KEPT):
        return kept.load(source.removeprefix(KEPT))
    if "://" in source:
        with fsspec.open(source, "rb") as file:
            return _bounded(source, file, limits)
    if _INSIDE in source and not Path(source).is_file():
        archive, _, member = source.partition(_INSIDE)
        packed = _open_zip(archive, Path(archive).stat().st_mtime_ns)
        with packed.open(member) as file:
            return _bounded(source, file, limits)
    return _read_steady(Path(source), limits)


@lru_cache(maxsize=2)
def _open_zip(path: str, _changed: int) -> zipfile.ZipFile:
    """Keep the last archives open: their list of members is read once."""
    return zipfile.ZipFile(path)


def _read_steady(path: Path, limits: Limits) -> bytes:
    for _ in range(_TRIES):
        before = path.stat()
        with path.open("rb") as file:
            content = _bounded(str(path), file, limits)
        after = path.stat()
        same = before.st_mtime_ns == after.st_mtime_ns
        if same and before.st_size == after.st_size == len(content):
            return content
        time.sleep(_PAUSE)
    raise DocumentError(
        f"{path}: the file changes while it is read; run the command again when it "
        "is whole"
    )


def _bounded(source: str, file: IO[bytes], limits: Limits) -> bytes:
    content: bytes = file.read(limits.max_bytes + 1)
    if len(content) > limits.max_bytes:
        raise TooLargeError(
            f"{source}: more than {limits.max_bytes} bytes; split the file or raise "
            "DANCHIEU_MAX_BYTES"
        )
    return content
