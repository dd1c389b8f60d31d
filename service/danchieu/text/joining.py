"""Joins pages into ``Text`` and remembers where every letter came from."""

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from danchieu.domain.page import Page
from danchieu.domain.text import Text
from danchieu.text.look_alikes import LOOK_ALIKES

_EMPHASIS = r"(?<=\S)\*{1,3}|\*{1,3}(?=\S)|\\(?=[-*_.#>()\[\]+!~|])"
_MARKED = r"[^\u0300-\u036f\n][\u0300-\u036f]{1,8}"
_SINGLETONS = r"\u0340\u0341\u0343\u0374\u037e\u0387\u2126\u212a\u212b"
_LETTERS = re.escape("".join(LOOK_ALIKES))
_CHANGED = re.compile(f"{_MARKED}|[{_SINGLETONS}]|[{_LETTERS}]|{_EMPHASIS}")
_SUSPECT = re.compile(rf"[\u0300-\u036f*\\{_SINGLETONS}{_LETTERS}]")


def join_pages(pages: Sequence[Page]) -> Text:
    """Return the one string of all pages, in NFC, with a form feed between pages.

    Look-alike letters (Ð, dashes, special spaces) become the usual ones; zero-width
    letters, soft hyphens, carriage returns, Markdown emphasis and its escapes go
    away. Form feeds inside a page become line ends, so that a form feed always
    means a page break.
    """
    sources = [page.text.replace("\f", "\n") for page in pages]
    starts = [0]
    for source in sources[:-1]:
        starts.append(starts[-1] + len(source) + 1)
    joined = "\f".join(sources)
    value, origins = _normalise(joined)
    return Text(value, origins, tuple(pages), tuple(starts))


def _normalise(source: str) -> tuple[str, Sequence[int]]:
    changes = list(_changes(source))
    if not changes:
        return source, range(len(source) + 1)
    pieces: list[str] = []
    origins = array("L")
    done = 0
    for start, end, new in changes:
        pieces += (source[done:start], new)
        origins.extend(range(done, start))
        origins.extend(start + min(i, end - start - 1) for i in range(len(new)))
        done = end
    pieces.append(source[done:])
    origins.extend(range(done, len(source) + 1))
    return "".join(pieces), origins


def _changes(source: str) -> Iterator[tuple[int, int, str]]:
    """Give start, end and new letters, reading only lines that can hold a change."""
    suspect, done = _SUSPECT.search(source), 0
    while suspect is not None:
        start = source.rfind("\n", done, suspect.start()) + 1 or done
        done = source.find("\n", suspect.end())
        done = len(source) if done < 0 else done
        yield from _changes_in(source, start, done)
        suspect = _SUSPECT.search(source, done)


def _changes_in(source: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _CHANGED.finditer(source, start, end):
        printed = match[0]
        new = LOOK_ALIKES.get(printed)
        if new is None:
            new = "" if printed[0] in "*\\" else _compose(printed)
        if new != printed:
            yield match.start(), match.end(), new


def _compose(printed: str) -> str:
    composed = unicodedata.normalize("NFC", printed)
    return "".join(LOOK_ALIKES.get(letter, letter) for letter in composed)
