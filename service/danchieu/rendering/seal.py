"""Ink that lies over the print: the round seal, a pen, a rubber stamp."""

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from danchieu.rendering.typefaces import find_typeface_path

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

Picture = NDArray[np.uint8]

_RED, _BLUE, _PEN = (214, 30, 44), (36, 64, 170), (28, 44, 140)
_SEAL_MM = 36.0
_RING_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_STAMP_WORDS = "ĐÃ TIẾP NHẬN"
_OVERSAMPLING = 2


def draw_seal(
    page: Picture, at: tuple[float, float], dpi: int, name: str, ink: float
) -> Picture:
    """Press a red round seal with its middle at ``at`` (pixels) over the print.

    ``name`` stands in the middle of the seal, ``ink`` (0 to 1) is how strong it is.
    """
    diameter = round(_SEAL_MM / 25.4 * dpi)
    layer = _seal_mask(diameter, name)
    return _press(page, layer, at, _RED, ink)


def draw_pen(
    page: Picture, at: tuple[float, float], dpi: int, chance: np.random.Generator
) -> Picture:
    """Write a signature, a scribble of loops, around ``at``."""
    from PIL import Image, ImageDraw

    width, height = round(dpi * 1.7), round(dpi * 0.7)
    layer = Image.new("L", (width, height), 0)
    turns, steps = 5.0 + 3 * chance.random(), 180
    phase, lean = chance.random() * 6, 0.25 + 0.3 * chance.random()
    points = []
    for step in range(steps):
        along = step / steps
        angle = along * turns * 2 * math.pi + phase
        reach = (1.0 - 0.6 * along) * (0.75 + 0.25 * math.sin(3 * angle + phase))
        y = height * (0.5 + 0.45 * reach * math.sin(angle))
        x = width * (0.05 + 0.8 * along + 0.07 * math.cos(angle)) + lean * (
            height / 2 - y
        )
        points.append((x, y))
    points.append((width * 0.98, height * 0.2))
    ImageDraw.Draw(layer).line(points, fill=255, width=max(dpi // 70, 2), joint="curve")
    return _press(page, np.asarray(layer, dtype=np.uint8), at, _PEN, 0.85)


def draw_stamp(page: Picture, at: tuple[float, float], dpi: int, ink: float) -> Picture:
    """Press a blue framed stamp of reception, slightly turned, around ``at``."""
    from PIL import Image, ImageDraw

    width, height = round(dpi * 2.0), round(dpi * 0.75)
    layer = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(layer)
    edge = max(dpi // 60, 2)
    pen.rectangle((edge, edge, width - edge, height - edge), outline=255, width=edge)
    middle = (width / 2, height / 2)
    pen.text(middle, _STAMP_WORDS, fill=255, font=_font(dpi // 5), anchor="mm")
    turned = layer.rotate(4, expand=True, resample=Image.Resampling.BICUBIC)
    return _press(page, np.asarray(turned, dtype=np.uint8), at, _BLUE, ink)


def _seal_mask(diameter: int, name: str) -> Picture:
    from PIL import Image, ImageDraw

    size = diameter * _OVERSAMPLING
    layer = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(layer)
    for inset, width in ((0.01, 0.022), (0.05, 0.008), (0.21, 0.01)):
        box = (size * inset, size * inset, size * (1 - inset), size * (1 - inset))
        pen.ellipse(box, outline=255, width=max(round(size * width), 1))
    _write_on_ring(layer, _RING_WORDS, size)
    font = _font(round(size * 0.072))
    lines = _seal_lines(name)
    for number, line in enumerate(lines):
        y = size * (0.5 + 0.085 * (number - (len(lines) - 1) / 2))
        pen.text((size / 2, y), line, fill=255, font=font, anchor="mm")
    shrunk = layer.resize((diameter, diameter), Image.Resampling.LANCZOS)
    return np.asarray(shrunk, dtype=np.uint8)


def _seal_lines(name: str) -> list[str]:
    """Break the name of the body into lines that fit inside the ring."""
    lines: list[str] = []
    for word in name.split() or ["★"]:
        if lines and len(lines[-1]) + len(word) < 11:  # noqa: PLR2004 - letters a line
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _write_on_ring(layer: "Image", words: str, size: int) -> None:
    """Paste the letters one by one, each turned to the middle of the seal."""
    from PIL import Image, ImageChops, ImageDraw

    font = _font(round(size * 0.085))
    radius, arc = size * 0.37, math.radians(300)
    for number, letter in enumerate(words):
        angle = -arc / 2 + arc * number / (len(words) - 1)
        side = round(size * 0.16)
        tile = Image.new("L", (side, side), 0)
        middle = (side / 2, side / 2)
        ImageDraw.Draw(tile).text(middle, letter, fill=255, font=font, anchor="mm")
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x = round(size / 2 + radius * math.sin(angle) - side / 2)
        y = round(size / 2 - radius * math.cos(angle) - side / 2)
        under = layer.crop((x, y, x + side, y + side))
        layer.paste(ImageChops.lighter(under, turned), (x, y))


def _press(
    page: Picture,
    layer: Picture,
    at: tuple[float, float],
    colour: tuple[int, int, int],
    ink: float,
) -> Picture:
    """Multiply ``page`` by the ink of ``layer``; what is off the page is lost."""
    height, width = layer.shape
    left, top = round(at[0] - width / 2), round(at[1] - height / 2)
    rows = slice(max(top, 0), min(top + height, page.shape[0]))
    columns = slice(max(left, 0), min(left + width, page.shape[1]))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return page
    seen = layer[
        rows.start - top : rows.stop - top, columns.start - left : columns.stop - left
    ]
    cover = (seen.astype(np.float32) / 255 * ink)[:, :, None]
    tint = 1 - cover * (1 - np.asarray(colour, dtype=np.float32) / 255)
    pressed = page.copy()
    pressed[rows, columns] = (page[rows, columns] * tint).astype(np.uint8)
    return pressed


def _font(size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    return ImageFont.truetype(str(find_typeface_path("liberation")), max(size, 6))
