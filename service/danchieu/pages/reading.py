"""What reading a file gives, and the notes that go with its pages."""

from dataclasses import dataclass

from danchieu.domain.page import Page, PageNote
from danchieu.domain.signing import DigitalSignature


@dataclass(frozen=True, slots=True)
class PagesRead:
    """All pages in order, numbered from 1, and what is worth telling about them.

    ``signatures`` are those that the file carries, not those printed on its pages.
    """

    pages: tuple[Page, ...]
    notes: tuple[PageNote, ...] = ()
    signatures: tuple[DigitalSignature, ...] = ()


def no_text_found(page: int) -> PageNote:
    """Tell that a page shows something, but nothing that could be read."""
    return PageNote(
        page,
        "no-text-found",
        f"Trang {page}: không đọc được chữ nào.",
        f"Page {page}: no text could be read.",
    )


def ocr_missing(page: int) -> PageNote:
    """Tell that a page is a picture and that no reader of pictures was given."""
    return PageNote(
        page,
        "ocr-missing",
        f"Trang {page} là ảnh, nhưng chưa có bộ nhận dạng chữ.",
        f"Page {page} is a picture, but no text recognition is set up.",
    )


def layer_replaced(page: int) -> PageNote:
    """Tell that the text in the file was worse than our own reading of the page."""
    return PageNote(
        page,
        "text-layer-replaced",
        f"Trang {page}: lớp chữ có sẵn bị lỗi, đã nhận dạng lại từ ảnh.",
        f"Page {page}: the text layer is poor; the page was read from its picture.",
    )


def layer_kept(page: int) -> PageNote:
    """Tell that the text in the file was better than our own reading of the page."""
    return PageNote(
        page,
        "text-layer-kept",
        f"Trang {page}: giữ lớp chữ có sẵn vì tốt hơn kết quả nhận dạng lại.",
        f"Page {page}: the text layer was kept; it is better than a new reading.",
    )


def letters_mended(page: int) -> PageNote:
    """Tell that words with lost letters were read again from the picture."""
    return PageNote(
        page,
        "letters-mended",
        f"Trang {page}: một số chữ bị mất trong lớp chữ, đã đọc lại từ ảnh.",
        f"Page {page}: letters missing from the text layer were read from the picture.",
    )


def page_turned(page: int, degrees: int) -> PageNote:
    """Tell that the page lay on its side or on its head and was turned for reading."""
    return PageNote(
        page,
        "page-turned",
        f"Trang {page} bị xoay {degrees}°, đã xoay lại để đọc.",
        f"Page {page} lay turned by {degrees}° and was turned back for reading.",
    )


def charset_converted(page: int, charset: str) -> PageNote:
    """Tell that the text was written in another charset than UTF-8."""
    return PageNote(
        page,
        "charset-converted",
        f"Trang {page} dùng bảng mã {charset}, đã chuyển đổi khi đọc.",
        f"Page {page} is written in {charset}; it was converted for reading.",
    )
