"""List marks that a page reader overlooks: short signs apart from their line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.domain.page import Box
from danchieu.pages.ocr import OcrWord, worst_confidence
from danchieu.pages.printed import around, overlap

_FURTHEST = 110
"""Pixels between a mark and its line."""
_WIDEST = 70
_NARROWEST = 3
_MOST = 60
_BROKEN = 2
_DASH_SHARE = 0.25
_DASH_WIDTH = (7, 30)
_DASH_SURE = 0.7
_MARK = re.compile(r"(?:\d{1,3}|[IVXivx]{1,5}|[A-Za-zđĐ])[.)/:]|[-–+*•]|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a mark may stand, and the first word of the line that it belongs to."""

    box: Box
    first: OcrWord

    def as_word(self, text: str, confidence: float) -> OcrWord:
        """Return the mark as a word on its line."""
        first = self.first
        return OcrWord(
            text, self.box, first.baseline, first.size, confidence, first.line
        )


def find_marks(shapes: Sequence[Box], words: Sequence[OcrWord]) -> list[Mark]:
    """Return the unread shapes that stand a little left of a line of words."""
    found = []
    for first in _line_starts(words):
        near = [s for s in shapes if _stands_before(s, first)]
        if not near:
            continue
        box = around(near)
        free = not any(overlap(box, word.box) for word in words)
        if free and _NARROWEST <= box[2] - box[0] <= _WIDEST:
            found.append(Mark(box, first))
    return found[:_MOST]


def without_broken_marks(words: Sequence[OcrWord]) -> list[OcrWord]:
    """Leave out the dot of a "1." whose number was overlooked."""
    broken = {
        word
        for word in _line_starts(words)
        if len(word.text) <= _BROKEN and set(word.text) <= {".", ","}
    }
    return [word for word in words if word not in broken]


def read_dash(mark: Mark) -> OcrWord | None:
    """Read a mark by its shape alone: flat and at half the height of letters."""
    x0, y0, x1, y1 = mark.box
    flat = y1 - y0 <= _DASH_SHARE * mark.first.size
    low, high = _DASH_WIDTH
    above = mark.first.baseline - (y0 + y1) / 2
    middle = above > _DASH_SHARE * (mark.first.baseline - mark.first.box[1]) / 2
    if flat and middle and low <= x1 - x0 <= high:
        return mark.as_word("-", _DASH_SURE)
    return None


def read_mark(mark: Mark, words: Sequence[OcrWord]) -> OcrWord | None:
    """Take what was read in the mark's cut-out, if it is a list mark at all."""
    text = "".join(word.text for word in words)
    if not _MARK.fullmatch(text):
        return None
    return mark.as_word(text, worst_confidence(words))


def _line_starts(words: Sequence[OcrWord]) -> list[OcrWord]:
    starts: dict[int, OcrWord] = {}
    for word in words:
        known = starts.get(word.line)
        if known is None or word.box[0] < known.box[0]:
            starts[word.line] = word
    return list(starts.values())


def _stands_before(shape: Box, first: OcrWord) -> bool:
    x0, y0, _, y1 = first.box
    middle = (shape[1] + shape[3]) / 2
    on_line = y0 - 2 <= middle <= max(y1, first.baseline) + 2
    return on_line and x0 - _FURTHEST <= shape[0] and shape[2] <= x0 + 1
