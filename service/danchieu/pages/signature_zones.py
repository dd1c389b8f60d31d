"""Where a page is signed, and the lines of letters there, found by shape alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.printed import around, overlap

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_DARK = 140
_COARSE = 2
_STROKE = (90, 500)
"""Least and greatest height of a signature, in pixels; print is lower."""
_NARROWEST, _WIDEST = 60, 0.6
_LEFT, _HEAD = 0.4, 0.12
"""Signatures have their middle right of this, and stand below the letterhead."""
_FULLEST = 0.4
_INSIDE, _BELOW, _BESIDE = 0.35, 150.0, 100.0
"""Names begin in the lower part of a signature and end below it."""
_LETTER = ((4, 190), (12, 56))
"""Widths and heights of letters, of bold ones grown together too."""
_EMPTIEST = 0.2
_SLOPES = [step / 50 for step in range(-7, 8)]
_SAME_FEET, _LETTER_GAP = 7, 45
_LEAST_WIDTH, _LEAST_LETTERS = 75, 3
_SLOPE_COST = 100.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A line of letter shapes in pixels; it falls by ``slope`` for each pixel."""

    box: Box
    slope: float


def find_signature_zones(level: "Picture") -> list[Box]:
    """Return the boxes of what is too high for print and too open for a picture."""
    import cv2

    coarse = level[::_COARSE, ::_COARSE]
    ink = cv2.threshold(coarse, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    height, width = level.shape[:2]
    shapes = cv2.connectedComponentsWithStats(ink)[2][1:] * _COARSE
    boxes = [
        (float(x), float(y), float(x + wide), float(y + high))
        for x, y, wide, high, area in shapes
        if _STROKE[0] <= high <= _STROKE[1]
        and _NARROWEST <= wide <= _WIDEST * width
        and area * _COARSE < _FULLEST * wide * high
        and x + wide / 2 > _LEFT * width
        and y > _HEAD * height
    ]
    return _merged(boxes)


def find_letter_lines(level: "Picture", zone: Box) -> list[LetterLine]:
    """Return the lines of letters in the lower part of a zone and below, best first.

    Names set by a rubber stamp stand askew, so every small slope is tried.
    """
    letters = _letters(level, zone)
    tried = [line for slope in _SLOPES for line in _lines(letters, slope)]
    found: list[LetterLine] = []
    for _, line in sorted(tried, key=lambda pair: -pair[0]):
        if not any(overlap(line.box, other.box) for other in found):
            found.append(line)
    return found[:_MOST_LINES]


def _merged(boxes: Iterable[Box]) -> list[Box]:
    merged: list[Box] = []
    for box in sorted(boxes, key=lambda b: b[1]):
        touching = [other for other in merged if overlap(box, other)]
        merged = [other for other in merged if other not in touching]
        merged.append(around([box, *touching]))
    return merged


def _letters(level: "Picture", zone: Box) -> list[Box]:
    import cv2

    height, width = level.shape[:2]
    x0, x1 = max(0, int(zone[0] - _BESIDE)), min(width, int(zone[2] + _BESIDE))
    y0 = int(zone[1] + _INSIDE * (zone[3] - zone[1]))
    y1 = min(height, int(zone[3] + _BELOW))
    cut = level[y0:y1, x0:x1]
    ink = cv2.threshold(cut, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    (least_wide, wide), (least_high, high) = _LETTER
    return [
        (float(x + x0), float(y + y0), float(x + w + x0), float(y + h + y0))
        for x, y, w, h, area in cv2.connectedComponentsWithStats(ink)[2][1:]
        if least_wide <= w <= wide
        and least_high <= h <= high
        and area > _EMPTIEST * w * h
    ]


def _lines(letters: Sequence[Box], slope: float) -> Iterator[tuple[float, LetterLine]]:
    """Yield the runs of letters on one foot line, and how much line they make."""
    feet = sorted((box[3] - slope * (box[0] + box[2]) / 2, box) for box in letters)
    for at, (foot, _) in enumerate(feet):
        level = []
        for other, box in feet[at:]:
            if other - foot > _SAME_FEET:
                break
            level.append(box)
        if len(level) < _LEAST_LETTERS:
            continue
        run = max(_runs(level), key=_width)
        worth = _width(run) - _SLOPE_COST * abs(slope)
        if len(run) >= _LEAST_LETTERS and _width(run) >= _LEAST_WIDTH:
            yield worth, LetterLine(around(run), slope)


def _runs(level: Iterable[Box]) -> list[list[Box]]:
    runs: list[list[Box]] = []
    for box in sorted(level):
        if runs and box[0] - max(b[2] for b in runs[-1]) < _LETTER_GAP:
            runs[-1].append(box)
        else:
            runs.append([box])
    return runs


def _width(run: Sequence[Box]) -> float:
    return sum(box[2] - box[0] for box in run)
