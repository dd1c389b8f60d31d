"""Digits and letters as the strokes of a pen, in the forms that clerks write."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, cast

from danchieu.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

Stroke = tuple[tuple[float, float], ...]
Form = tuple[Stroke, ...]
Forms = dict[str, tuple[Form, ...]]
"""By letter, the strokes of each way to write it: x to the right, y down to 1."""

_STEPS = 12
_CORNERS = 2


def load_forms(path: Path) -> Forms:
    """Return the forms of each letter; strokes are parted by bars, points by spaces.

    Raises:
        ModelError: the file is missing, or a point is not two numbers.
    """
    try:
        written = tomllib.loads(path.read_text("utf-8"))
        return {
            letter: tuple(tuple(_stroke(s) for s in form.split("|")) for form in forms)
            for letter, forms in written.items()
        }
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{path}: {error}; correct or copy the file again") from error


def _stroke(written: str) -> Stroke:
    points = (point.split(",") for point in written.split())
    return tuple((float(x), float(y)) for x, y in points)


def strokes_of(forms: tuple[Form, ...], rng: "np.random.Generator") -> list["Points"]:
    """Return one of a letter's forms, every point a little off, as smooth lines."""
    import numpy as np

    form = forms[rng.integers(len(forms))]
    loose = rng.uniform(0.01, 0.055)
    moved: dict[tuple[float, float], Points] = {}
    lines = []
    for stroke in form:
        for point in stroke:
            if point not in moved:
                moved[point] = np.array(point) + rng.normal(0, loose, 2)
        lines.append(_smooth(np.array([moved[point] for point in stroke])))
    return lines


def _smooth(points: "Points") -> "Points":
    """Return a curve through the points (Catmull-Rom); two make a straight line."""
    import numpy as np

    if len(points) <= _CORNERS:
        return points
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, _STEPS, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        pieces.append(
            0.5
            * (
                2 * b
                + (c - a) * t
                + (2 * a - 5 * b + 4 * c - d) * t**2
                + (3 * b - a - 3 * c + d) * t**3
            )
        )
    return cast("Points", np.vstack([*pieces, points[-1:]]))
