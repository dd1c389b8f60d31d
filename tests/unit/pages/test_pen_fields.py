import numpy as np
import pytest
from unit.pages.pen_heads import PAGE, words_of

from danchieu.learned import PenReading
from danchieu.pages.pen_fields import read_pen_fields

HEAD = [(300, "Số:"), (480, "/TB-SXD")]
DATE = [
    (800, "Đồng"),
    (910, "Tháp,"),
    (1030, "ngày"),
    (1180, "tháng"),
    (1290, "8", 20, 0.95),
]


class OnePen:
    def __init__(self, text, confidence):
        self.reading = PenReading(text, confidence, 0.0, 1.0)
        self.asked = []

    def read(self, cuts, allowed=None):
        self.asked.append((cuts, allowed))
        return self.reading


class NoOcr:
    def read(self, picture, dpi):
        return ()

    def read_block(self, picture, dpi):
        return ()


def page(*signs):
    """Return a white page with black signs ``(x, top, bottom)``."""
    picture = np.full(PAGE[::-1], 255, np.uint8)
    for x, top, bottom in signs:
        picture[top:bottom, x : x + 12] = 0
    return picture


TALL = ((380, 260, 305), (410, 262, 312))
PRINTED = ((380, 273, 300), (410, 273, 300))


def texts(picture, words, pen):
    read = read_pen_fields(picture, words, pen, NoOcr())
    return [w.text for w in sorted(read, key=lambda w: w.box[0])]


def test_sure_ink_becomes_the_number():
    words = words_of(*HEAD)
    assert texts(page(*TALL), words, OnePen("417", 0.97)) == ["Số:", "417", "/TB-SXD"]


def test_the_pen_word_is_not_higher_than_print_and_reaches_to_the_symbol():
    read = read_pen_fields(page(*TALL), words_of(*HEAD), OnePen("417", 0.97), NoOcr())
    (word,) = [w for w in read if w.text == "417"]
    assert word.confidence == 0.97
    assert word.box[2] == pytest.approx(480)
    assert word.box[3] - word.box[1] < 40


def test_unsure_ink_gives_nothing_and_is_doubted():
    words = words_of(HEAD[0], (380, "442", 60, 0.91), HEAD[1])
    read = read_pen_fields(page(*TALL), words, OnePen("447", 0.6), NoOcr())
    assert {w.text: w.confidence for w in read}["442"] == 0.5


def test_sure_print_is_never_asked_about():
    words = words_of(HEAD[0], (380, "11", 44, 0.93), HEAD[1])
    pen = OnePen("17", 0.99)
    assert texts(page(*PRINTED), words, pen) == ["Số:", "11", "/TB-SXD"]
    assert pen.asked == []


def test_an_empty_gap_stays_empty():
    pen = OnePen("417", 0.99)
    assert texts(page(), words_of(*HEAD), pen) == ["Số:", "/TB-SXD"]
    assert pen.asked == []


def test_only_days_are_allowed_in_the_place_of_the_day():
    words = words_of(*DATE, (1320, "năm"), (1400, "2019"))
    pen = OnePen("08", 0.97)
    picture = page((1130, 260, 306))
    assert "08" in texts(picture, words, pen)
    (_, allowed) = pen.asked[0]
    assert {"8", "08", "31"} <= set(allowed)
    assert not {"0", "00", "32"} & set(allowed)


@pytest.mark.parametrize(
    ("month", "last", "impossible"), [("2", "29", "30"), ("11", "30", "31")]
)
def test_a_day_that_the_printed_month_lacks_is_not_allowed(month, last, impossible):
    words = words_of(*DATE[:4], (1290, month, 24, 0.95), (1330, "năm"), (1410, "2019"))
    pen = OnePen(last, 0.97)
    assert last in texts(page((1130, 260, 306)), words, pen)
    (_, allowed) = pen.asked[0]
    assert impossible not in allowed


def test_a_slash_that_the_ink_swallowed_is_set_again():
    words = words_of((300, "Số"), (380, "4J#TB-SXD", 255, 0.4))
    assert texts(page(*TALL), words, OnePen("41", 0.97)) == ["Số", "41", "/TB-SXD"]


def test_signs_behind_what_was_read_make_it_doubtful():
    pen = OnePen("41", 0.97)
    pen.reading = PenReading("41", 0.97, 0.1, 0.3)
    words = words_of(HEAD[0], (380, "4J", 60, 0.3), HEAD[1])
    picture = page(*TALL, (440, 262, 305))
    assert texts(picture, words, pen) == ["Số:", "4J", "/TB-SXD"]


class SplitPen(OnePen):
    """Gives all views together one reading, each alone another."""

    def __init__(self, together, alone):
        super().__init__("", 0.0)
        self.together, self.alone = together, alone

    def read(self, cuts, allowed=None):
        text, confidence = (self.together, 0.7) if len(cuts) > 1 else (self.alone, 0.6)
        return PenReading(text, confidence, 0.0, 1.0)


@pytest.mark.parametrize(("alone", "given"), [("08", True), ("06", False)])
def test_a_day_less_sure_is_given_only_when_every_view_shows_it(alone, given):
    words = words_of(*DATE, (1320, "năm"), (1400, "2019"))
    read = texts(page((1130, 260, 306)), words, SplitPen("08", alone))
    assert ("08" in read) is given


def test_a_number_less_sure_is_not_given_though_every_view_shows_it():
    assert "417" not in texts(page(*TALL), words_of(*HEAD), SplitPen("417", "417"))
