"""Searching the archive: what fits, where the words stand, how many of each kind."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from danchieu.phrases.folding import fold, plain_letters
from danchieu.store import Query, Summary
from danchieu.usecases.store import Store

_AROUND = 90
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a snippet; ``hit`` where it is what was searched."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that fits, and the place on ``page`` where the words stand."""

    summary: Summary
    page: int
    snippet: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One page of hits, how many there are in all, and counts by facet."""

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, Sequence[tuple[str, int]]]


def search(store: Store, query: Query, *, limit: int = 20, offset: int = 0) -> Answer:
    """Return the documents with all words, best first; without words the latest.

    Words fit with or without diacritics; those typed with diacritics and printed so
    come first, then those that stand together.
    """
    found = store.shelf.search(query, limit=limit, offset=offset)
    summaries = store.summaries_of(found.ids)
    pages = store.shelf.page_texts(found.ids) if query.words.strip() else {}
    hits = (
        Hit(summaries[i], *_first_place(pages.get(i, ()), query.words))
        for i in found.ids
        if i in summaries
    )
    return Answer(tuple(hits), found.total, found.facets)


def mark_words(text: str, words: str) -> tuple[Piece, ...]:
    """Return ``text`` with the searched words marked, the phrase if it stands there."""
    plain = plain_letters(text)
    pattern = _phrase(words)
    if pattern is None:
        return (Piece(text),)
    spans = [m.span() for m in pattern.finditer(plain)]
    spans = spans or [m.span() for m in _any_word(words).finditer(plain)]
    return tuple(_cut(text, spans))


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Return where the phrase stands in ``text``, else where its words stand."""
    plain, pattern = plain_letters(text), _phrase(words)
    if pattern is None:
        return []
    found = [m.span() for m in pattern.finditer(plain)]
    return found or [m.span() for m in _any_word(words).finditer(plain)]


def _first_place(
    pages: Iterable[tuple[int, str]], words: str
) -> tuple[int, tuple[Piece, ...]]:
    phrase = _phrase(words)
    if phrase is None:
        return 1, ()
    plains = [(number, text, plain_letters(text)) for number, text in pages]
    for pattern in (phrase, _any_word(words)):
        for number, text, plain in plains:
            if found := pattern.search(plain):
                return number, _snippet(text, found.span(), words)
    return 1, ()


def _snippet(text: str, span: tuple[int, int], words: str) -> tuple[Piece, ...]:
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    while 0 < start < span[0] and not text[start - 1].isspace():
        start += 1
    while span[1] < end < len(text) and not text[end].isspace():
        end -= 1
    cut = " ".join(text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return (Piece(before), *mark_words(cut, words), Piece(after))


def _phrase(words: str) -> re.Pattern[str] | None:
    plain = [re.escape(w) for w in _WORD.findall(plain_letters(fold(words)))]
    if not plain:
        return None
    return re.compile(r"(?<!\w)" + r"\W{1,4}".join(plain) + r"(?!\w)")


def _any_word(words: str) -> re.Pattern[str]:
    plain = {re.escape(w) for w in _WORD.findall(plain_letters(fold(words)))}
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(plain)) + r")(?!\w)")


def _cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[Piece]:
    at = 0
    for start, end in spans:
        if at < start:
            yield Piece(text[at:start])
        yield Piece(text[start:end], hit=True)
        at = end
    if at < len(text):
        yield Piece(text[at:])
