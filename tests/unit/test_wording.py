import pytest

from danchieu.wording import (
    amount_in_words,
    date_in_words,
    moment_in_words,
    number_in_words,
)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("", ""),
        ("2021-03-14", "14/03/2021"),
        ("2022-10", "tháng 10/2022"),
        ("2021-34", "quý II/2021"),
        ("2025", "2025"),
        ("--11-10", "10/11 hằng năm"),
        ("2021/2025", "2021 – 2025"),
        ("2021-03-14/2021-04-01", "14/03/2021 – 01/04/2021"),
        ("2021-03-XX", "2021-03-XX"),
    ],
)
def test_dates_are_written_as_in_vietnam(edtf, words):
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-03-14", "14/03/2021"),
        ("2022-10", "10/2022"),
        ("2021-34", "Q2/2021"),
        ("--11-10", "10/11 every year"),
        ("2021-33/2021-35", "Q1/2021 – Q3/2021"),
    ],
)
def test_dates_keep_their_order_in_english(edtf, words):
    assert date_in_words(edtf, "en") == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (None, ""),
        ("2024-01-31T02:30:00+00:00", "09:30 31/01/2024"),
        ("2024-01-31T20:30:00+00:00", "03:30 01/02/2024"),
    ],
)
def test_moments_are_told_in_vietnamese_time(moment, words):
    assert moment_in_words(moment) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (12.5, "12,5"), (1250, "1.250"), (1250000.25, "1.250.000,25")],
)
def test_numbers_are_written_as_in_vietnam(number, words):
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (("=", 8, 8, "%"), "8 %"),
        ((">=", 60, None, "%"), "từ 60 %"),
        (("<=", None, 3, "ngày"), "tối đa 3 ngày"),
        (("range", 10, 12.5, "%"), "10 – 12,5 %"),
        (("~", 200, 200, "đơn"), "khoảng 200 đơn"),
        (("=", None, None, None), ""),
    ],
)
def test_figures_say_their_comparison(figure, words):
    assert amount_in_words(*figure) == words


def test_figures_say_their_comparison_in_english():
    assert amount_in_words(">=", 60, None, "%", "en") == "at least 60 %"
