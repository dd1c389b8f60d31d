"""The words of a cut-out that is read by itself, enlarged or as it is."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from danchieu.pages.ocr import OCR_DPI, Ocr, OcrWord

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture


def read_padded(
    cut: "Picture",
    corner: tuple[int, int],
    ocr: Ocr,
    *,
    padding: int,
    scale: float = 1.0,
) -> list[OcrWord]:
    """Return the words of a cut-out where they stand on the page.

    It is read ``scale`` times as large, with ``padding`` white pixels around it;
    ``corner`` is the place of its upper left corner. Lines are numbered anew.
    """
    import cv2

    way = cv2.INTER_CUBIC
    larger = cv2.resize(cut, None, fx=scale, fy=scale, interpolation=way)
    edges = (padding,) * 4
    padded = cv2.copyMakeBorder(larger, *edges, cv2.BORDER_CONSTANT, value=(255,))
    left, top = (side - padding / scale for side in corner)
    return [
        _led_back(word, scale, left, top)
        for word in ocr.read_block(cast("Picture", padded), round(OCR_DPI * scale))
    ]


def _led_back(word: OcrWord, scale: float, left: float, top: float) -> OcrWord:
    x0, y0, x1, y1 = (side / scale for side in word.box)
    return replace(
        word,
        box=(x0 + left, y0 + top, x1 + left, y1 + top),
        baseline=word.baseline / scale + top,
        size=word.size / scale,
    )
