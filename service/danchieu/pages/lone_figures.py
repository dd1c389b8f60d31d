"""A figure alone in its cell, read in several sizes: it lacks a line's context."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.cut_words import read_padded
from danchieu.pages.ocr import Ocr, OcrWord, worst_confidence

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_DOUBTED, _AGREED, _ALONE = 0.85, 0.7, 0.93
"""A first reading surer than this stays; two others, or a very sure one, replace it."""
_LONGEST = 4
_SCALES = (0.75, 1.5, 2.0)
_PADDING = 14
_FIGURE = re.compile(r"[<>≤≥]?\d{1,4}(?:[.,]\d{1,2})?%?")


def read_lone_figure(
    level: "Picture", cell: Box, first: Sequence[OcrWord], ocr: Ocr
) -> list[OcrWord]:
    """Return the figure that other sizes of the cell show; else ``first`` as it is.

    Two sizes must show the same figure, or one show it very surely.
    """
    if not first or len(_text(first)) > _LONGEST:
        return list(first)
    if worst_confidence(first) >= _DOUBTED:
        return list(first)
    x0, y0, x1, y1 = (max(0, int(side)) for side in cell)
    cut = level[y0:y1, x0:x1]
    figures: list[list[OcrWord]] = []
    for scale in _SCALES:
        read = read_padded(cut, (x0, y0), ocr, padding=_PADDING, scale=scale)
        if _FIGURE.fullmatch(_text(read)) and _is_taken(read, figures):
            return read
        figures.append(read)
    return list(first)


def _is_taken(read: Sequence[OcrWord], others: Sequence[Sequence[OcrWord]]) -> bool:
    """Say whether a reading is sure enough beside those of other sizes."""
    sure = worst_confidence(read)
    agreed = any(
        _text(other) == _text(read) and worst_confidence(other) >= _AGREED
        for other in others
    )
    return sure >= (_AGREED if agreed else _ALONE)


def _text(words: Sequence[OcrWord]) -> str:
    return "".join(word.text for word in words)
