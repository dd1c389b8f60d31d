"""Drawn strips: the place for the pen between its printed neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from danchieu.learned.strip import as_strip
from danchieu.training.pen_damage import damage
from danchieu.training.pen_ink import Pens, ink_box, write

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    Shades = NDArray[np.float32]

KINDS = ("number", "day", "month")
_HIGH, _WIDE = 80, 288
"""The cut-out before it is made a strip, in pixels of a page of 200 dpi."""
_BASELINE = 51
_EMPTY, _LETTER, _LEADER, _PRINTED, _FREE = 0.05, 0.02, 0.25, 0.14, 0.3
_CLOSE = 0.45


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """What forms print before, after and near the pen, and the faces they use."""

    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    beside: tuple[str, ...]
    faces: tuple[Path, ...]


def draw_strip(
    pens: Pens, form: PrintedForm, rng: "np.random.Generator"
) -> tuple["Shades", str]:
    """Return a strip and what the pen wrote on it, "" for nothing.

    The same state of ``rng`` gives the same strip.
    """
    kind = KINDS[max(0, int(rng.integers(-1, 3)))]
    text = "" if rng.random() < _EMPTY else _text(kind, rng)
    size = int(rng.uniform(31, 43))
    face = form.faces[rng.integers(len(form.faces))]
    left = rng.uniform(-8, 50)
    pen, right = _pen_layer(text, left, (pens, face), rng)
    right += _room(kind, rng)
    cut = int(min(_WIDE, max(50, right + rng.uniform(0, 60))))
    print_ = np_zeros()
    drift = rng.normal(0, 1.5)
    base = _BASELINE + drift
    before, after = _one(form.before[kind], rng), _one(form.after[kind], rng)
    _print(print_, before, face, (left - _width(before, face, size), base, size))
    _print(print_, after, face, (right, base, size))
    _print_surroundings(print_, form, face, rng)
    _print_leader(print_, (left, right, base), face, rng)
    return as_strip(damage((print_[:, :cut], pen[:, :cut]), rng)), text


def _room(kind: str, rng: "np.random.Generator") -> float:
    """Return how far from the pen print goes on: often it touches."""
    if rng.random() < _CLOSE:
        return float(rng.uniform(-9, 10))
    return float(rng.uniform(8, 70 if kind == "number" else 36))


def _text(kind: str, rng: "np.random.Generator") -> str:
    if kind == "number" or rng.random() < _FREE:
        length = int(rng.choice([1, 2, 3, 4, 5], p=[0.08, 0.25, 0.27, 0.32, 0.08]))
        digits = "".join(str(d) for d in rng.integers(0, 10, length))
        return digits + (_one("ab", rng) if rng.random() < _LETTER else "")
    value = int(rng.integers(1, 32 if kind == "day" else 13))
    return f"{value:02d}" if rng.random() < 1 / 2 else str(value)


def _pen_layer(
    text: str,
    left: float,
    means: tuple[Pens, Path],
    rng: "np.random.Generator",
) -> tuple["Picture", float]:
    """Return the layer of ink and where it ends; some strings are set in print."""
    layer = np_zeros()
    if not text:
        return layer, left + rng.uniform(20, 120)
    x = left + rng.uniform(-4, 30)
    pens, face = means
    if rng.random() < _PRINTED:
        size = int(rng.uniform(31, 43))
        _print(layer, text, face, (x, _BASELINE, size))
        return layer, x + _width(text, face, size)
    ink = write(text, pens, rng)
    return layer, _paste(layer, ink, x, rng)


def _paste(
    layer: "Picture", ink: "Picture", x: float, rng: "np.random.Generator"
) -> float:
    import cv2
    import numpy as np

    x0, y0, x1, y1 = ink_box(ink)
    high = rng.uniform(26, 52)
    factor = high / (y1 - y0)
    wide = min((x1 - x0) * factor * rng.uniform(0.8, 1.15), _WIDE - x - 8)
    size = (max(2, int(wide)), max(2, int(high)))
    small = cv2.resize(ink[y0:y1, x0:x1], size, interpolation=cv2.INTER_AREA)
    left = max(0, int(x))
    top = int(np.clip(_BASELINE - high + rng.normal(3, 5), 0, _HIGH - size[1]))
    place = layer[top : top + size[1], left : left + size[0]]
    np.maximum(place, small[:, : place.shape[1]], out=place)
    return float(left + size[0])


def np_zeros() -> "Picture":
    """Return an empty layer."""
    import numpy as np

    return np.zeros((_HIGH, _WIDE), np.uint8)


def _one(choices: Sequence[str], rng: "np.random.Generator") -> str:
    return choices[int(rng.integers(len(choices)))]


def _print(
    layer: "Picture", text: str, face: Path, place: tuple[float, float, int]
) -> None:
    """Print with the baseline's left end at ``place``: x, y and size of type."""
    import numpy as np
    from PIL import Image, ImageDraw

    x, y, size = place
    image = Image.new("L", (_WIDE, _HIGH), 0)
    font = _font(face, size)
    ImageDraw.Draw(image).text((x, y), text, font=font, fill=255, anchor="ls")
    np.maximum(layer, np.asarray(image), out=layer)


@lru_cache(maxsize=256)
def _font(face: Path, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(face), size)


def _width(text: str, face: Path, size: int) -> float:
    return float(_font(face, size).getlength(text))


def _print_surroundings(
    layer: "Picture", form: PrintedForm, face: Path, rng: "np.random.Generator"
) -> None:
    """Print what may show at the upper and lower edge, and a ruled line."""
    if rng.random() < _FREE:
        y = _BASELINE + rng.uniform(38, 60)
        size = int(rng.uniform(28, 40))
        _print(layer, _one(form.beside, rng), face, (rng.uniform(-150, 60), y, size))
    if rng.random() < _FREE:
        y = rng.uniform(-8, 6)
        _print(layer, _one(form.beside, rng), face, (rng.uniform(-150, 60), y, 36))
    if rng.random() < _EMPTY:
        top, start = int(rng.integers(0, 8)), int(rng.integers(0, _WIDE))
        layer[top : top + 2, start : start + 120] = 255


def _print_leader(
    layer: "Picture",
    place: tuple[float, float, float],
    face: Path,
    rng: "np.random.Generator",
) -> None:
    left, right, base = place
    if rng.random() > _LEADER or right <= left:
        return
    size = int(rng.uniform(28, 40))
    mark = _one(("." * 30, "." * 30, "_" * 14, "…" * 9), rng)
    while mark and _width(mark, face, size) > right - left:
        mark = mark[:-1]
    _print(layer, mark, face, (left, base, size))


if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont
