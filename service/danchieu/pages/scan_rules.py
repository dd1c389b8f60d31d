"""The ruled lines of a scanned page."""

from typing import TYPE_CHECKING, cast

from danchieu.domain.page import Box
from danchieu.pages.printed import Rule

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SHORTEST = 0.22
"""Inches; no stroke of a letter is as long."""
_GAP = 0.1
_THICKEST = 0.07
_WAVER = 3
"""Pixels by which a line may waver."""
_DARK = 200
"""Hairlines lie on two rows of pixels, and neither is black."""


def find_scan_rules(picture: "Picture", dpi: int) -> list[Rule]:
    """Return the ruled lines of a level picture, in pixels."""
    import cv2
    import numpy as np

    ink = cv2.threshold(picture, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    length, gap = int(_SHORTEST * dpi), int(_GAP * dpi)
    rules = []
    for wide, high in ((1, 0), (0, 1)):
        across = np.ones((1 + wide * _WAVER, 1 + high * _WAVER), np.uint8)
        along = np.ones((1 + high * length, 1 + wide * length), np.uint8)
        joining = np.ones((1 + high * gap, 1 + wide * gap), np.uint8)
        lines = cv2.morphologyEx(cv2.dilate(ink, across), cv2.MORPH_OPEN, along)
        joined = cv2.morphologyEx(lines, cv2.MORPH_CLOSE, joining)
        rules += [
            Rule(box)
            for box in shape_boxes(cast("Picture", joined))
            if _is_thin(box, dpi)
        ]
    return rules


def shape_boxes(ink: "Picture") -> list[Box]:
    """Return the box of each connected shape of a picture that is black and white."""
    import cv2

    shapes, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    sides = [cv2.boundingRect(shape) for shape in shapes]
    return [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h in sides]


def _is_thin(box: Box, dpi: int) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= _THICKEST * dpi
