"""Strokes of signatures that a page reader took for words."""

from collections.abc import Sequence
from statistics import median

from danchieu.pages.ocr import OcrWord
from danchieu.pages.plausibility import can_be_vietnamese

_DOUBTFUL = 0.6
_TOO_HIGH = 2.3
"""Of the usual height of words; the largest print of a page is half as much."""
_HEAD = 1 / 3
"""The upper part of a page has numbers and days written by pen, which are wanted."""


def without_strokes(words: Sequence[OcrWord], page_height: int) -> list[OcrWord]:
    """Return the words but those far too high for print that are no Vietnamese.

    Between the title and the name of a signer they would part the two.
    """
    if not words:
        return []
    usual = median(word.height for word in words)
    return [
        word
        for word in words
        if word.confidence >= _DOUBTFUL
        or word.height <= _TOO_HIGH * usual
        or word.box[1] < _HEAD * page_height
        or can_be_vietnamese(word.text)
    ]
