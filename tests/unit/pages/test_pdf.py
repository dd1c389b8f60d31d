"""PDF pages: words, boxes, turned pages, faults, the choice between text and OCR."""

import pytest
from unit.pages.sheets import pdf, typed

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, NotFoundError, TooLargeError
from danchieu.pages import OcrWord, read_pages, render_page

LIMITS = Limits()


def source(content):
    return SourceFile("a.pdf", "0", "application/pdf", content)


class FakeOcr:
    """Says the same line for every picture, at the top left."""

    def __init__(self, *texts):
        self.texts = texts

    def read(self, picture, dpi):
        return tuple(
            OcrWord(t, (100 + 90 * i, 100, 180 + 90 * i, 130), 125, 36, 0.9, 0)
            for i, t in enumerate(self.texts)
        )

    def read_block(self, picture, dpi):
        return ()


def test_reads_words_with_boxes_from_the_top_left():
    page = read_pages(
        source(pdf(typed(72, 770, "Dieu 1. Pham vi"))), LIMITS, None
    ).pages[0]
    assert page.text == "Dieu 1. Pham vi\n"
    x0, y0, x1, y1 = page.words[0].box
    assert (round(x0), x1 > 90) == (72, True)
    assert y0 < 842 - 770 < y1
    assert (page.width, page.height, page.origin) == (595, 842, "digital")


def test_parts_words_by_gaps_that_no_space_fills():
    content = typed(72, 700, "Nam") + typed(110, 700, "2025")
    assert read_pages(source(pdf(content)), LIMITS, None).pages[0].text == "Nam 2025\n"


def test_keeps_the_hyphen_at_the_end_of_a_line():
    content = typed(72, 700, "theo so 45/KH-") + typed(72, 684, "UBND ngay 3/4")
    page = read_pages(source(pdf(content)), LIMITS, None).pages[0]
    assert page.text == "theo so 45/KH-\nUBND ngay 3/4\n"


def test_a_raised_number_becomes_a_footnote_mark():
    content = (
        typed(72, 700, "tu thien") + typed(112, 705, "1", 7) + typed(116, 700, ", So")
    )
    text = read_pages(source(pdf(content)), LIMITS, None).pages[0].text
    assert text == "tu thien¹, So\n"


@pytest.mark.parametrize(
    ("rotate", "matrix"),
    [
        (0, "1 0 0 1 72 770"),
        (90, "0 1 -1 0 72 72"),
        (180, "-1 0 0 -1 523 72"),
        (270, "0 -1 1 0 523 770"),
    ],
)
def test_boxes_of_rotated_pages_are_those_of_the_upright_page(rotate, matrix):
    content = f"BT /F1 12 Tf {matrix} Tm (Dieu khoan) Tj ET"
    page = read_pages(source(pdf(content, rotate=rotate)), LIMITS, None).pages[0]
    assert page.text == "Dieu khoan\n"
    x0, y0, _, y1 = page.words[0].box
    assert (round(x0), y0 < 72 < y1) == (72, True)
    assert page.width == (595 if rotate in (0, 180) else 842)


def test_draws_the_upright_page():
    png = render_page(source(pdf("", rotate=90)), 1, scale=1, limits=LIMITS)
    assert png[16:24] == (842).to_bytes(4, "big") + (595).to_bytes(4, "big")


def test_there_is_no_page_behind_the_last():
    with pytest.raises(NotFoundError):
        render_page(source(pdf("")), 2, scale=1, limits=LIMITS)


def test_a_huge_page_is_not_drawn():
    with pytest.raises(TooLargeError):
        render_page(source(pdf("", size=(14400, 14400))), 1, scale=2, limits=LIMITS)


def test_too_many_pages_are_refused():
    with pytest.raises(TooLargeError):
        read_pages(source(pdf("", "")), Limits(max_pages=1), None)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"x" * 500])
def test_a_file_cut_off_is_a_document_error(content):
    with pytest.raises(DocumentError):
        read_pages(source(content), LIMITS, None)


def test_a_file_without_its_end_is_refused_rather_than_half_read():
    pages = [typed(72, 700, f"Trang {i} " + "x" * 400) for i in range(60)]
    whole = pdf(*pages)
    assert len(read_pages(source(whole), LIMITS, None).pages) == 60
    with pytest.raises(DocumentError):
        read_pages(source(whole[: len(whole) * 2 // 3]), LIMITS, None)


def test_a_blank_page_has_no_text_and_needs_no_note():
    read = read_pages(source(pdf("")), LIMITS, FakeOcr("dấu"))
    assert (read.pages[0].text, read.notes) == ("", ())


PICTURE = "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x00\xff\xff EI Q\n"


def test_a_page_that_is_a_picture_is_read_by_ocr():
    read = read_pages(source(pdf(PICTURE)), LIMITS, FakeOcr("Kính", "gửi"))
    assert read.pages[0].text == "Kính gửi\n"
    assert read.pages[0].origin == "ocr"
    assert read.pages[0].words[0].box == pytest.approx((36, 36, 64.8, 46.8))


def test_without_ocr_a_picture_gives_an_empty_page_and_a_note():
    read = read_pages(source(pdf(PICTURE)), LIMITS, None)
    assert read.pages[0].text == ""
    assert [n.code for n in read.notes] == ["ocr-missing"]


def test_a_picture_of_nothing_readable_has_a_note():
    read = read_pages(source(pdf(PICTURE)), LIMITS, FakeOcr("~~", "xq7z"))
    assert read.pages[0].text == ""
    assert [n.code for n in read.notes] == ["no-text-found"]


GARBLED = typed(72, 700, "Kfnh gtri Sd Ndi vq huyQn Ldc Sdn thgc hiQn cdc ndi dung")


def test_a_garbled_layer_gives_way_to_a_better_reading():
    ocr = FakeOcr("Kính", "gửi", "Sở", "Nội", "vụ", "huyện", "Lộc", "Sơn")
    read = read_pages(source(pdf(PICTURE + GARBLED)), LIMITS, ocr)
    assert read.pages[0].text.startswith("Kính gửi Sở")
    assert [n.code for n in read.notes] == ["text-layer-replaced"]


def test_a_layer_better_than_our_reading_stays():
    read = read_pages(source(pdf(PICTURE + GARBLED)), LIMITS, FakeOcr("gui"))
    assert read.pages[0].origin == "digital"
    assert [n.code for n in read.notes] == ["text-layer-kept"]
