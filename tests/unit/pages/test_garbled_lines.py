"""Rubbish read again by itself: taken where it is clearly print, else left."""

import numpy as np
import pytest
from unit.pages.views import Views

from danchieu.pages.garbled_lines import read_garbled
from danchieu.pages.ocr import OcrWord

PAPER = np.full((400, 900), 200, np.uint8)


def line(text, *, left=100, top=100, sure=0.95, high=26, number=0):
    """Return the words of a line, ten pixels for each letter, a space between."""
    words = []
    for part in text.split():
        right = left + 10 * len(part)
        box = (left, top, right, top + high)
        words.append(OcrWord(part, box, top + high - 6, 28, sure, number))
        left = right + 10
    return words


def texts(words):
    return sorted(word.text for word in words)


CLEAR = line("Ủy ban nhân dân các xã", top=300, number=7)


def test_two_lines_taken_for_one_are_read_as_two():
    garbled = line("Bhữ tiêu", sure=0.1, high=62)
    again = line("Như trên;") + line("Thường trực", top=136, number=1)
    read = read_garbled(PAPER, [*garbled, *CLEAR], Views([again]))
    assert texts(read) == texts([*again, *CLEAR])
    assert len({word.line for word in read}) == 3


def test_a_hopeless_word_is_read_again_with_its_doubtful_neighbours_only():
    before, after = line("kính gửi"), line("huyện", left=400)
    garbled = line("Ựy", left=200, sure=0.4) + line("bxn", left=230, sure=0.0)
    again = line("Ủy ban", left=200)
    read = read_garbled(PAPER, [*before, *garbled, *after, *CLEAR], Views([again]))
    assert texts(read) == texts([*before, *again, *after, *CLEAR])


@pytest.mark.parametrize(
    "again",
    [[], line("Kyoo"), line("Kỹ"), line("Phước Long", sure=0.55), line("Tiều")],
    ids=["nothing", "no syllable", "far shorter", "doubtful too", "other marks"],
)
def test_what_is_no_clearer_by_itself_stays(again):
    garbled = line("Tiểu", sure=0.1)
    read = read_garbled(PAPER, [*garbled, *CLEAR], Views([again]))
    assert texts(read) == texts([*garbled, *CLEAR])


def test_a_reading_that_loses_a_sure_word_is_not_taken():
    garbled = line("BXX", sure=0.1, high=62) + line("chất", left=140, high=62)
    again = line("Cục quản lý nhà nước")
    read = read_garbled(PAPER, [*garbled, *CLEAR], Views([again]))
    assert texts(read) == texts([*garbled, *CLEAR])


def test_clear_print_is_not_read_again():
    ocr = Views([])
    assert texts(read_garbled(PAPER, CLEAR, ocr)) == texts(CLEAR)
    assert read_garbled(PAPER, [], ocr) == []
    assert ocr.asked == 0


def test_words_around_are_wiped_away_from_what_is_read():
    seen = []

    class Watching(Views):
        def read_block(self, picture, dpi):
            seen.append(picture)
            return super().read_block(picture, dpi)

    paper = np.full((400, 900), 255, np.uint8)
    paper[100:126, 90:100] = 0
    neighbour = line("xx", left=80)
    garbled = line("zzz", left=110, sure=0.0)
    read_garbled(paper, [*neighbour, *garbled, *CLEAR], Watching([[]]))
    assert seen[0].min() == 255
