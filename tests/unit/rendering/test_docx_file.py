from collections import Counter
from io import BytesIO

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from unit.rendering.sheets import ALL, DECISION, PLAN

from danchieu.rendering import parse_sheet, render_docx


def rendered(text):
    return Document(BytesIO(render_docx(parse_sheet(text))))


def body_text(document):
    return "".join(t.text or "" for t in document.element.body.iter(qn("w:t")))


def letters(text):
    return Counter(c for c in text if c.isalnum())


@pytest.mark.parametrize("name", ALL)
def test_all_letters_can_be_read_back(name):
    assert letters(body_text(rendered(ALL[name]))) == letters(ALL[name])


@pytest.mark.parametrize("name", ALL)
def test_the_same_text_gives_the_same_bytes(name):
    sheet = parse_sheet(ALL[name])
    assert render_docx(sheet) == render_docx(sheet)


def test_letterhead_and_signature_are_tables_of_two_columns():
    letterhead, _, foot = rendered(PLAN).tables
    assert [c.text.split("\n")[0] for c in letterhead.rows[0].cells] == [
        "UBND TỈNH HÒA BÌNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
    assert letterhead.cell(1, 0).text == "Số: 27/KH-SKHCN"
    assert foot.cell(0, 0).text.startswith("Nơi nhận:")
    assert foot.cell(0, 1).text.startswith("KT. GIÁM ĐỐC")


def test_only_tables_of_the_text_have_borders():
    letterhead, figures, foot = rendered(PLAN).tables
    assert figures.style.name == "Table Grid"
    assert {letterhead.style.name, foot.style.name} == {"Normal Table"}
    assert [c.text for c in figures.rows[0].cells][-1] == "2025"


def test_an_annex_is_a_section_whose_first_page_has_no_number():
    sections = rendered(DECISION).sections
    assert len(sections) == 2
    assert all(s.different_first_page_header_footer for s in sections)


def test_a_wide_annex_lies_on_its_side():
    row = "|" + " x |" * 9
    document = rendered("Số: 6/BC-X\n\nXem phụ lục.\n\n\fPHỤ LỤC\n\n" + row)
    assert document.sections[1].orientation == WD_ORIENT.LANDSCAPE


def test_a_page_break_is_kept():
    document = rendered("Số: 3/BC-X\n\nMột.\n\f\nHai.\n")
    breaks = document.element.body.iter(qn("w:br"))
    assert [b.get(qn("w:type")) for b in breaks] == ["page"]
