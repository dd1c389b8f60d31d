"""The bar under a wedge: page readers take "≥ 45" for "> 45", and "≤" for "<"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from danchieu.pages.ocr import OcrWord

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_BARRED = {">": "≥", "<": "≤"}
_SIGN = re.compile(r"[(\[]?([<>])(?=\d|$)")
_ASIDE = 4
"""Pixels by which ink may stand left of a word's box."""
_BELOW = 0.25
"""How far below a word its bar may stand, in row heights."""
_FAINTEST = 190
_WIDTH = (0.35, 1.0)
"""Of a wedge, in row heights; what is wider runs on under other letters."""
_LOWEST = 3
_BAR, _STEP = 0.8, 0.3
"""How much of its width a bar fills, and how much more than any row of the wedge."""


def mend_signs(level: "Picture", words: Sequence[OcrWord]) -> list[OcrWord]:
    """Return the words with ≥ and ≤ where a wedge that was read stands over a bar.

    A line under the whole word, of a link or a cell, is wider than the wedge: no bar.
    """
    return [
        _mended(level, word, sign) if (sign := _SIGN.match(word.text)) else word
        for word in words
    ]


def _mended(level: "Picture", word: OcrWord, sign: re.Match[str]) -> OcrWord:
    at = sign.start(1)
    shapes = _shapes(level, word)
    if len(shapes) <= at or not _stands_over_bar(shapes[at], word.size):
        return word
    text = word.text[:at] + _BARRED[sign[1]] + word.text[at + 1 :]
    return replace(word, text=text)


def _shapes(level: "Picture", word: OcrWord) -> "list[Picture]":
    """Return the ink of the word, parted where a whole column is white."""
    import numpy as np

    x0, y0, x1, y1 = (int(side) for side in word.box)
    left, low = max(0, x0 - _ASIDE), y1 + int(_BELOW * word.size)
    cut = level[max(0, y0 - 1) : low, left : x1 + _ASIDE]
    if cut.size == 0 or cut.min() > _FAINTEST:
        return []
    ink = cut < (int(cut.min()) + 255) // 2
    edges = np.flatnonzero(np.diff(np.pad(ink.any(axis=0), 1).astype(np.int8)))
    return [
        cast("Picture", ink[:, a:b])
        for a, b in zip(edges[::2], edges[1::2], strict=True)
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
