"""Picture files to pages: one page for each frame."""

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from danchieu.domain.limits import Limits
from danchieu.domain.page import Page, PageNote, SourceFile
from danchieu.errors import DocumentError, TooLargeError
from danchieu.pages import reading
from danchieu.pages.ocr import OCR_DPI, Ocr
from danchieu.pages.pen_reader import PenReader
from danchieu.pages.reading import PagesRead
from danchieu.pages.scans import read_scan
from danchieu.pages.share import WHOLE, Share

if TYPE_CHECKING:
    from PIL.Image import Image

    from danchieu.pages.ocr import Picture

_POINTS_PER_INCH = 72
_A4_SHORT_SIDE = 8.27
_DPI_BELIEVED = range(72, 1201)
_INCHES_BELIEVED = (4.0, 25.0)
_DAMAGED = (
    *(OSError, EOFError, SyntaxError, ValueError, TypeError, LookupError),
    *(ArithmeticError, AttributeError, RuntimeError, struct.error),
)
"""What Pillow raises on damaged files."""


def read_pictures(
    source: SourceFile,
    limits: Limits,
    ocr: Ocr | None,
    pen: PenReader | None = None,
    share: Share = WHOLE,
) -> PagesRead:
    """Read the frames of the share.

    Raises:
        DocumentError: the picture is damaged.
        TooLargeError: it has more pixels or frames than ``limits`` allow.
    """
    pages: list[Page] = []
    notes: list[PageNote] = []
    frames = open_frames(source, limits, share)
    for number, frame in zip(share.numbers(), frames, strict=False):
        page, told = _read_frame(frame, number, ocr, pen)
        pages.append(page)
        notes += told
    return PagesRead(tuple(pages), tuple(notes))


def open_frames(
    source: SourceFile, limits: Limits, share: Share = WHOLE
) -> Iterator["Image"]:
    """Yield the frames of the share, turned upright by their EXIF note.

    Raises:
        DocumentError: the picture is damaged.
        TooLargeError: it has more pixels or frames than ``limits`` allow.
    """
    from PIL import ImageOps

    with _open(source, limits) as picture:
        for at in share.indexes(_frames(picture)):
            picture.seek(at)
            _check_pixels(source, picture, limits)
            yield ImageOps.exif_transpose(picture)


def count_frames(source: SourceFile, limits: Limits) -> int:
    """Return how many frames a picture file has.

    Raises:
        DocumentError: the picture is damaged.
        TooLargeError: it has more frames than ``limits`` allow.
    """
    with _open(source, limits) as picture:
        return _frames(picture)


@contextmanager
def _open(source: SourceFile, limits: Limits) -> Iterator["Image"]:
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(source.content)) as picture:
                if _frames(picture) > limits.max_pages:
                    count = _frames(picture)
                    raise TooLargeError(f"{source.name}: {count} frames; split it")
                yield picture
    except Image.DecompressionBombError as error:
        raise TooLargeError(f"{source.name}: {error}; make it smaller") from error
    except _DAMAGED as error:
        raise DocumentError(
            f"{source.name}: the picture is damaged or cut off ({error}); send it again"
        ) from error


def _frames(picture: "Image") -> int:
    return int(getattr(picture, "n_frames", 1))


def points_per_pixel(frame: "Image") -> float:
    """Return the scale of a frame by its dpi, else as if it were an A4 page."""
    return _POINTS_PER_INCH / _dpi(frame)


def _check_pixels(source: SourceFile, picture: "Image", limits: Limits) -> None:
    if picture.width * picture.height > limits.max_pixels:
        raise TooLargeError(
            f"{source.name}: {picture.width} × {picture.height} pixels, the limit is "
            f"{limits.max_pixels}; make it smaller"
        )


def _dpi(frame: "Image") -> float:
    noted = frame.info.get("dpi", (0, 0))
    dpi = float(noted[0]) if isinstance(noted, tuple) and noted else 0.0
    short = min(frame.size)
    low, high = _INCHES_BELIEVED
    if round(dpi) in _DPI_BELIEVED and low <= short / dpi <= high:
        return dpi
    return max(1.0, short / _A4_SHORT_SIDE)


def _read_frame(
    frame: "Image", number: int, ocr: Ocr | None, pen: PenReader | None
) -> tuple[Page, list[PageNote]]:
    scale = points_per_pixel(frame)
    blank = Page(number, "", (), frame.width * scale, frame.height * scale, "ocr")
    if ocr is None:
        return blank, [reading.ocr_missing(number)]
    scan = read_scan(blank, _at_ocr_dpi(frame), ocr, pen)
    notes = [reading.page_turned(number, scan.turned)] if scan.turned else []
    if not scan.page.words:
        notes.append(reading.no_text_found(number))
    return scan.page, notes


def _at_ocr_dpi(frame: "Image") -> "Picture":
    import cv2
    import numpy as np

    factor = OCR_DPI / _dpi(frame)
    picture: Picture = np.asarray(_on_white(frame))
    size = (
        max(1, round(frame.width * factor)),
        max(1, round(frame.height * factor)),
    )
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    resized: Picture = cv2.resize(picture, size, interpolation=way)  # type: ignore[assignment]
    return resized


def _on_white(frame: "Image") -> "Image":
    """Return an RGB picture; what is transparent shows white paper."""
    from PIL import Image

    if "A" not in frame.getbands() and "transparency" not in frame.info:
        return frame.convert("RGB")
    layered = frame.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered).convert("RGB")
