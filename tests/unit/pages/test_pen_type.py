import pytest
from unit.pages.pen_heads import words_of

from danchieu.pages.pen_type import find_type_size, print_width


def test_tone_marks_take_no_room():
    assert print_width("ngày") == pytest.approx(print_width("ngay"))
    assert print_width("Đ") == pytest.approx(0.72)


def test_the_size_is_told_by_words_of_letters():
    size = find_type_size(words_of((100, "Giang,"), (300, "tháng"), (500, "2017")))
    assert size == pytest.approx(40)


@pytest.mark.parametrize(
    "words",
    [
        [],
        words_of((100, "17")),
        words_of((100, "tháng", 90, 0.4)),
        words_of((100, "tháng", 900, 0.95)),
    ],
)
def test_digits_doubts_and_giants_tell_no_size(words):
    assert find_type_size(words) is None
