"""Where the files of a batch lie: a folder, an archive, a list, or a store elsewhere.

A *source* names one file for good: an absolute path, ``/a/b.zip!/inside.pdf``, an
address such as ``s3://bucket/a.pdf``, or ``kept:<sha256>`` for a file that the archive
holds already.
"""

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import fsspec

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, NotFoundError
from danchieu.jobs.bounded import read_bounded
from danchieu.jobs.packed import (
    NESTED,
    PACKED,
    find_members,
    is_packed,
    read_member,
)
from danchieu.store.content import Content

READ_IN_FOLDERS = frozenset(
    (
        *(".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".doc", ".odt", ".rtf"),
        *(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"),
    )
)
KEPT = "kept:"
_INSIDE = re.compile(r"(\.zip)!/", re.IGNORECASE)
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
        """The name that the document bears."""
        return file_name(self.source)


def file_name(source: str) -> str:
    """Return the file's own name; for a member of a ZIP ``archive.zip/path``."""
    archive, member = _parted(source)
    own = archive.rpartition("/")[2] or archive
    return f"{own}/{member}" if member else own


def _parted(source: str) -> tuple[str, str]:
    """Return archive and member; the source itself and "" when it is no member."""
    found = _INSIDE.search(source)
    if found is None or "://" in source or Path(source).is_file():
        return source, ""
    return source[: found.start()] + found[1], source[found.end() :]


def walk(given: str, limits: Limits) -> Iterator[Place]:
    """Give the files of a folder, ZIP, list or address, one after another, unopened.

    ZIP archives in a folder or a list give their members; one that cannot be used is
    given itself, so that reading it tells why. A file that is neither folder nor ZIP
    is a list: one path or address in a line.

    Raises:
        NotFoundError: there is nothing of this name.
        DocumentError: the ZIP or the list cannot be used.
    """
    if "://" in given:
        yield from _walk_address(given)
        return
    path = Path(given)
    if path.is_dir():
        yield from _walk_folder(path.resolve(), limits)
    elif not path.is_file():
        raise NotFoundError(f"{given}: no such folder or file; check the path")
    elif is_packed(path):
        yield from _walk_zip(path.resolve(), limits)
    else:
        yield from _walk_list(path, limits)


def _walk_folder(folder: Path, limits: Limits) -> Iterator[Place]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk_folder(Path(entry.path), limits)
        elif _is_read(entry.name, PACKED) and entry.is_file():
            yield from _documents_of(Path(entry.path), limits)


def _is_read(name: str, *more: str) -> bool:
    suffix = Path(name).suffix.lower()
    return suffix in READ_IN_FOLDERS or suffix in more


def _documents_of(path: Path, limits: Limits) -> Iterator[Place]:
    """Give the file, or the members of a ZIP."""
    try:
        members = list(_walk_zip(path, limits)) if is_packed(path) else None
    except (DocumentError, OSError):
        members = None
    yield from [_place(path)] if members is None else members


def _place(path: Path) -> Place:
    try:
        seen = path.stat()
    except OSError:  # reading it will tell what is wrong
        return Place(str(path), 0, 0)
    return Place(str(path), seen.st_size, seen.st_mtime_ns)


def _walk_zip(path: Path, limits: Limits) -> Iterator[Place]:
    changed = path.stat().st_mtime_ns
    for name, size in find_members(path, limits):
        if _is_read(name, *NESTED) and not _is_hidden(name):
            yield Place(f"{path}!/{name}", size, changed)


def _is_hidden(name: str) -> bool:
    """Leave out what macOS packs beside every file."""
    return any(p.startswith((".", "__MACOSX")) and p != ".." for p in name.split("/"))


def _walk_list(path: Path, limits: Limits) -> Iterator[Place]:
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if named := line.strip():
                    yield from _listed(named, path.parent, limits)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"{path}: neither a ZIP file nor a list in UTF-8; name a folder, a ZIP "
            "file, or a list with one path in a line"
        ) from error


def _listed(named: str, folder: Path, limits: Limits) -> Iterator[Place]:
    if "://" in named:
        yield Place(named, 0, 0)
    else:
        yield from _documents_of((folder / named).absolute(), limits)


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
    except OSError as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise DocumentError(f"{source}: {reason}; check its rights") from error


def _read(source: str, limits: Limits, kept: Content) -> bytes:
    if source.startswith(KEPT):
        return kept.load(source.removeprefix(KEPT))
    if "://" in source:
        with fsspec.open(source, "rb") as file:
            return read_bounded(source, file, limits)
    archive, member = _parted(source)
    if member:
        return read_member(Path(archive), member, limits)
    return _read_steady(Path(source), limits)


def _read_steady(path: Path, limits: Limits) -> bytes:
    for _ in range(_TRIES):
        before = path.stat()
        with path.open("rb") as file:
            content = read_bounded(str(path), file, limits)
        after = path.stat()
        same = before.st_mtime_ns == after.st_mtime_ns
        if same and before.st_size == after.st_size == len(content):
            return content
        time.sleep(_PAUSE)
    raise DocumentError(
        f"{path}: the file changes while it is read; run the command again when it "
        "is whole"
    )
