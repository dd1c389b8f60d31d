"""Doubtful codes, dates and figures: what two views agree on, and nothing else."""

import numpy as np
import pytest
from unit.pages.views import Views

from danchieu.pages.ocr import OcrWord
from danchieu.pages.second_reading import read_doubtful


def page():
    paper = np.full((400, 1200), 255, np.uint8)
    paper[100:126, 100:800:3] = 0
    return paper


def word(text, confidence=0.5, x=100, line=1):
    box = (x, 100, x + 18 * len(text), 126)
    return OcrWord(text, box, 122, 36, confidence, line)


def giving(*readings):
    """Give one reading after the other: texts with one confidence each."""
    return Views(line(text, confidence) for text, confidence in readings)


def line(text, confidence):
    return [
        OcrWord(part, (20 + 90 * at, 24, 100 + 90 * at, 60), 55, 36, confidence, 0)
        for at, part in enumerate(text.split())
    ]


def read(words, *readings):
    ocr = giving(*readings)
    found = read_doubtful(page(), words, ocr)
    ordered = sorted(found, key=lambda w: (w.line, w.box[0]))
    return " ".join(w.text for w in ordered), ocr.asked


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("B2/KH-UBND", "82/KH-UBND"),
        ("4I7/QĐ-TTg,", "417/QĐ-TTg,"),
        ("36/2O19/QH14", "36/2019/QH14"),
        ("T1-CT/TW", "71-CT/TW"),
        ("1Z/8/2021;", "17/8/2021;"),
        ("202b", "2026"),
        ("3.6l0", "3.610"),
    ],
)
def test_two_views_that_agree_take_the_place_of_a_doubtful_word(first, again):
    assert read([word(first)], (again, 0.9), (again, 0.7)) == (again, 2)


def test_a_third_view_decides_between_two():
    views = [("16/BC-STP", 0.9), ("18/BC-STP", 0.8), ("18/BC-STP", 0.9)]
    assert read([word("1B/BC-STP")], *views) == ("18/BC-STP", 3)


@pytest.mark.parametrize(
    ("views", "why"),
    [
        ([("16/BC-STP", 0.9), ("18/BC-STP", 0.9), ("13/BC-STP", 0.9)], "no two agree"),
        ([("16/BC-STP", 0.4)] * 3, "no view is sure"),
        ([("16/BC-STP", 0.7)] * 3, "none is quite sure"),
        ([("16/1BC$STP", 0.9)] * 3, "it is no code"),
        ([("16/BC-5TP", 0.9)] * 3, "a digit in the symbol"),
        ([("40/13/2021", 0.9)] * 3, "there is no such day"),
        ([("", 0.9)] * 3, "nothing was read"),
        ([("theo quy", 0.9)] * 3, "the digits are gone"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_word_stays_doubtful(views, why):
    (kept,) = read_doubtful(page(), [word("1B/BC-STP")], giving(*views))
    assert (kept.text, kept.confidence) == ("1B/BC-STP", 0.5)


@pytest.mark.parametrize(
    "printed",
    [word("12/KH-UBND", 0.9), word("đồng", 0.2), word("1.", 0.2), word("75#", 0.4)],
    ids=lambda w: w.text,
)
def test_sure_words_plain_words_list_marks_and_units_are_not_read_again(printed):
    assert read([printed]) == (printed.text, 0)


def test_parts_of_a_code_that_no_space_parts_are_read_as_one():
    parts = [word("T5/2017/NĐ“", 0.2), word("CP", 0.4, x=284), word("của", 0.9, x=360)]
    text, _ = read(parts, ("75/2017/NĐ-CP", 0.9), ("75/2017/NĐ-CP", 0.9))
    assert text == "75/2017/NĐ-CP của"


def test_a_label_glued_to_the_code_comes_off():
    views = [("Số: 97/TT-BTC", 0.9)] * 2
    assert read([word("Sö:9i/TT-BTC", 0.1)], *views) == ("Số: 97/TT-BTC", 2)


def test_it_stands_where_the_word_stood_and_is_never_quite_sure():
    (kept,) = read_doubtful(
        page(), [word("B2/KH-UBND")], giving(*[("82/KH-UBND", 0.99)] * 2)
    )
    assert kept.confidence == 0.9
    assert (kept.baseline, kept.size, kept.line) == (122, 36, 1)
    assert 90 <= kept.box[0] <= 110
    assert 80 <= kept.box[1] <= 130
