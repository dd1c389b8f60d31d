"""When the pages of one document are worth reading in several processes."""

from danchieu.pages import Share

_MAGIC = (b"%PDF-", b"II*\x00", b"MM\x00*")
_LONG = 100_000
_OF_A_PICTURE = 20_000
"""So many bytes has a page that is a picture, and hardly ever one of letters."""


def may_be_long_scan(content: bytes) -> bool:
    """Return whether the first and the number of bytes allow for pages of pictures."""
    return len(content) >= _LONG and content.startswith(_MAGIC)


def find_shares(content: bytes, pages: int, readers: int) -> tuple[Share, ...]:
    """Return the shares of so many readers; none when one reader is as quick."""
    parts = min(pages, readers)
    if parts == 1 or len(content) < _OF_A_PICTURE * pages:
        return ()
    return tuple(Share(first, parts) for first in range(1, parts + 1))
