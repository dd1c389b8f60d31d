"""How a page picture lies: quarter turns and skew, and the way back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from danchieu.domain.page import Box

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    from danchieu.pages.ocr import Picture

_SMALL_SIDE = 700
_INK = 128
_SIDEWAYS = 1.6
_WIDEST = 8.0
_COARSE_STEP = 0.5
_FINE_STEP = 0.1
_WORTH_TURNING = 0.15
_QUARTERS = 4


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
        from math import cos, radians, sin

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


def lies_sideways(picture: "Picture") -> bool:
    """Say whether the lines of print run up or down rather than across.

    Rows of print alternate with white far more sharply across the lines than along.
    """
    ink = _small_ink(picture)
    across, along = _sharpness(ink), _sharpness(ink.T)
    return along > _SIDEWAYS * across


def find_skew(picture: "Picture") -> float:
    """Return by how many degrees the lines fall to the right; 0 when they are level."""
    import numpy as np

    ink = _small_ink(picture)
    if not ink.any():
        return 0.0
    coarse = _sharpest(ink, np.arange(-_WIDEST, _WIDEST + 0.01, _COARSE_STEP))
    near = np.arange(coarse - _COARSE_STEP, coarse + _COARSE_STEP + 0.01, _FINE_STEP)
    angle = _sharpest(ink, near)
    return angle if abs(angle) >= _WORTH_TURNING else 0.0


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


def _small_ink(picture: "Picture") -> "NDArray[floating[Any]]":
    """Return a small picture in which ink is 1 and paper 0, without the margins."""
    import cv2
    import numpy as np

    scale = _SMALL_SIDE / max(picture.shape[:2])
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    margin_y, margin_x = small.shape[0] // 30, small.shape[1] // 30
    inner = small[margin_y : -margin_y or None, margin_x : -margin_x or None]
    return (255.0 - np.maximum(inner, _INK)) / (255.0 - _INK)


def _sharpness(ink: "NDArray[floating[Any]]") -> float:
    import numpy as np

    profile = ink.mean(axis=1)
    return float(np.square(np.diff(profile)).mean())


def _sharpest(ink: "NDArray[floating[Any]]", angles: "NDArray[floating[Any]]") -> float:
    import cv2

    height, width = ink.shape
    middle = (width / 2, height / 2)

    def score(angle: float) -> float:
        matrix = cv2.getRotationMatrix2D(middle, angle, 1.0)
        turned = cv2.warpAffine(ink, matrix, (width, height))
        return _sharpness(cast("NDArray[floating[Any]]", turned))

    return float(max(angles, key=score))
