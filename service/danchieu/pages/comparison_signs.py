"""The bar under a wedge: page readers take "≥ 45" for "> 45", and "≤" for "<"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from danchieu.pages.ocr import OcrWord
from danchieu.pages.word_shapes import word_shapes

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_BARRED = {">": "≥", "<": "≤"}
_SIGN = re.compile(r"[(\[]?([<>≥≤])(?=\d|$)")
_WIDTH = (0.35, 1.0)
"""Of a wedge, in row heights; what is wider runs on under other letters."""
_LOWEST = 3
_BAR, _STEP = 0.8, 0.3
"""How much of its width a bar fills, and how much more than any row of the wedge."""
_SPACE = 0.25
"""Of the row's height; a sign and a figure without a space stand half as near."""


def mend_signs(level: "Picture", words: Sequence[OcrWord]) -> list[OcrWord]:
    """Return the words with ≥ and ≤ where a wedge that was read stands over a bar.

    A line under the whole word, of a link or a cell, is wider than the wedge: no bar.
    A sign that stands a space away from its figure becomes a word of its own.
    """
    mended: list[OcrWord] = []
    for word in words:
        sign = _SIGN.match(word.text)
        mended += _mended(level, word, sign.start(1)) if sign else [word]
    return mended


def _mended(level: "Picture", word: OcrWord, at: int) -> list[OcrWord]:
    """Return the word whose sign stands ``at`` this place, in two where a space is."""
    shapes = word_shapes(level, word)
    if len(shapes) <= at:
        return [word]
    sign, text = word.text[at], word.text
    if _stands_over_bar(shapes[at].ink, word.size):
        text = text[:at] + _BARRED.get(sign, sign) + text[at + 1 :]
    following = shapes[at + 1].start if len(shapes) > at + 1 else shapes[at].end
    if following - shapes[at].end < _SPACE * word.size:
        return [replace(word, text=text)]
    x0, y0, x1, y1 = word.box
    return [
        replace(word, text=text[: at + 1], box=(x0, y0, shapes[at].end, y1)),
        replace(word, text=text[at + 1 :], box=(following, y0, x1, y1)),
    ]


def _stands_over_bar(shape: "Picture", size: float) -> bool:
    """See a full row at the foot of a shape whose upper rows are all far from full.

    A bar that turning back left a little askew lies on two rows.
    """
    low, high = (share * size for share in _WIDTH)
    if not low <= shape.shape[1] <= high:
        return False
    rows = shape[shape.any(axis=1)]
    third = len(rows) // _LOWEST
    if third == 0:
        return False
    tilted = rows[-third - 1 : -1] | rows[-third:]
    bar = float(tilted.mean(axis=1).max())
    wedge = float(rows[: 2 * third].mean(axis=1).max())
    return bar >= _BAR and bar - wedge >= _STEP
