"""PDF files to pages: text where it is good, a reading of the picture where not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from danchieu.domain.limits import Limits
from danchieu.domain.page import Page, PageNote, SourceFile
from danchieu.pages import reading
from danchieu.pages.charsets import find_converter
from danchieu.pages.grids import find_tables
from danchieu.pages.layout import lay_out
from danchieu.pages.ocr import Ocr
from danchieu.pages.pdf_file import PdfPage, draw_for_reading, open_page, open_pdf
from danchieu.pages.pdf_marks import PageMarks, read_marks
from danchieu.pages.pdf_signatures import read_signatures
from danchieu.pages.pdf_words import read_words
from danchieu.pages.pen_reader import PenReader
from danchieu.pages.plausibility import Plausibility, is_strange_word, judge
from danchieu.pages.printed import PrintedWord, holds_middle
from danchieu.pages.reading import PagesRead
from danchieu.pages.scans import ScanRead, read_scan
from danchieu.pages.share import WHOLE, Share

_COVERED = 0.5
_PARTLY = 0.25
_GOOD = 0.85
_EXCELLENT = 0.995
_STRANGE = 0.02
_FEW_WORDS = 40
_FEW_TOKENS = 6
_MUCH_MORE = 1.1
_FAR_FEWER = 0.4
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Reader:
    """What every page of one file is read with."""

    source: SourceFile
    limits: Limits
    ocr: Ocr | None
    pen: PenReader | None = None


def read_pdf(
    source: SourceFile,
    limits: Limits,
    ocr: Ocr | None,
    pen: PenReader | None = None,
    share: Share = WHOLE,
) -> PagesRead:
    """Read the pages of the share; digital and scanned pages may alternate.

    Raises:
        DocumentError: the file cannot be opened (encrypted, damaged, too large).
    """
    reader = _Reader(source, limits, ocr, pen)
    pages: list[Page] = []
    notes: list[PageNote] = []
    with open_pdf(source, limits) as document:
        signatures = read_signatures(document, source.content)
        for index in share.indexes(len(document)):
            with open_page(source, document, index) as page:
                read, told = _read_page(reader, page, index + 1)
            pages.append(read)
            notes += told
    return PagesRead(tuple(pages), tuple(notes), signatures)


def _read_page(
    reader: _Reader, page: PdfPage, number: int
) -> tuple[Page, list[PageNote]]:
    wide, high = page.frame.size
    blank = Page(number, "", (), wide, high)
    words, charset = _in_unicode(_words_of(page))
    told = [reading.charset_converted(number, charset)] if charset else []
    marks = read_marks(page.page, page.frame)
    layer = judge(" ".join(w.text for w in words))
    if not words and not marks.drawings:
        return blank, []
    if _is_good(layer, words, marks):
        mended = _mended(reader, page, blank, words)
        told += [] if mended is None else [reading.letters_mended(number)]
        return _lay_out_digital(blank, mended or words, marks), told
    if reader.ocr is None:
        digital = _lay_out_digital(blank, words, marks)
        return digital, [] if layer.words else [reading.ocr_missing(number)]
    picture = draw_for_reading(reader.source, page, reader.limits)
    scan = read_scan(blank, picture, reader.ocr, reader.pen)
    return _better(_lay_out_digital(blank, words, marks), layer, scan)


def _words_of(page: PdfPage) -> list[PrintedWord]:
    text_page = page.page.get_textpage()
    try:
        return read_words(text_page, page.frame)
    finally:
        text_page.close()


def _in_unicode(
    words: Sequence[PrintedWord],
) -> tuple[Sequence[PrintedWord], str | None]:
    """Return the words with the letters of old fonts converted, and what those are."""
    found = find_converter(" ".join(w.text for w in words))
    if found is None:
        return words, None
    convert, charset = found
    return [replace(w, text=convert(w.text)) for w in words], charset


def _is_good(
    layer: Plausibility, words: Sequence[PrintedWord], marks: PageMarks
) -> bool:
    """Say whether the text layer can be trusted without looking at the picture."""
    if not words or layer.strange > _STRANGE:
        return False
    if marks.picture_cover >= _COVERED:
        return layer.share >= _EXCELLENT and layer.words >= _FEW_WORDS
    if marks.picture_cover >= _PARTLY and layer.words < _FEW_WORDS:
        return False
    return layer.share >= _GOOD or layer.tokens < _FEW_TOKENS


def _lay_out_digital(
    blank: Page, words: Sequence[PrintedWord], marks: PageMarks
) -> Page:
    return lay_out(blank, words, find_tables(marks.rules), lambda box: box)


def _better(
    digital: Page, layer: Plausibility, scan: ScanRead
) -> tuple[Page, list[PageNote]]:
    """Return the page of the better reading, and the notes that explain it."""
    number = digital.number
    own = judge(scan.page.text)
    if layer.words and not _is_clearly_better(own, layer):
        told = [reading.layer_kept(number)] if own.words else []
        return digital, told
    notes = [reading.layer_replaced(number)] if layer.words else []
    if scan.turned:
        notes.append(reading.page_turned(number, scan.turned))
    if not scan.page.words:
        notes.append(reading.no_text_found(number))
    return scan.page, notes


def _is_clearly_better(own: Plausibility, layer: Plausibility) -> bool:
    """Say whether our reading has much more text, or far fewer words built wrong."""
    if own.worth > _MUCH_MORE * layer.worth:
        return True
    fewer = own.errors <= _FAR_FEWER * layer.errors
    return fewer and own.worth > layer.worth


def _mended(
    reader: _Reader, page: PdfPage, digital: Page, words: Sequence[PrintedWord]
) -> Sequence[PrintedWord] | None:
    """Read words with lost letters again from the picture; None when none was lost."""
    if reader.ocr is None or not any(is_strange_word(w.text) for w in words):
        return None
    picture = draw_for_reading(reader.source, page, reader.limits)
    seen = read_scan(digital, picture, reader.ocr).page
    return [_mended_word(w, seen) if is_strange_word(w.text) else w for w in words]


def _mended_word(lost: PrintedWord, seen: Page) -> PrintedWord:
    """Return the word as the picture shows it, if its whole letters agree."""
    inside = [w for w in seen.words if holds_middle(lost.box, w.box)]
    if len(inside) != 1 or inside[0].confidence < _SURE:
        return lost
    text = seen.text[inside[0].start : inside[0].end]
    kept = [c for c in lost.text if not is_strange_word(c)]
    letters = iter(text)
    if len(text) != len(lost.text) or not all(c in letters for c in kept):
        return lost
    return replace(lost, text=text, confidence=inside[0].confidence)
