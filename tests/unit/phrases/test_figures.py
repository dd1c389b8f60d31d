import pytest
from costs import cpu_seconds
from factories import knowledge

from danchieu.domain.text import Span
from danchieu.phrases.figures import find_figures, parse_number, parse_number_words


def figures(value):
    return find_figures(value, Span(0, len(value)), knowledge().rules)


def levels(value):
    return [(f.comparator, f.min, f.max, f.sign, f.per) for f in figures(value)]


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ("ít nhất 1 - 2 mô hình", (">=", 1, 2, None, None)),
        ("có từ 3 - 4 lớp", ("range", 3, 4, None, None)),
        ("1 hoặc 2 đề tài", ("range", 1, 2, None, None)),
        ("từ 85% đến 90% hộ dân", ("range", 85, 90, "%", None)),
        ("tối thiểu 70% xã", (">=", 70, None, "%", None)),
        ("trên 90 % học sinh", (">=", 90, None, "%", None)),
        ("không quá 5 điểm", ("<=", None, 5, None, None)),
        ("khoảng 20 hộ", ("~", 20, 20, None, None)),
        ("đạt từ 95% trở lên", (">=", 95, None, "%", None)),
        ("có từ 03 chỉ dẫn địa lý trở lên", (">=", 3, None, None, None)),
        ("tăng bình quân 10-12%/năm", ("range", 10, 12, "%", "năm")),
        ("thu 1.250 tỷ đồng", ("=", 1250, 1250, None, None)),
        ("tăng 12,5 %", ("=", 12.5, 12.5, "%", None)),
        ("tỷ suất 13,8‰", ("=", 13.8, 13.8, "‰", None)),
        ("hỗ trợ hai mươi hợp tác xã", ("=", 20, 20, None, None)),
        ("05 (năm) xã điểm", ("=", 5, 5, None, None)),
        ("các loại: 2.043 cái", ("=", 2043, 2043, None, None)),
    ],
)
def test_reads_the_level(value, level):
    assert levels(value) == [level]


@pytest.mark.parametrize(
    "value",
    [
        "Quyết định số 45/QĐ-SVHTT ngày 12/05/2024",
        "giai đoạn 2021-2025",
        "các năm 2021, 2022",
        "tại khoản 2 Điều 14",
        "mục tiêu 90-90-90",
        "mạng 5G",
        "lúc 07:30",
        "2. Nhiệm vụ",
        "Điện thoại: 0912 345",
    ],
)
def test_dates_codes_and_labels_are_no_figures(value):
    assert levels(value) == []


def test_the_span_takes_in_comparator_and_sign():
    value = "phấn đấu ít nhất 60% số xã"
    (found,) = figures(value)
    assert value[found.span.start : found.span.end] == "ít nhất 60%"


@pytest.mark.parametrize(
    ("printed", "number"),
    [("1.250", 1250), ("12,5", 12.5), ("7.04", 7.04), ("1.250,75", 1250.75)],
)
def test_thousand_dots_and_decimal_commas(printed, number):
    assert parse_number(printed) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [("hai mươi lăm", 25), ("một trăm hai mươi", 120), ("mười", 10)],
)
def test_numbers_in_words(printed, number):
    assert parse_number_words(printed, knowledge().rules) == number


@pytest.mark.parametrize("piece", ["1.000", "1-", "1 - ", "hai mươi ", "9,9 %/", "(1"])
def test_hostile_repetition_stays_linear(piece):
    def seconds(count):
        value = piece * count
        return cpu_seconds(lambda: figures(value))

    seconds(200)
    assert seconds(4000) < 40 * max(seconds(1000), 0.001)
