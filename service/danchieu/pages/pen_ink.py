"""Whether the ink in a gap is print: all signs as high as digits, on the baseline."""

from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.pen_gaps import PenGap
from danchieu.pages.scan_rules import shape_boxes

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_DARK = 140
_DIGIT = (0.54, 0.8)
"""Least and greatest height of printed digits in type sizes."""
_UNEVEN = 0.14
_PEN = 0.86
"""No printed digit is as high as this."""
_SPECK = 0.3
_EDGE = 0.06


def looks_printed(level: "Picture", gap: PenGap) -> bool:
    """Say whether every sign in the gap has the height of print, on one line."""
    signs = [box for box in _signs(level, gap) if _is_inside(box, gap)]
    if not signs:
        return False
    low, high = (share * gap.row.size for share in _DIGIT)
    feet = [box[3] for box in signs]
    even = max(feet) - min(feet) <= _UNEVEN * gap.row.size
    return even and all(low <= box[3] - box[1] <= high for box in signs)


def looks_written(level: "Picture", gap: PenGap) -> bool:
    """Say whether a sign in the gap is higher than any printed digit."""
    tall = _PEN * gap.row.size
    return any(box[3] - box[1] > tall for box in _signs(level, gap))


def has_ink(level: "Picture", gap: PenGap) -> bool:
    """Say whether more stands in the gap than specks and the dots of a leader."""
    return bool(_signs(level, gap))


def signs_behind(level: "Picture", gap: PenGap, x: float) -> int:
    """Count the signs between ``x`` and the end of the gap; a slash may be one."""
    return sum((box[0] + box[2]) / 2 > x for box in _signs(level, gap))


def _signs(level: "Picture", gap: PenGap) -> list[Box]:
    import cv2

    size = gap.row.size
    x0, x1 = max(0, int(gap.box[0])), int(gap.box[2])
    y0, y1 = max(0, int(gap.baseline - 1.2 * size)), int(gap.baseline + 0.4 * size)
    cut = level[y0:y1, x0:x1]
    if cut.size == 0:
        return []
    ink = cv2.threshold(cut, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    boxes = shape_boxes(ink)  # type: ignore[arg-type]
    return [
        (a + x0, b + y0, c + x0, d + y0)
        for a, b, c, d in boxes
        if d - b > _SPECK * size
    ]


def _is_inside(box: Box, gap: PenGap) -> bool:
    """Leave out what reaches in from the print beside the gap."""
    edge = _EDGE * gap.row.size
    return box[0] > gap.box[0] + edge and box[2] < gap.box[2] - edge
