"""ZIP archives of documents: which members there are, and the bytes of one."""

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from danchieu.domain.limits import Limits
from danchieu.errors import (
    DocumentError,
    EncryptedDocumentError,
    TooLargeError,
    UnsupportedFormatError,
)
from danchieu.jobs.bounded import read_bounded, too_large

PACKED = ".zip"
NESTED = frozenset((PACKED, ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz"))

_MOST_MEMBERS = 1_000_000
_MOST_RATIO = 200
_ENCRYPTED, _IN_UTF8 = 0x1, 0x800
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError),
    *(RuntimeError, ValueError, KeyError),
)


@dataclass(frozen=True, slots=True)
class _Packed:
    """An open archive and its members by the names that we show."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]


def is_packed(path: Path) -> bool:
    """Return whether the file is a ZIP archive of documents, not one document."""
    return path.suffix.lower() == PACKED and zipfile.is_zipfile(path)


def find_members(path: Path, limits: Limits) -> Iterator[tuple[str, int]]:
    """Give name and unpacked size of every member that is a file.

    Raises:
        DocumentError: the archive is damaged, or its members share names or bytes.
        TooLargeError: it has too many members, or unpacks to far more than it is.
    """
    packed = _open(path)
    _check(path, packed.archive.infolist(), limits)
    for name, member in packed.members.items():
        yield name, member.file_size


def read_member(path: Path, name: str, limits: Limits) -> bytes:
    """Return the bytes of one member; nothing is written anywhere.

    Raises:
        FileNotFoundError: there is no such archive.
        EncryptedDocumentError: the member asks for a password.
        UnsupportedFormatError: it is an archive itself.
        TooLargeError: it unpacks to more than ``limits`` allow.
        DocumentError: it is not there, is damaged, or its name leads elsewhere.
    """
    shown, packed = f"{path}/{name}", _open(path)
    member = packed.members.get(name)
    if member is None:
        raise DocumentError(f"{shown}: the archive has no such file; pack it anew")
    _check_member(shown, name, member, limits)
    try:
        with packed.archive.open(member) as file:
            return read_bounded(shown, file, limits)
    except _DAMAGED as error:
        raise DocumentError(
            f"{shown}: damaged in the archive ({error}); pack it anew"
        ) from error


def _open(path: Path) -> _Packed:
    return _open_as_of(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _open_as_of(path: Path, _changed: int) -> _Packed:
    """Keep the last archives open: their list of members is read once."""
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGED as error:
        raise DocumentError(f"{path}: {error}; pack the files anew") from error
    files = [member for member in archive.infolist() if not member.is_dir()]
    members = {_shown_name(member): member for member in files}
    if len(members) < len(files):
        archive.close()
        raise DocumentError(
            f"{path}: two members have the same name; pack the files anew"
        )
    return _Packed(archive, members)


def _shown_name(member: zipfile.ZipInfo) -> str:
    """Return the name as meant: many packers write UTF-8 and do not say so."""
    name = member.filename
    if not member.flag_bits & _IN_UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _check(path: Path, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    size = path.stat().st_size
    unpacked = sum(member.file_size for member in members)
    if sum(member.compress_size for member in members) > size:
        raise DocumentError(f"{path}: its members overlap; pack the files anew")
    if len(members) > _MOST_MEMBERS:
        raise TooLargeError(f"{path}: {len(members)} members; pack them in parts")
    if unpacked > max(limits.max_decoded_bytes, _MOST_RATIO * size):
        raise TooLargeError(
            f"{path}: {size} bytes that unpack to {unpacked}; pack documents only"
        )


def _check_member(
    shown: str, name: str, member: zipfile.ZipInfo, limits: Limits
) -> None:
    if not _is_inside(name):
        raise DocumentError(f"{shown}: the name leads out of the archive; rename it")
    if member.flag_bits & _ENCRYPTED:
        raise EncryptedDocumentError(
            f"{shown}: needs a password; pack it anew without one"
        )
    if PurePosixPath(name).suffix.lower() in NESTED:
        raise UnsupportedFormatError(
            f"{shown}: an archive inside an archive; unpack it first"
        )
    if member.file_size > limits.max_bytes:
        raise too_large(shown, limits)


def _is_inside(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." not in parts and bool(parts[0]) and name.isprintable()
