"""The shapes of ink that make a word, parted by white columns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from danchieu.pages.ocr import OcrWord
from danchieu.pages.scan_rules import runs_of

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_ASIDE = 4
"""Pixels by which ink may stand left of a word's box."""
_BELOW = 0.25
"""How far below a word a bar of its signs may stand, in row heights."""
_FAINTEST = 190


@dataclass(frozen=True, slots=True)
class Shape:
    """Ink that white columns part from other ink; its sides on the page."""

    start: float
    end: float
    ink: "Picture"


def word_shapes(level: "Picture", word: OcrWord) -> list[Shape]:
    """Return the ink of the word, parted where a whole column is white."""
    x0, y0, x1, y1 = (int(side) for side in word.box)
    left, low = max(0, x0 - _ASIDE), y1 + int(_BELOW * word.size)
    cut = level[max(0, y0 - 1) : low, left : x1 + _ASIDE]
    if cut.size == 0 or cut.min() > _FAINTEST:
        return []
    ink = cut < (int(cut.min()) + 255) // 2
    return [
        Shape(left + float(a), left + float(b), cast("Picture", ink[:, a:b]))
        for a, b in runs_of(ink.any(axis=0))
    ]
