"""The ruled lines of a scanned page, found and wiped away."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.printed import Rule

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SHORTEST = 0.25
"""Inches; no stroke of a letter is as long."""
_THICKEST = 0.06
_BRIDGE = 0.03
_DARK = 160
_MARGIN = 2


def find_scan_rules(picture: "Picture", dpi: int) -> list[Rule]:
    """Return the ruled lines of a level picture, in pixels."""
    import cv2
    import numpy as np

    ink = cv2.threshold(picture, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    length, bridge = int(_SHORTEST * dpi), max(2, int(_BRIDGE * dpi))
    rules = []
    for wide, high in ((1, 0), (0, 1)):
        joining = np.ones((1 + high * bridge, 1 + wide * bridge), np.uint8)
        opening = np.ones((1 + high * length, 1 + wide * length), np.uint8)
        joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, joining)
        lines = cv2.morphologyEx(joined, cv2.MORPH_OPEN, opening)
        shapes = cv2.connectedComponentsWithStats(lines)[2][1:]
        boxes = [_box(shape) for shape in shapes.tolist()]
        rules += [Rule(b) for b in boxes if _is_thin(b, dpi)]
    return rules


def wipe(picture: "Picture", boxes: Iterable[Box]) -> "Picture":
    """Return the picture with these boxes painted white, a little widened."""
    wiped = picture.copy()
    for x0, y0, x1, y1 in boxes:
        top, left = max(0, int(y0) - _MARGIN), max(0, int(x0) - _MARGIN)
        wiped[top : int(y1) + _MARGIN, left : int(x1) + _MARGIN] = 255
    return wiped


def _box(shape: list[int]) -> Box:
    x, y, wide, high = shape[:4]
    return (float(x), float(y), float(x + wide), float(y + high))


def _is_thin(box: Box, dpi: int) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _THICKEST * dpi
