"""How a page picture lies: quarter turns and skew, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING, cast

from danchieu.domain.page import Box

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SMALL_SIDE = 700
_INK = 128
_SIDEWAYS = 1.6
_WIDEST = 8.0
_COARSE_STEP = 0.5
_FINE_STEP = 0.1
_WORTH_TURNING = 0.15
_QUARTERS = 4
_LONG = 40
_WORTH_A_TURN = 1.02
_MARGIN_PART = 30


@dataclass(frozen=True, slots=True)
class Lie:
    """How the picture was turned to be level: quarters clockwise, then ``angle``.

    ``width`` and ``height`` are those of the picture before any turn.
    """

    quarters: int
    angle: float
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """Return where a box of the level picture stands on the picture as given.

        The size is kept and the middle is led back, so a box stays upright.
        """
        x, y = self._unskewed((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        wide, high = box[2] - box[0], box[3] - box[1]
        for _ in range(self.quarters):
            wide, high = high, wide
        x, y = self._unturned(x, y)
        return (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)

    def _unskewed(self, x: float, y: float) -> tuple[float, float]:
        wide, high = self._turned_size()
        a = radians(self.angle)
        dx, dy = x - wide / 2, y - high / 2
        return (
            wide / 2 + dx * cos(a) - dy * sin(a),
            high / 2 + dx * sin(a) + dy * cos(a),
        )

    def _turned_size(self) -> tuple[float, float]:
        size = (self.width, self.height)
        return size if self.quarters % 2 == 0 else (self.height, self.width)

    def _unturned(self, x: float, y: float) -> tuple[float, float]:
        wide, high = self._turned_size()
        for _ in range(self.quarters):
            x, y = y, wide - x
            wide, high = high, wide
        return x, y


def turn(picture: "Picture", quarters: int) -> "Picture":
    """Return the picture turned clockwise by quarters."""
    import numpy as np

    return np.ascontiguousarray(np.rot90(picture, -quarters % _QUARTERS))


def find_lie(picture: "Picture") -> Lie:
    """Tell whether the lines of print run across or along, and how far they fall.

    Rows of print alternate with white most sharply when summed along the lines, so
    both ways are tried over all small angles. Whether the page stands on its head is
    not told: only reading it can.
    """
    import numpy as np

    height, width = picture.shape[:2]
    ink = _small_ink(picture)
    if not ink.any():
        return Lie(0, 0.0, width, height)
    angles = np.arange(-_WIDEST, _WIDEST + _FINE_STEP, _COARSE_STEP).tolist()
    sideways = np.ascontiguousarray(np.rot90(ink, -1))
    across, along = _sharpest(ink, angles), _sharpest(sideways, angles)
    quarters = 1 if along[0] > _SIDEWAYS * across[0] else 0
    coarse = along[1] if quarters else across[1]
    near = np.arange(
        coarse - _COARSE_STEP, coarse + _COARSE_STEP + _FINE_STEP / 2, _FINE_STEP
    )
    angle = _sharpest(sideways if quarters else ink, near.tolist())[1]
    level = abs(angle) < _WORTH_TURNING
    return Lie(quarters, 0.0 if level else angle, width, height)


def rotate(picture: "Picture", angle: float) -> "Picture":
    """Return the picture with lines that fall by ``angle`` degrees made level."""
    import cv2

    if not angle:
        return picture
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        picture, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=255
    )
    return cast("Picture", turned)


def _small_ink(picture: "Picture") -> "Picture":
    """Return a small picture of bright ink, without margins and ruled lines."""
    import cv2
    import numpy as np

    scale = _SMALL_SIDE / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    margin_y, margin_x = (side // _MARGIN_PART for side in small.shape[:2])
    inner = small[margin_y : -margin_y or None, margin_x : -margin_x or None]
    ink = cv2.threshold(255 - inner, 255 - _INK, 255, cv2.THRESH_TOZERO)[1]
    for kernel in (np.ones((_LONG, 1), np.uint8), np.ones((1, _LONG), np.uint8)):
        ink = cv2.subtract(ink, cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
    return cast("Picture", ink)


def _sharpest(ink: "Picture", angles: Sequence[float]) -> tuple[float, float]:
    """Return how sharp the rows stand out at best, and at which of the angles."""
    import cv2

    height, width = ink.shape
    middle = (width / 2, height / 2)
    best = (_WORTH_A_TURN * _sharpness(ink), 0.0)
    for angle in angles:
        matrix = cv2.getRotationMatrix2D(middle, angle, 1.0)
        turned = cv2.warpAffine(
            ink,
            matrix,
            (width, height),
            flags=cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_REPLICATE,
        )
        best = max(best, (_sharpness(cast("Picture", turned)), angle))
    return best


def _sharpness(ink: "Picture") -> float:
    import cv2
    import numpy as np

    profile = cv2.reduce(ink, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)
    return float(np.square(np.diff(profile, axis=0)).mean())
