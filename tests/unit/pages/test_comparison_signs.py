"""Wedges over a bar: ≥ and ≤ that were read as > and <."""

import cv2
import numpy as np
import pytest

from danchieu.pages.comparison_signs import mend_signs
from danchieu.pages.ocr import OcrWord


def page(*strokes, ink=60):
    """Draw strokes on paper, and a digit's stem and foot right of where a wedge is."""
    paper = np.full((120, 200), 255, np.uint8)
    for start, end in (*strokes, ((68, 42), (68, 62)), ((62, 62), (76, 62))):
        cv2.line(paper, start, end, (ink,), 2)
    return paper


GREATER = [((40, 44), (56, 51)), ((56, 51), (40, 57))]
LESS = [((56, 44), (40, 51)), ((40, 51), (56, 57))]
BAR = ((40, 62), (56, 62))
TILTED = ((40, 62), (56, 63))
UNDERLINE = ((36, 68), (90, 68))


def word(text):
    return OcrWord(text, (40, 42, 82, 64), 63, 28, 0.9, 0)


def mended(picture, text):
    return [w.text for w in mend_signs(picture, [word(text)])]


@pytest.mark.parametrize("ink", [0, 60, 150])
@pytest.mark.parametrize(
    ("strokes", "text", "expected"),
    [
        ([*GREATER, BAR], ">1", "≥1"),
        ([*LESS, BAR], "<1", "≤1"),
        ([*GREATER, TILTED], ">1,5%", "≥1,5%"),
        ([*LESS, BAR], "<", "≤"),
    ],
)
def test_a_wedge_over_a_bar_is_mended(strokes, text, expected, ink):
    assert mended(page(*strokes, ink=ink), text) == [expected]


@pytest.mark.parametrize(
    ("strokes", "text"),
    [
        (GREATER, ">1"),
        (LESS, "<1"),
        ([*GREATER, UNDERLINE], ">1"),
        ([*LESS, UNDERLINE], "<1"),
        ([*GREATER, BAR], "21"),
        ([*GREATER, BAR], "a>b"),
    ],
)
def test_what_has_no_bar_of_its_own_stays(strokes, text):
    assert mended(page(*strokes), text) == [text]


def test_a_sign_a_space_away_from_its_figure_is_a_word_of_its_own():
    apart = np.roll(page(), 10, axis=1) & page(*GREATER, BAR)
    apart[:, 60:72] = 255
    sign, figure = mend_signs(apart, [word(">1")])
    assert (sign.text, figure.text) == ("≥", "1")
    assert sign.box[2] < figure.box[0]


def test_a_word_off_the_picture_stays():
    paper = np.full((20, 20), 255, np.uint8)
    assert mended(paper, "<5") == ["<5"]
