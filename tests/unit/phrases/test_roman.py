import pytest

from danchieu.phrases.roman import in_roman, roman_value


@pytest.mark.parametrize("number", [1, 4, 9, 14, 40, 99, 1994])
def test_numerals_there_and_back(number):
    assert roman_value(in_roman(number)) == number


@pytest.mark.parametrize("numeral", ["", "IIII", "VX", "IC", "A", "xiv"])
def test_what_is_no_numeral(numeral):
    assert roman_value(numeral) is None


def test_there_is_no_zero():
    assert in_roman(0) == ""
