"""The ruled lines of a scanned page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from danchieu.domain.page import Box
from danchieu.pages.printed import Rule

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from danchieu.pages.ocr import Picture

_SHORTEST = 0.22
"""Inches; no stroke of a letter is as long."""
_GAP = 0.1
_THICKEST = 0.07
_PIECE, _FULL = 1.0, 0.7
"""Lines with other ink at their sides are measured by the inch, where they are full."""
_WAVER = 3
"""Pixels by which a line may waver."""
_DARK = 200
"""Hairlines lie on two rows of pixels, and neither is black."""


def find_scan_rules(picture: "Picture", dpi: int) -> list[Rule]:
    """Return the ruled lines of a level picture, in pixels."""
    import cv2

    ink = cv2.threshold(picture, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    lying = _level_lines(cast("Picture", cv2.transpose(ink)), dpi)
    upright = [(y0, x0, y1, x1) for x0, y0, x1, y1 in lying]
    level = _level_lines(cast("Picture", ink), dpi)
    return [Rule(box) for box in (*level, *upright)]


def shape_boxes(ink: "Picture") -> list[Box]:
    """Return the box of each connected shape of a picture that is black and white."""
    import cv2

    shapes, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    sides = [cv2.boundingRect(shape) for shape in shapes]
    return [(float(x), float(y), float(x + w), float(y + h)) for x, y, w, h in sides]


def runs_of(marked: "ArrayLike") -> Iterator[tuple[int, int]]:
    """Yield where each unbroken run of a row of marks begins, and the place after."""
    import numpy as np

    edges = np.flatnonzero(np.diff(np.pad(marked, 1).astype(np.int8))).tolist()
    yield from zip(edges[::2], edges[1::2], strict=True)


def _level_lines(ink: "Picture", dpi: int) -> Iterator[Box]:
    import cv2
    import numpy as np

    along = np.ones((1, 1 + int(_SHORTEST * dpi)), np.uint8)
    joining = np.ones((1, 1 + int(_GAP * dpi)), np.uint8)
    thick = cv2.dilate(ink, np.ones((1 + _WAVER, 1), np.uint8))
    lines = cv2.morphologyEx(thick, cv2.MORPH_OPEN, along)
    joined = cast("Picture", cv2.morphologyEx(lines, cv2.MORPH_CLOSE, joining))
    for box in shape_boxes(joined):
        boxes = [box] if _is_thin(box, dpi) else _freed(joined, box, dpi)
        yield from (line for line in boxes if _is_thin(line, dpi))


def _freed(lines: "Picture", shape: Box, dpi: int) -> Iterator[Box]:
    """Yield the pieces of the level lines in a shape without what touches them."""
    x0, y0, x1, y1 = (int(side) for side in shape)
    piece = int(_PIECE * dpi)
    for left in range(x0, x1 - piece + 1, piece):
        right = left + piece if left + 2 * piece <= x1 else x1
        full = (lines[y0:y1, left:right] > 0).mean(axis=1) >= _FULL
        for top, bottom in runs_of(full):
            yield (float(left), float(y0 + top), float(right), float(y0 + bottom))


def _is_thin(line: Box, dpi: int) -> bool:
    return line[3] - line[1] <= _THICKEST * dpi
