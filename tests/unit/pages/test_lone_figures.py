"""Figures alone in cells: taken where sizes agree, never against a sure reading."""

import numpy as np
import pytest
from unit.pages.views import Views

from danchieu.pages.lone_figures import read_lone_figure
from danchieu.pages.ocr import OcrWord

PAPER = np.full((100, 100), 200, np.uint8)
CELL = (10, 10, 90, 60)


def seen(text, sure):
    return [OcrWord(text, (30, 20, 40, 42), 40, 28, sure, 0)] if text else []


def read(first, *views):
    ocr = Views([seen(*view) for view in views])
    return "".join(w.text for w in read_lone_figure(PAPER, CELL, seen(*first), ocr))


@pytest.mark.parametrize(
    ("first", "views", "expected"),
    [
        (("=", 0.3), [("5", 0.97)], "5"),
        (("c2", 0.6), [(">2", 0.8), (">2", 0.75)], ">2"),
        (("&:", 0.2), [("3", 0.8), ("8", 0.8), ("3", 0.8)], "3"),
    ],
)
def test_a_figure_that_other_sizes_show_is_taken(first, views, expected):
    assert read(first, *views) == expected


@pytest.mark.parametrize(
    ("first", "views"),
    [
        (("3", 0.6), [("5", 0.9), ("8", 0.9), ("", 0)]),
        (("3", 0.6), [("S)", 0.99), ("S)", 0.99), ("S)", 0.99)]),
        (("3", 0.9), []),
        (("Lào Cai", 0.4), []),
        (("", 0), []),
    ],
)
def test_without_agreement_the_first_reading_stays(first, views):
    assert read(first, *views) == first[0]
