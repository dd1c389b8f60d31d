from collections import Counter

import pytest
from pypdfium2 import PdfDocument
from unit.rendering.sheets import ALL, DECISION, LETTER, PLAN

from danchieu.rendering import TYPEFACES, find_typeface, parse_sheet, render_pdf
from danchieu.rendering.sheet import Sheet

TONES = "Ằ ằ Ẵ ẵ Ặ ặ Ẩ ẩ Ẫ ẫ Ể ể Ễ ễ Ệ ệ Ỉ ỉ Ỗ ỗ Ợ ợ Ữ ữ Ự ự Ỳ ỳ Ỷ ỷ Ỹ ỹ Ỵ ỵ Đ đ"


def rendered(text, typeface="liberation"):
    return PdfDocument(render_pdf(parse_sheet(text), find_typeface(typeface)))


def page_texts(document):
    return [page.get_textpage().get_text_range() for page in document]


def letters(text):
    return Counter(c for c in text if c.isalpha())


def first_box(page, words):
    """Return left, bottom, right, top of the first letter of ``words``."""
    found = page.get_textpage().search(words, match_case=True).get_next()
    return page.get_textpage().get_charbox(found[0])


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize("name", ALL)
def test_all_letters_can_be_read_back(name, typeface):
    printed = letters("".join(page_texts(rendered(ALL[name], typeface))))
    expected = letters(ALL[name])
    if name == "decision":
        expected += letters("STT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời hạn")
    assert printed == expected


@pytest.mark.parametrize("typeface", TYPEFACES)
@pytest.mark.parametrize("emphasis", ["", "*", "**"])
def test_every_face_has_all_vietnamese_letters(typeface, emphasis):
    text = f"Số: 1/BC-A\n\nCâu {emphasis}{TONES}{emphasis} hết.\n"
    printed = page_texts(rendered(text, typeface))[0]
    assert TONES.split() == [c for c in printed.split() if c in TONES.split()]


@pytest.mark.parametrize("name", ALL)
def test_the_same_text_gives_the_same_bytes(name):
    sheet, typeface = parse_sheet(ALL[name]), find_typeface("tinos")
    assert render_pdf(sheet, typeface) == render_pdf(sheet, typeface)


def test_the_letterhead_stands_in_two_columns_on_one_level():
    page = rendered(PLAN)[0]
    left, right = first_box(page, "UBND TỈNH"), first_box(page, "CỘNG HÒA")
    number, place = first_box(page, "Số: 27"), first_box(page, "Hòa Bình, ngày")
    middle = page.get_width() / 2
    assert left[2] < middle < place[0]
    assert abs(left[1] - right[1]) < 2
    assert abs(number[1] - place[1]) < 4


def test_recipients_and_signature_stand_on_one_level():
    page = rendered(PLAN)[0]
    left, right = first_box(page, "Nơi nhận"), first_box(page, "KT. GIÁM")
    assert left[2] < page.get_width() / 2 < right[0]
    assert abs(left[3] - right[3]) < 4


def test_the_motto_is_never_broken():
    lines = page_texts(rendered(LETTER))[0].splitlines()
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in [x.strip() for x in lines]


def test_page_numbers_start_at_two_and_anew_in_an_annex():
    text = "".join(f"\n\nĐoạn {n} nói về việc trồng rừng." * 3 for n in range(30))
    pages = page_texts(rendered("Số: 5/BC-X" + text + "\n\fPhụ lục\n\nHết."))
    assert pages[1].split()[0] == "2" or pages[1].split()[-1] == "2"
    assert pages[2].split()[0] == "3" or pages[2].split()[-1] == "3"
    assert "2" not in page_texts(rendered(DECISION))[1].split()[:1]


def test_a_long_table_runs_over_pages_with_its_head_repeated():
    pages = page_texts(rendered(DECISION))
    assert len(pages) == 3
    assert all("Cơ quan phối hợp" in page for page in pages[1:])


def test_a_table_with_many_columns_lies_on_its_side():
    row = "| " + " | ".join(f"Năm {n}" for n in range(2020, 2030)) + " |\n"
    document = rendered("Số: 6/BC-X\n\nXem phụ lục.\n\n\fPHỤ LỤC\n\n" + row * 3)
    assert document[0].get_width() < document[0].get_height()
    assert document[1].get_width() > document[1].get_height()


def test_a_cell_longer_than_a_page_is_split():
    cell = "Nội dung nhiệm vụ được giao. " * 400
    text = f"Số: 7/BC-X\n\n| TT | Nội dung |\n| 1 | {cell} |\n"
    printed = letters("".join(page_texts(rendered(text))))
    assert printed["ụ"] == cell.count("ụ")


def test_a_blank_left_for_number_and_day_shows_on_paper():
    page = rendered("Số: /BC-X\n\nHà Nội, ngày tháng 5 năm 2022\n\nBÁO CÁO\n")[0]
    slash, label = first_box(page, "/BC-X"), first_box(page, "Số:")
    assert slash[0] - label[0] > 35


@pytest.mark.parametrize(
    "text", ["", "a < b & c > d", "<b>không phải thẻ", "Số: 1/A\n"]
)
def test_texts_that_look_like_markup_are_set_as_they_are(text):
    assert letters("".join(page_texts(rendered(text)))) == letters(text)


def test_an_empty_sheet_is_an_empty_page():
    assert len(PdfDocument(render_pdf(Sheet(), find_typeface("tinos")))) == 1
