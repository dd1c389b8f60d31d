"""A PDF as the pictures that a scanner, a fax or a telephone makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from danchieu.rendering import wear
from danchieu.rendering.damage import Damage
from danchieu.rendering.seal import draw_pen, draw_seal, draw_stamp
from danchieu.rendering.signature_place import find_signature_place

Picture = NDArray[np.uint8]

_POINTS_PER_INCH = 72.0
_SEAL_LEFT_OF_NAME = 62.0
_STAMP_PLACE = (0.22, 0.055)
"""Where clerks press the stamp of reception, as shares of width and height."""


@dataclass(frozen=True, slots=True)
class _Print:
    """One printed page; ``signature`` is in pixels, None where nobody signs."""

    number: int
    picture: Picture
    signature: tuple[float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """What is scanned at once, inked; ``chance`` rules what happens to it further."""

    picture: Picture
    chance: np.random.Generator


def render_scan(pdf_bytes: bytes, damage: Damage) -> tuple[bytes, ...]:
    """Scan every page of ``pdf_bytes``: PNG, or JPEG if ``damage`` has a quality.

    The same bytes and damage give the same pictures. All pictures have the size of
    the page at ``damage.dpi``; a quarter turn swaps width and height. With a fold two
    pages share one picture, twice as wide; the last may lie beside an empty page.
    """
    return tuple(
        _encoded(_worn(leaf, damage), damage) for leaf in _leaves(pdf_bytes, damage)
    )


def scan_pdf(pdf_bytes: bytes, damage: Damage) -> bytes:
    """Return a PDF of page pictures without any text, as office scanners write it."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    for picture in render_scan(pdf_bytes, damage):
        image = ImageReader(BytesIO(picture))
        width, height = (n * _POINTS_PER_INCH / damage.dpi for n in image.getSize())
        canvas.setPageSize((width, height))
        canvas.drawImage(image, 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _prints(pdf_bytes: bytes, dpi: int) -> Iterator[_Print]:
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf_bytes)
    try:
        scale = dpi / _POINTS_PER_INCH
        for number, page in enumerate(document):
            picture = page.render(scale=scale, rev_byteorder=True).to_numpy()[:, :, :3]
            place = find_signature_place(page)
            if place is not None:
                place = (place[0] * scale, place[1] * scale)
            yield _Print(number, np.ascontiguousarray(picture), place)
    finally:
        document.close()


def _leaves(pdf_bytes: bytes, damage: Damage) -> Iterator[_Leaf]:
    """Yield what lies on the glass at once: a page, or two beside a fold."""
    left: _Leaf | None = None
    for page in _prints(pdf_bytes, damage.dpi):
        chance = np.random.default_rng([damage.seed, page.number])
        leaf = _Leaf(_inked(page, damage, chance), chance)
        if not damage.fold:
            yield leaf
        elif left is None:
            left = leaf
        else:
            yield _beside(left, leaf.picture, damage)
            left = None
    if left is not None:
        yield _beside(left, np.full_like(left.picture, 255), damage)


def _beside(left: _Leaf, right: Picture, damage: Damage) -> _Leaf:
    height, width = left.picture.shape[:2]
    fitting = np.full_like(left.picture, 255)
    fitting[: right.shape[0], : right.shape[1]] = right[:height, :width]
    return _Leaf(wear.lay_open(left.picture, fitting, damage.fold), left.chance)


def _worn(leaf: _Leaf, damage: Damage) -> Picture:
    chance = leaf.chance
    picture = _lit(leaf.picture, damage, chance)
    picture = _placed(picture, damage, chance)
    picture = _sensed(picture, damage, chance)
    return np.rot90(picture, damage.quarter_turns)


def _inked(page: _Print, damage: Damage, chance: np.random.Generator) -> Picture:
    picture, dpi = page.picture, damage.dpi
    if damage.dots:
        picture = wear.dot_ink(picture, damage.dots, dpi)
    if damage.fading:
        picture = wear.fade_ink(picture, damage.fading, chance)
    if damage.seal and page.signature is not None:
        x, y = page.signature
        left = _SEAL_LEFT_OF_NAME * dpi / _POINTS_PER_INCH
        picture = draw_pen(picture, (x, y), dpi, chance)
        picture = draw_seal(picture, (x - left, y), dpi, damage.seal_name, damage.seal)
    if damage.stamp and page.number == 0:
        height, width = picture.shape[:2]
        at = (width * _STAMP_PLACE[0], height * _STAMP_PLACE[1])
        picture = draw_stamp(picture, at, dpi, damage.stamp)
    if damage.holes:
        picture = wear.punch_holes(picture, dpi, damage.holes)
    return picture


def _lit(picture: Picture, damage: Damage, chance: np.random.Generator) -> Picture:
    if damage.shading:
        picture = wear.shade_paper(picture, damage.shading, chance)
    return picture


def _placed(picture: Picture, damage: Damage, chance: np.random.Generator) -> Picture:
    if damage.skew:
        picture = wear.skew_page(picture, damage.skew)
    if damage.perspective:
        picture = wear.tilt_page(picture, damage.perspective, chance)
    if damage.borders:
        picture = wear.add_borders(picture, damage.borders, chance)
    return picture


def _sensed(picture: Picture, damage: Damage, chance: np.random.Generator) -> Picture:
    if damage.blur:
        picture = wear.blur_page(picture, damage.blur)
    if damage.noise:
        picture = wear.add_noise(picture, damage.noise, chance)
    if damage.speckle:
        picture = wear.add_speckle(picture, damage.speckle, chance)
    if damage.threshold:
        picture = wear.fax_page(picture, damage.threshold)
    return picture


def _encoded(picture: Picture, damage: Damage) -> bytes:
    from PIL import Image

    image = Image.fromarray(picture)
    if damage.threshold:
        image = image.convert("1", dither=Image.Dither.NONE)
    target = BytesIO()
    if damage.jpeg_quality is None:
        image.save(target, "PNG", dpi=(damage.dpi, damage.dpi))
    else:
        quality = damage.jpeg_quality
        image.convert("RGB").save(
            target, "JPEG", quality=quality, dpi=(damage.dpi, damage.dpi)
        )
    return target.getvalue()
