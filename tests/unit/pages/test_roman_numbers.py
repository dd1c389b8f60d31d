"""Bars with serifs read as letters: I, II and III by the count of bars."""

import cv2
import numpy as np
import pytest

from danchieu.pages.ocr import OcrWord
from danchieu.pages.roman_numbers import mend_roman_numbers

TOP, FOOT = 42, 62
SLASH = [((0, FOOT), (6, TOP))]
TWO = [((0, TOP), (12, TOP)), ((12, TOP), (0, FOOT)), ((0, FOOT), (12, FOOT))]
BAR = [((3, TOP), (3, FOOT)), ((0, TOP), (6, TOP)), ((0, FOOT), (6, FOOT))]
LETTER_H = [((0, TOP), (0, FOOT)), ((16, TOP), (16, FOOT)), ((0, 52), (16, 52))]
RULE = [((0, TOP), (0, FOOT))]


def read(text, *shapes, top=TOP, sure=0.3):
    """Draw the shapes side by side and mend the word that was read there."""
    paper = np.full((120, 300), 255, np.uint8)
    left = 40
    for shape in shapes:
        for (x0, y0), (x1, y1) in shape:
            cv2.line(paper, (left + x0, y0), (left + x1, y1), (40,), 1)
        left += max(x for ends in shape for x, _ in ends) + 6
    word = OcrWord(text, (40, top, left, FOOT + 1), FOOT, 30, sure, 0)
    (mended,) = mend_roman_numbers(paper, [word])
    return mended


@pytest.mark.parametrize(
    ("text", "shapes", "expected"),
    [
        ("IH", [BAR] * 3, "III"),
        ("lÍ", [BAR], "I"),
        ("lÍi", [BAR] * 2, "II"),
        ("|", [BAR], "I"),
        ("I/2", [BAR, BAR, SLASH, TWO], "II/2"),
    ],
)
def test_bars_are_counted(text, shapes, expected):
    mended = read(text, *shapes)
    assert mended.text == expected
    assert mended.confidence > 0.8


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("H", [LETTER_H]),
        ("lí", [BAR] * 2),
        ("11", [BAR] * 2),
        ("|", [RULE]),
        ("IH", [BAR] * 4),
        ("I/2", [BAR, SLASH, TWO, TWO]),
        ("Hi", []),
    ],
)
def test_what_is_no_row_of_bars_stays(text, shapes):
    mended = read(text, *shapes)
    assert (mended.text, mended.confidence) == (text, 0.3)
