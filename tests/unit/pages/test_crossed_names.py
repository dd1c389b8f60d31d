"""Names below signatures: views that agree, and all the reasons to leave a line."""

from itertools import chain, repeat

import cv2
import numpy as np
import pytest
from media import TESSDATA
from PIL import Image, ImageDraw, ImageFont
from unit.pages.engine import FONTS, needs_engine
from unit.pages.signed_sheets import blank_sheet, letters, scribble
from unit.pages.views import Views

from danchieu.pages import TesseractOcr
from danchieu.pages.crossed_names import Inks, read_crossed_names
from danchieu.pages.ocr import OcrWord

FONT = FONTS / "LiberationSerif-Bold.ttf"
NAME = "Đàm Quốc Khánh"
VIEWS = 7


def signed(count=12):
    paper = blank_sheet()
    scribble(paper, 1000, 1500)
    letters(paper, 1020, 1700, count)
    return paper


def line(text, confidence=0.9):
    parts = text.split()
    words, at = [], 103 if len(parts[0]) == 1 else 130
    for part in parts:
        box = (at, 25, at + 15 * len(part), 55)
        words.append(OcrWord(part, box, 50, 36, confidence, 0))
        at += 15 * len(part) + 12
    return tuple(words)


def giving(*readings):
    """Give one reading for each view of the one line, the last one again and again."""
    return Views(chain(readings, repeat(readings[-1])))


def read(ocr, known=(), paper=None):
    words = read_crossed_names(Inks(signed() if paper is None else paper), known, ocr)
    return " ".join(word.text for word in words)


def test_a_name_on_which_all_views_agree_is_taken_where_it_stands():
    ocr = giving(line(NAME))
    first, *_ = read_crossed_names(Inks(signed()), (), ocr)
    assert ocr.asked == VIEWS
    assert first.text == "Đàm"
    assert first.box[0] == pytest.approx(1020 - 110 - 14 + 130, abs=2)
    assert 1690 < first.baseline < 1740
    assert first.confidence == pytest.approx(0.9)


def test_it_takes_the_place_of_what_was_read_there_before():
    before = OcrWord("fàm", (1020, 1698, 1080, 1730), 1726, 36, 0.3, 4)
    beside = OcrWord("Lưu:", (200, 1698, 260, 1730), 1726, 36, 0.9, 4)
    assert read(giving(line(NAME)), (before, beside)) == f"Lưu: {NAME}"


@pytest.mark.parametrize(
    ("readings", "why"),
    [
        ([line(NAME), line("xq")], "one view alone is no agreement"),
        (
            [*[line(NAME)] * 3, *[line("Đàm Quốc Khanh")] * 2, line("xq")],
            "too many views see another name",
        ),
        ([line(NAME, 0.5)], "no view is sure"),
        ([*[line("Quốc Khánh")] * 5, line("Wấm Quốc Khánh")], "a word was lost"),
        ([line("Đàm Quoc Khánh")], "a mark was lost: no syllable in c is level"),
        ([line("GIÁM ĐỐC")], "it is a post"),
        ([line("đã ký ngày")], "it is no name"),
        ([line("Khánh")], "it is too short"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_line_stays_as_it_was(readings, why):
    before = OcrWord("§àm", (1020, 1698, 1080, 1730), 1726, 36, 0.3, 4)
    assert read(giving(*readings), (before,)) == "§àm"


def test_a_line_that_was_read_surely_is_not_read_again():
    ocr = giving(line(NAME))
    known = (OcrWord("Sở", (1015, 1698, 1310, 1730), 1726, 36, 0.95, 4),)
    assert read(ocr, known) == "Sở"
    assert ocr.asked == 0


def test_a_line_of_which_only_the_end_was_read_is():
    known = (OcrWord("Khánh", (1200, 1698, 1310, 1730), 1726, 36, 0.95, 4),)
    assert read(giving(line(NAME)), known) == NAME


def test_dense_ink_left_of_the_name_may_hide_a_word_of_it():
    paper = signed()
    cv2.rectangle(paper, (975, 1690), (1016, 1735), 0, -1)
    assert read(giving(line(NAME)), paper=paper) == ""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("1ê Quốc Khánh", "Lê Quốc Khánh"),
        ("1.ê Quốc Khánh", "Lê Quốc Khánh"),
        ("- Đàm QuốcKhánh.", NAME),
        ("„ Đàm Quốc Khánh ` `", NAME),
    ],
)
def test_marks_around_lost_letters_and_lost_spaces_do_not_hide_it(printed, name):
    assert read(giving(line(printed))) == name


def test_a_page_without_signature_costs_no_reading():
    ocr = giving(line(NAME))
    assert read(ocr, paper=blank_sheet()) == ""
    assert ocr.asked == 0


@needs_engine
def test_the_real_engine_reads_a_name_among_a_seal_and_a_signature():
    page = Image.fromarray(signed(count=0))
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(FONT), 39)
    draw.text((1020, 1690), NAME, font=font, fill=0)
    draw.ellipse((760, 1440, 1040, 1712), outline=0, width=3)
    draw.line((960, 1690, 1500, 1600), fill=0, width=3)
    with TesseractOcr(TESSDATA) as ocr:
        assert read(ocr, paper=np.asarray(page)) == NAME
