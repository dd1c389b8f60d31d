import pytest
from unit.pages.pen_heads import PAGE, SIZE, words_of

from danchieu.pages.pen_gaps import find_pen_gaps
from danchieu.pages.pen_type import print_width

RIGHT = [(800, "Đồng"), (910, "Tháp,"), (1030, "ngày"), (1180, "tháng"), (1290, "8")]
DATE = [*RIGHT, (1320, "năm"), (1400, "2019")]
LABEL_END = 300 + print_width("Số:") * SIZE


def gaps(*parts, baseline=300.0):
    return find_pen_gaps(words_of(*parts, baseline=baseline), PAGE)


def number_gap(*parts):
    (gap,) = [g for g in gaps(*parts, *DATE) if g.kind == "number"]
    return gap


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([(300, "Số:"), (480, "/TB-SXD")], ""),
        ([(300, "Số:"), (380, "4J", 60, 0.3), (480, "/TB-SXD")], "4J"),
        ([(300, "Số:4J", 140, 0.3), (480, "/TB-SXD")], "4J"),
        ([(300, "Số:4J/TB-SXD", 335, 0.2)], "4J"),
        ([(300, "Số:"), (480, "/2019/QĐ-UBND")], ""),
        ([(300, "Số"), (380, "2J#TB-SXD", 280, 0.4)], "2J#"),
    ],
)
def test_the_number_stands_between_label_and_symbol(parts, printed):
    gap = number_gap(*parts)
    assert gap.printed == printed
    assert gap.box[0] == pytest.approx(LABEL_END, abs=3)
    assert gap.box[2] > LABEL_END + 60


def test_a_symbol_that_swallowed_ink_is_measured_from_its_end():
    wide = print_width("/TB-SXD") * SIZE + 70
    gap = number_gap((300, "Số:"), (410, "/TB-SXD", wide, 0.3))
    assert gap.box[2] == pytest.approx(480, abs=1)


@pytest.mark.parametrize(
    "parts",
    [
        [(300, "theo"), (380, "Số:"), (540, "/TB-SXD")],
        [(300, "số"), (480, "/TB-SXD")],
        [(1200, "Số:"), (1380, "/TB-SXD")],
        [(300, "Số:"), (900, "/TB-SXD")],
    ],
)
def test_citations_and_far_off_symbols_are_no_number_line(parts):
    assert not [g for g in gaps(*parts) if g.kind == "number"]


def test_only_the_first_number_line_counts():
    first = words_of((300, "Số:"), (480, "/TB-SXD"))
    second = words_of((300, "Số:"), (480, "/KH-SXD"), baseline=500.0)
    (gap,) = find_pen_gaps([*second, *first], PAGE)
    assert gap.baseline == 300


def test_day_and_month_stand_before_and_after_thang():
    day, month = gaps(*DATE)
    assert (day.kind, day.printed, month.kind, month.printed) == (
        "day",
        "",
        "month",
        "8",
    )
    assert day.box[0] == pytest.approx(1030 + print_width("ngày") * SIZE, abs=1)
    assert day.box[2] == 1180


def test_ink_glued_to_the_words_of_a_date_is_measured_out():
    glued = (1030, "ngàyO8tháng", 1180 + print_width("tháng") * SIZE - 1030, 0.5)
    day, _ = gaps((800, "Đồng"), (910, "Tháp,"), glued, *DATE[4:])
    assert day.printed == "O8"
    assert day.box[2] == pytest.approx(1180, abs=1)


@pytest.mark.parametrize(
    "parts",
    [
        [(800, "từ"), *DATE[2:]],
        [(100, "Tháp,"), (210, "ngày"), (360, "tháng"), (470, "8"), (500, "năm")],
    ],
)
def test_a_day_in_a_sentence_is_left_alone(parts):
    assert gaps(*parts) == []
