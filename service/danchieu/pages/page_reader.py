"""Which reader a file goes to: every media type that ``load`` lets in."""

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import NotFoundError, UnsupportedFormatError
from danchieu.pages.ocr import Ocr
from danchieu.pages.office import read_office
from danchieu.pages.page_picture import draw_pdf_page, draw_picture_page
from danchieu.pages.pdf import read_pdf
from danchieu.pages.pdf_file import open_pdf
from danchieu.pages.pen_reader import PenReader
from danchieu.pages.pictures import count_frames, read_pictures
from danchieu.pages.plain_text import read_plain_text
from danchieu.pages.reading import PagesRead
from danchieu.pages.share import WHOLE, Share
from danchieu.pages.web_page import read_web_page
from danchieu.pages.word_document import read_word_document

_TEXT = {"text/plain": read_plain_text, "text/markdown": read_plain_text}
_PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/webp")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OFFICE = {
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
}


def read_pages(
    source: SourceFile,
    limits: Limits,
    ocr: Ocr | None,
    pen: PenReader | None = None,
    share: Share = WHOLE,
) -> PagesRead:
    """Return the pages of a file, at least one; of PDF and pictures those of a share.

    Without ``ocr`` pictures give empty pages with the note ``ocr-missing``; without
    ``pen`` numbers and days written by hand are left to the OCR.

    Raises:
        DocumentError: damaged, encrypted, too large, or LibreOffice is needed and
            not installed.
    """
    kind = source.media_type
    if kind == "application/pdf":
        return read_pdf(source, limits, ocr, pen, share)
    if kind in _PICTURES:
        return read_pictures(source, limits, ocr, pen, share)
    if kind in _TEXT:
        return _TEXT[kind](source)
    if kind == "text/html":
        return read_web_page(source)
    if kind == _DOCX:
        return read_word_document(source, limits)
    if kind in _OFFICE:
        return read_office(source, _OFFICE[kind], limits)
    raise UnsupportedFormatError(f"{source.name}: no reader for {kind}")


def count_pages(source: SourceFile, limits: Limits) -> int:
    """Return how many pages can be shared: 1 for what is read in one piece.

    Raises:
        DocumentError: the file cannot be opened.
    """
    if source.media_type == "application/pdf":
        with open_pdf(source, limits) as document:
            return len(document)
    if source.media_type in _PICTURES:
        return count_frames(source, limits)
    return 1


def render_page(
    source: SourceFile, number: int, *, scale: float, limits: Limits
) -> bytes:
    """Return page ``number`` (from 1) as PNG, ``scale`` pixels to the point.

    Raises:
        NotFoundError: there is no such page, or the file has no pictures of pages.
        DocumentError: the file cannot be opened, or the picture would be too large.
    """
    if source.media_type == "application/pdf":
        return draw_pdf_page(source, number, scale, limits)
    if source.media_type in _PICTURES:
        return draw_picture_page(source, number, scale, limits)
    raise NotFoundError(
        f"{source.name}: {source.media_type} has no page pictures; show its text"
    )
