"""Doubtful numbers, codes and dates of print, read once more and taken by agreement."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.cut_words import read_padded
from danchieu.pages.ocr import Ocr, OcrWord, worst_confidence
from danchieu.pages.plausibility import can_be_vietnamese
from danchieu.pages.printed import around

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SURE = 0.85
"""A word with digits that was read so surely is not read again."""
_AGREED, _BEST = 0.6, 0.8
"""Two views agree when both are at least so sure, and one of them more."""
_HIGHEST = 0.9
_MOST = 12
_LONGEST = 30
_SCALES = (1.5, 2.0, 1.0)
_PADDING, _CLOSE = 20, 6
_JOINED = 0.16
_ENDS = ".,;:'\"’”"
_DIGIT = re.compile(r"\d")
_MARK = re.compile(r"\W{0,3}\w{1,2}[.,:;)\]]{0,2}")
_CODE = re.compile(
    r"\d{1,5}[a-zA-Z]?(?:/[12]\d{3})?"
    r"(?:/QH\d{1,2}"
    r"|/[A-ZĐ][A-ZĐa-z&]{0,9}(?:-[A-ZĐ][A-ZĐa-z&]{0,11}){0,3}-?"
    r"|-[A-ZĐ]{1,3}[a-z]?/[A-ZĐ]{1,8}(?:-[A-ZĐ]{1,8})?)"
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])/(?:(?:0?[1-9]|1[0-2])/)?[12]\d{3}")
_FIGURE = re.compile(
    r"\d{1,4}%?|\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,4},\d{1,3}%?"
)
_FORMS = (_CODE, _DATE, _FIGURE)
_SIGNED = re.compile(r"[^\w\s.,;:/%()'‘’“”\"|⁄_-]")
"""Units and marks ("75#") that no form has: a figure would lose them."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Words that print left no space between, one of them doubtful."""

    words: tuple[OcrWord, ...]

    @property
    def text(self) -> str:
        """What was read first."""
        return "".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """Where the whole line stands at these words, whatever their letters are."""
        x0, y0, x1, y1 = around([word.box for word in self.words])
        top, bottom = self.words[0].line_edges
        return (x0 - _CLOSE, min(y0, top), x1 + _CLOSE, max(y1, bottom))


def read_doubtful(
    level: "Picture", words: Sequence[OcrWord], ocr: Ocr
) -> list[OcrWord]:
    """Return the words with doubtful codes, dates and figures read once more.

    Nothing is guessed: what takes the place of a word was read twice in larger views
    of it and is a whole code, date or figure. Otherwise the word stays, as doubtful
    as it was.
    """
    known = list(words)
    for spot in _spots(words)[:_MOST]:
        again = _read_again(level, spot, ocr)
        if again:
            known = [word for word in known if word not in spot.words]
            known += again
    return known


def _spots(words: Sequence[OcrWord]) -> list[_Spot]:
    """Return what is doubtful, the codes first; list marks are none of it."""
    spots = [
        spot
        for group in _groups(words)
        if any(word.confidence < _SURE for word in group)
        and _is_worth_reading(spot := _Spot(tuple(group)))
    ]
    return sorted(spots, key=lambda spot: "/" not in spot.text)


def _is_worth_reading(spot: _Spot) -> bool:
    text = spot.text
    if len(text) > _LONGEST or _MARK.fullmatch(text):
        return False
    return _DIGIT.search(text) is not None and _SIGNED.search(text) is None


def _groups(words: Sequence[OcrWord]) -> Iterator[list[OcrWord]]:
    """Yield the words of each line, those together that no space parts."""
    group: list[OcrWord] = []
    for word in sorted(words, key=lambda w: (w.line, w.box[0])):
        last = group[-1] if group else None
        if last and last.line == word.line and _touch(last, word):
            group.append(word)
            continue
        if group:
            yield group
        group = [word]
    if group:
        yield group


def _touch(left: OcrWord, right: OcrWord) -> bool:
    return right.box[0] - left.box[2] < _JOINED * left.size


def _read_again(level: "Picture", spot: _Spot, ocr: Ocr) -> list[OcrWord]:
    """Return the reading on which two views agree; none when no two do."""
    seen: list[list[OcrWord]] = []
    for scale in _SCALES:
        read = _read_view(level, spot, scale, ocr)
        if not _is_whole(read):
            continue
        for other in seen:
            if _texts(read) == _texts(other):
                best = max(read, other, key=worst_confidence)
                return _taken(spot, best) if worst_confidence(best) >= _BEST else []
        seen.append(read)
    return []


def _read_view(level: "Picture", spot: _Spot, scale: float, ocr: Ocr) -> list[OcrWord]:
    x0, y0, x1, y1 = (max(0, int(side)) for side in spot.box)
    cut = level[y0:y1, x0:x1]
    if cut.size == 0:
        return []
    read = read_padded(cut, (x0, y0), ocr, padding=_PADDING, scale=scale)
    return sorted(read, key=_left)


def _left(word: OcrWord) -> float:
    return word.box[0]


def _is_whole(read: Sequence[OcrWord]) -> bool:
    """See a code, date or figure, maybe with syllables beside it, all read surely."""
    if worst_confidence(read) < _AGREED:
        return False
    texts = _texts(read)
    formed = [any(form.fullmatch(text) for form in _FORMS) for text in texts]
    return any(formed) and all(
        whole or can_be_vietnamese(text)
        for whole, text in zip(formed, texts, strict=True)
    )


def _texts(read: Sequence[OcrWord]) -> list[str]:
    return [word.text.strip(_ENDS) for word in read]


def _taken(spot: _Spot, read: Sequence[OcrWord]) -> list[OcrWord]:
    """Return the reading on the spot's line, never quite as sure as clear print."""
    first = spot.words[0]
    return [
        replace(
            word,
            baseline=first.baseline,
            size=first.size,
            line=first.line,
            confidence=min(word.confidence, _HIGHEST),
        )
        for word in read
    ]
