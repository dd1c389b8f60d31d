"""Two pages on one sheet, and sheets that only look so."""

import pytest
from unit.pages.sheets import placed

from danchieu.domain.page import Page
from danchieu.pages.facing_pages import find_gutter
from danchieu.pages.layout import lay_out
from danchieu.pages.printed import PrintedTable

LINE = "Trường tổ chức cho học sinh trồng cây ở sân sau giờ"
RIGHT = 500


def page(at, mark, rows=10):
    return [(at, 100 + 15 * row, f"{mark}{row} {LINE}") for row in range(rows)]


def test_two_pages_are_read_one_after_the_other():
    words = placed(*page(60, "a"), *page(RIGHT, "b"))
    assert find_gutter(words, ()) is not None
    text = lay_out(Page(1, "", (), 842, 595), words, [], lambda box: box).text
    marks = [line.split()[0] for line in text.split("\n") if line]
    assert marks == [f"{mark}{row}" for mark in "ab" for row in range(10)]


def test_a_title_over_both_sides_makes_one_page():
    across = [(60 + 300 * at, 60, LINE) for at in range(2)]
    assert find_gutter(placed(*across, *page(60, "a"), *page(RIGHT, "b")), ()) is None


def test_short_rows_on_one_side_are_no_page():
    names = [(RIGHT, 100 + 15 * row, "Ông Lê An") for row in range(30)]
    assert find_gutter(placed(*page(60, "a"), *names), ()) is None


@pytest.mark.parametrize(("left", "right"), [(60, 560), (400, 700)])
def test_a_table_over_the_gutter_makes_one_page(left, right):
    table = PrintedTable((left, 100, right, 200), ())
    words = placed(*page(60, "a"), *page(RIGHT, "b"))
    assert (find_gutter(words, [table]) is None) == (left < 430 < right)
