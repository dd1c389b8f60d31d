"""When the pages of one document are worth reading in several processes."""

from dataclasses import dataclass
from pathlib import Path

from danchieu.pages import Share

_MAGIC = (b"%PDF-", b"II*\x00", b"MM\x00*")
_HEAD = max(map(len, _MAGIC))
_LONG = 100_000
_OF_A_PICTURE = 20_000
"""So many bytes has a page that is a picture, and hardly ever one of letters."""


_SHARES = 16
"""Small shares tell how far a document is, also of one reader, and keep all readers at
work to its end."""


@dataclass(frozen=True, slots=True)
class PagesDone:
    """So many pages of a document are read, of so many."""

    read: int
    all: int


def is_long(path: Path) -> bool:
    """Return whether the file may have several pages of pictures."""
    try:
        with path.open("rb") as file:
            return _is_long(file.read(_HEAD), path.stat().st_size)
    except OSError:  # reading it will tell what is wrong
        return False


def may_be_long(content: bytes) -> bool:
    """Return the same of a file that was read before."""
    return _is_long(content[:_HEAD], len(content))


def _is_long(head: bytes, size: int) -> bool:
    return size >= _LONG and head.startswith(_MAGIC)


def find_shares(content: bytes, pages: int, readers: int) -> tuple[Share, ...]:
    """Return shares for so many readers; none for what is quick to read."""
    if pages == 1 or len(content) < _OF_A_PICTURE * pages:
        return ()
    parts = min(pages, max(readers, _SHARES))
    return tuple(Share(first, parts) for first in range(1, parts + 1))
