"""The picture of one page, for looking at."""

import io
from typing import TYPE_CHECKING

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import NotFoundError, TooLargeError
from danchieu.pages.pdf_file import draw_page, open_page, open_pdf
from danchieu.pages.pictures import open_frames, points_per_pixel

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS_PER_INCH = 72


def draw_pdf_page(
    source: SourceFile, number: int, scale: float, limits: Limits
) -> bytes:
    """Return a PDF page, annotations drawn, as PNG.

    Raises:
        NotFoundError: there is no such page.
    """
    from PIL import Image

    with open_pdf(source, limits) as document:
        if not 1 <= number <= len(document):
            raise _no_page(source, number)
        with open_page(source, document, number - 1) as page:
            picture = draw_page(source, page, scale * _POINTS_PER_INCH, limits)
    return _png(Image.fromarray(picture))


def draw_picture_page(
    source: SourceFile, number: int, scale: float, limits: Limits
) -> bytes:
    """Return a frame of a picture file, upright, as PNG.

    Raises:
        NotFoundError: there is no such frame.
    """
    for at, frame in enumerate(open_frames(source, limits), start=1):
        if at == number:
            factor = scale * points_per_pixel(frame)
            size = (round(frame.width * factor), round(frame.height * factor))
            if size[0] * size[1] > limits.max_pixels:
                raise TooLargeError(f"{source.name}: ask for a smaller scale")
            return _png(frame.convert("RGB").resize((max(1, size[0]), max(1, size[1]))))
    raise _no_page(source, number)


def _png(picture: "Image") -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _no_page(source: SourceFile, number: int) -> NotFoundError:
    return NotFoundError(f"{source.name}: there is no page {number}")
