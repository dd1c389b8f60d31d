"""Strokes of signatures are left out; print and what is wanted of a pen stay."""

import pytest

from danchieu.pages.ocr import OcrWord
from danchieu.pages.pen_strokes import without_strokes

PAGE = 2339


def word(text, *, top=1600, high=26, sure=0.95):
    return OcrWord(text, (900, top, 1000, top + high), top + high, 30, sure, 0)


PRINT = [word(text) for text in ("GIÁM", "ĐỐC", "Hoàng", "Văn", "Thái")]


@pytest.mark.parametrize("text", ["017707", "(0/77", "b)/Xế"])
def test_a_doubtful_word_far_too_high_for_print_is_a_stroke(text):
    assert without_strokes([*PRINT, word(text, high=100, sure=0.5)], PAGE) == PRINT


@pytest.mark.parametrize(
    "kept",
    [
        word("017707", high=40, sure=0.5),
        word("2031", high=100),
        word("Thu", high=100, sure=0.5),
        word("17/KH-SYT", top=300, high=100, sure=0.2),
    ],
    ids=["high as print", "sure", "a word", "pen in the letterhead"],
)
def test_everything_else_stays(kept):
    assert without_strokes([*PRINT, kept], PAGE) == [*PRINT, kept]


def test_a_page_without_words_stays_empty():
    assert without_strokes([], PAGE) == []
