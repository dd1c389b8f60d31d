"""Strings of digits in ink: from handwriting fonts, or from our own strokes."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from danchieu.training.pen_strokes import Form, Forms, strokes_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

GLYPH = 64
"""The height of a digit in pixels, before it is fitted into a strip."""
_MARGIN = 20
_STROKE_SHIFT = 4


@dataclass(frozen=True, slots=True)
class Pens:
    """The fonts to write with; ``clerk_share`` of all strings is written freehand."""

    fonts: tuple[Path, ...]
    forms: Forms
    clerk_share: float


def write(text: str, pens: Pens, rng: "np.random.Generator") -> "Picture":
    """Return ink (bright on black) of ``text`` in one hand, digits ``GLYPH`` high."""
    import numpy as np

    glyphs = _glyphs(text, pens, rng)
    gap = rng.uniform(-0.08, 0.3) * GLYPH
    drift = rng.uniform(-0.06, 0.06) * GLYPH
    wide = sum(g.shape[1] for g in glyphs) + int(len(glyphs) * max(gap, 0)) + 2 * GLYPH
    sheet = np.zeros((GLYPH * 2, wide), np.uint8)
    x, first = float(GLYPH // 2), GLYPH // 2 - _MARGIN
    for at, glyph in enumerate(glyphs):
        y = int(first + at * drift + rng.normal(0, 0.04) * GLYPH)
        y = min(max(0, y), sheet.shape[0] - glyph.shape[0])
        place = sheet[y : y + glyph.shape[0], int(x) : int(x) + glyph.shape[1]]
        np.maximum(place, glyph[:, : place.shape[1]], out=place)
        x += max(8.0, glyph.shape[1] - 2 * _MARGIN + gap + rng.normal(0, 0.05) * GLYPH)
    return _slanted(_thickened(sheet, rng), rng)


def _glyphs(text: str, pens: Pens, rng: "np.random.Generator") -> list["Picture"]:
    freehand = rng.random() < pens.clerk_share and all(c in pens.forms for c in text)
    if freehand:
        thick = int(rng.choice([3, 4, 4, 5, 5, 6, 6, 7, 8, 9]))
        wide = rng.uniform(0.75, 1.2)
        return [_drawn(pens.forms[c], (thick, wide), rng) for c in text]
    font = pens.fonts[rng.integers(len(pens.fonts))]
    heights = [GLYPH * rng.uniform(0.88, 1.1) for _ in text]
    return [_fitted(_printed(font, c), h) for c, h in zip(text, heights, strict=True)]


def _drawn(
    forms: tuple[Form, ...], nib: tuple[int, float], rng: "np.random.Generator"
) -> "Picture":
    """Draw one of the forms; ``nib`` is how thick the line and how wide the hand is."""
    import cv2
    import numpy as np

    thick, wide = nib
    high = GLYPH * rng.uniform(0.85, 1.12)
    sheet = np.zeros((int(GLYPH * 1.2) + 2 * _MARGIN, GLYPH + 2 * _MARGIN), np.uint8)
    scale = np.array([high * wide, high])
    lines = [
        ((line * scale + _MARGIN) * 2**_STROKE_SHIFT).astype(np.int32)
        for line in strokes_of(forms, rng)
    ]
    for line in lines:
        cv2.polylines(
            sheet, [line], False, (255,), thick, cv2.LINE_AA, shift=_STROKE_SHIFT
        )
    right = int(np.flatnonzero(sheet.any(axis=0))[-1])
    return sheet[:, : right + _MARGIN]


@lru_cache(maxsize=4096)
def _printed(font: Path, letter: str) -> "Picture":
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    face = ImageFont.truetype(str(font), 2 * GLYPH)
    left, top, right, bottom = (int(edge) for edge in face.getbbox(letter))
    size = (right - left + 2 * _MARGIN, bottom - top + 2 * _MARGIN)
    image = Image.new("L", size, 0)
    start = (_MARGIN - left, _MARGIN - top)
    ImageDraw.Draw(image).text(start, letter, font=face, fill=255)
    return cast("Picture", np.asarray(image))


def _fitted(glyph: "Picture", height: float) -> "Picture":
    """Return the glyph with its ink ``height`` pixels high, in the usual margins."""
    import cv2

    ink = glyph[_MARGIN:-_MARGIN, _MARGIN:-_MARGIN]
    factor = height / max(1, ink.shape[0])
    size = (max(3, round(ink.shape[1] * factor)), max(3, round(height)))
    small = cv2.resize(ink, size, interpolation=cv2.INTER_AREA)
    edges = (_MARGIN,) * 4
    return cast(
        "Picture",
        cv2.copyMakeBorder(small, *edges, cv2.BORDER_CONSTANT, value=(0,)),
    )


def _thickened(ink: "Picture", rng: "np.random.Generator") -> "Picture":
    import cv2
    import numpy as np

    more = int(rng.choice([0, 0, 1, 1, 2, 3]))
    if more <= 0:
        return ink
    kernel = np.ones((more + 1, more + 1), np.uint8)
    return cast("Picture", cv2.dilate(ink, kernel))


def _slanted(ink: "Picture", rng: "np.random.Generator") -> "Picture":
    import cv2
    import numpy as np

    height, width = ink.shape
    shear, turn = rng.uniform(-0.12, 0.45), rng.normal(0, 0.035)
    matrix = np.array(
        [[1, -shear, shear * height / 2 + 20], [turn, 1, -turn * width / 2]]
    )
    size = (width + 60, height)
    return cast("Picture", cv2.warpAffine(ink, matrix, size))


def ink_box(ink: "Picture") -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the ink; it must not be empty."""
    import cv2

    x, y, wide, high = cv2.boundingRect(ink)
    return (x, y, x + wide, y + high)
