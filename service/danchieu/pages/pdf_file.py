"""PDF files and their pages, as pdfium opens them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, EncryptedDocumentError, TooLargeError
from danchieu.pages.ocr import OCR_DPI
from danchieu.pages.pdf_words import PageFrame

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument
    from pypdfium2 import PdfPage as PdfiumPage

    from danchieu.pages.ocr import Picture

_POINTS_PER_INCH = 72
_FINER = 1.5
_TAIL = 8192


@contextmanager
def open_pdf(source: SourceFile, limits: Limits) -> Iterator["PdfDocument"]:
    """Open a PDF for as long as the block runs.

    Raises:
        EncryptedDocumentError: it asks for a password.
        DocumentError: it is damaged, cut off or has no page.
        TooLargeError: it has more pages than ``limits`` allow.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    if b"startxref" not in source.content[-_TAIL:]:
        raise _damaged(source, "its end is missing")
    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise EncryptedDocumentError(
                f"{source.name}: needs a password; save it without one"
            ) from error
        raise _damaged(source, str(error)) from error
    try:
        if len(document) == 0:
            raise _damaged(source, "no page")
        if len(document) > limits.max_pages:
            raise TooLargeError(
                f"{source.name}: {len(document)} pages, the limit is "
                f"{limits.max_pages}; split the file or raise the limit"
            )
        yield document
    finally:
        document.close()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page of an open document; annotations are part of what it shows."""

    page: "PdfiumPage"
    frame: PageFrame


@contextmanager
def open_page(
    source: SourceFile, document: "PdfDocument", index: int
) -> Iterator[PdfPage]:
    """Open one page, stamps and filled-in numbers printed onto it.

    Clerks put number, day and signature on the finished page as annotations; only
    after flattening are they among its characters.

    Raises:
        DocumentError: the page is damaged.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        page = document[index]
        if pdfium.FPDFPage_GetAnnotCount(page) > 0:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[index]
    except pypdfium2.PdfiumError as error:
        raise _damaged(source, f"page {index + 1}: {error}") from error
    try:
        yield PdfPage(page, PageFrame(tuple(page.get_bbox()), page.get_rotation()))
    finally:
        page.close()


def draw_page(
    source: SourceFile, page: PdfPage, dpi: float, limits: Limits
) -> "Picture":
    """Return the upright page as an RGB picture.

    Raises:
        TooLargeError: it would have more pixels than ``limits`` allow.
    """
    import numpy as np

    scale = dpi / _POINTS_PER_INCH
    wide, high = page.frame.size
    if wide * high * scale * scale > limits.max_pixels:
        raise TooLargeError(
            f"{source.name}: a page of {wide:.0f} × {high:.0f} points is too large; "
            "print it to a smaller paper size"
        )
    bitmap = page.page.render(scale=scale, rev_byteorder=True)
    try:
        picture: Picture = np.array(bitmap.to_numpy()[:, :, :3])
    finally:
        bitmap.close()
    return picture


def draw_for_reading(source: SourceFile, page: PdfPage, limits: Limits) -> "Picture":
    """Return the upright page as an RGB picture of ``OCR_DPI``, smoothly reduced.

    pdfium drops pixels of black-and-white scans when it makes them smaller, so they
    are drawn finer first.

    Raises:
        TooLargeError: the page is beyond ``limits``.
    """
    import cv2

    fine = draw_page(source, page, OCR_DPI * _FINER, limits)
    size = tuple(
        max(1, round(side * OCR_DPI / _POINTS_PER_INCH)) for side in page.frame.size
    )
    return cast("Picture", cv2.resize(fine, size, interpolation=cv2.INTER_AREA))


def _damaged(source: SourceFile, reason: str) -> DocumentError:
    return DocumentError(
        f"{source.name}: the PDF is damaged or cut off ({reason}); send it again"
    )
