"""List marks before lines: found, read by shape or by a second look."""

import pytest

from danchieu.pages.list_marks import (
    find_marks,
    read_dash,
    read_mark,
    without_broken_marks,
)
from danchieu.pages.ocr import OcrWord


def word(text, x, y=100, line=0, confidence=0.9):
    box = (x, y, x + 20 * len(text), y + 30)
    return OcrWord(text, box, y + 25, 36, confidence, line)


LINE = [word("Rà", 200), word("soát", 260)]


def test_finds_a_shape_a_little_left_of_a_line():
    (mark,) = find_marks([(150, 105, 162, 125), (166, 121, 170, 125)], LINE)
    assert mark.box == (150, 105, 170, 125)
    assert mark.first.text == "Rà"


@pytest.mark.parametrize(
    "shape",
    [
        (20, 105, 40, 125),
        (150, 300, 170, 320),
        (210, 105, 220, 125),
        (100, 105, 185, 125),
    ],
)
def test_shapes_elsewhere_are_no_marks(shape):
    assert find_marks([shape], LINE) == []


def test_a_flat_shape_at_half_height_is_a_dash():
    (mark,) = find_marks([(150, 112, 162, 116)], LINE)
    assert read_dash(mark).text == "-"
    (stroke,) = find_marks([(150, 105, 162, 125)], LINE)
    assert read_dash(stroke) is None


@pytest.mark.parametrize(
    ("read", "kept"), [("2.", True), ("đ)", True), ("IV.", True), ("kv", False)]
)
def test_only_list_marks_are_taken(read, kept):
    (mark,) = find_marks([(150, 105, 170, 125)], LINE)
    taken = read_mark(mark, [word(read, 0, confidence=0.8)])
    assert (taken is not None) is kept
    if taken:
        assert (taken.text, taken.box, taken.line) == (read, mark.box, 0)


def test_the_lone_dot_of_a_mark_is_left_out_to_be_read_again():
    words = [word(".", 180), *LINE, word(".", 340), word("......", 100, 200, 1)]
    assert [w.text for w in without_broken_marks(words)] == [
        "Rà",
        "soát",
        ".",
        "......",
    ]
