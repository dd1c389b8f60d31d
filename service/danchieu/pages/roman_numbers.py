"""Roman numbers whose bars a page reader took for other letters ("IH", "lÍ")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from danchieu.pages.ocr import OcrWord
from danchieu.pages.word_shapes import Shape, word_shapes

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_BARS = re.compile(r"(?=[il]?[IHÍÌ|])[IHÍÌl|iíìị]{1,4}(?=$|[./,:)])")
"""What one to three bars are read as; "lí" and "11" may be what they are."""
_MOST = 3
_SLENDER = (0.15, 0.5)
"""Widths of a bar with its serifs, in its heights; thinner are rests of rules."""
_HEIGHT = (0.5, 0.9)
"""Of capitals, in row heights."""
_STEM = 0.8
"""Of a bar's height; a slash fills no column so far."""
_ALIKE = 2
_SURE = 0.85


def mend_roman_numbers(level: "Picture", words: Sequence[OcrWord]) -> list[OcrWord]:
    """Return the words with I, II and III where print shows that many bars.

    All other shapes of the word must be letters that were read, one for one.
    """
    return [
        _mended(level, word, len(bars[0])) if (bars := _BARS.match(word.text)) else word
        for word in words
    ]


def _mended(level: "Picture", word: OcrWord, read: int) -> OcrWord:
    shapes = word_shapes(level, word)
    count = len(list(takewhile(lambda s: _is_bar(s, word.size), shapes)))
    rest = word.text[read:]
    if not 1 <= count <= _MOST or len(shapes) - count != len(rest):
        return word
    heights = [_height(shape) for shape in shapes[:count]]
    if max(heights) - min(heights) > _ALIKE:
        return word
    sure = max(word.confidence, _SURE)
    return replace(word, text="I" * count + rest, confidence=sure)


def _is_bar(shape: Shape, size: float) -> bool:
    high = _height(shape)
    low, tall = (share * size for share in _HEIGHT)
    thin, broad = (share * high for share in _SLENDER)
    if not (low <= high <= tall and thin <= shape.end - shape.start <= broad):
        return False
    return int(shape.ink.sum(axis=0).max()) >= _STEM * high


def _height(shape: Shape) -> int:
    return int(shape.ink.any(axis=1).sum())
