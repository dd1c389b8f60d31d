"""How wide print is: the size of the type by what is printed, and the other way."""

import unicodedata
from collections.abc import Iterable
from statistics import median

from danchieu.pages.ocr import OcrWord

_WIDTHS = {
    0.25: ".,",
    0.28: "fijlt:;/",
    0.33: "Ir-()",
    0.4: "Jsz",
    0.44: "acekvy",
    0.5: "bdghnopqux_đ 0123456789",
    0.56: "SơF",
    0.58: "PưEL",
    0.61: "TZ",
    0.67: "BCR",
    0.7: "AKNwYVX",
    0.72: "DGHOQUĐƠ",
    0.78: "m&Ư",
    0.86: "MW",
}
"""Widths of the letters of Times and its kin, upright and italic, in type sizes."""
_EM = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_USUAL = 0.5
_SURE = 0.85
_LONG = 4
_BELIEVED = (22.0, 62.0)
"""Type sizes of letterheads in pixels of 200 dpi: 8 to 22 points."""


def print_width(text: str) -> float:
    """Return how wide the text is in type sizes; tone marks take no room."""
    plain = (c for c in unicodedata.normalize("NFD", text) if not _is_mark(c))
    return sum(_EM.get(letter, _USUAL) for letter in plain)


def find_type_size(words: Iterable[OcrWord]) -> float | None:
    """Return the size of the type of surely read words, None when none tells it."""
    sizes = [
        (w.box[2] - w.box[0]) / print_width(w.text)
        for w in words
        if w.confidence >= _SURE and len(w.text) >= _LONG and _is_telling(w.text)
    ]
    believed = [s for s in sizes if _BELIEVED[0] <= s <= _BELIEVED[1]]
    return median(believed) if believed else None


def _is_telling(text: str) -> bool:
    """Say whether all letters have a width of their own: no digits of a pen."""
    return all(c.isalpha() or c in ",-/" for c in text)


def _is_mark(letter: str) -> bool:
    return unicodedata.combining(letter) > 0
