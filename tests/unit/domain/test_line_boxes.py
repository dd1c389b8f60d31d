import pytest

from danchieu.domain.page import Page, Word
from danchieu.domain.text import line_boxes


def page_of(*placed):
    """Write words one after the other; "\\n" between two of them ends the line."""
    text, words = "", []
    for item in placed:
        if isinstance(item, str):
            text += item
            continue
        word, box = item
        text += "" if text.endswith(("\n", "")) and not words else " "
        words.append(Word(len(text), len(text) + len(word), box))
        text += word
    return Page(1, text, tuple(words), 600.0, 800.0)


def boxes(page):
    return line_boxes(page, 0, len(page.text))


def test_a_line_has_one_box():
    page = page_of(
        ("Sở", (10, 10, 30, 22)), ("Y", (34, 10, 40, 22)), ("tế", (44, 12, 56, 22))
    )
    assert boxes(page) == ((10, 10, 56, 22),)


def test_every_line_has_its_own():
    page = page_of(("Sở", (10, 10, 30, 22)), "\n", ("Y", (10, 30, 20, 42)))
    assert boxes(page) == ((10, 10, 30, 22), (10, 30, 20, 42))


def test_lines_inside_a_cell_are_told_apart():
    page = page_of(("Văn", (10, 10, 40, 22)), ("phòng", (10, 26, 60, 38)))
    assert boxes(page) == ((10, 10, 40, 22), (10, 26, 60, 38))


def test_a_line_of_a_page_on_its_side_is_one_box():
    page = page_of(("Văn", (10, 10, 22, 40)), ("phòng", (10, 44, 22, 90)))
    assert boxes(page) == ((10, 10, 22, 90),)


def test_a_line_that_runs_aslant_never_reaches_the_next():
    page = page_of(
        *((f"từ{i}", (i * 40, i * 4, i * 40 + 36, i * 4 + 12)) for i in range(10))
    )
    assert len(boxes(page)) > 2
    assert all(y1 - y0 <= 18 for _, y0, _, y1 in boxes(page))


@pytest.mark.parametrize(("start", "end"), [(0, 2), (1, 2)])
def test_only_touched_words_count_and_none_is_cut(start, end):
    page = page_of(("Sở", (10, 10, 30, 22)), ("Y", (34, 10, 40, 22)))
    assert line_boxes(page, start, end) == ((10, 10, 30, 22),)
