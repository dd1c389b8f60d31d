import pytest
from factories import knowledge

from danchieu.domain.text import Span
from danchieu.phrases.dates import find_dates, parse_date


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("ngày 14 tháng 3 năm 2021", "2021-03-14"),
        ("ngày 22/8/2019", "2019-08-22"),
        ("ngày    tháng 11 năm 2022", "2022-11"),
        ("ngày ... tháng ... năm 2024", "2024"),
        ("ngày 31/2/2021", None),
        ("tháng 6/2025", "2025-06"),
        ("quý III năm 2025", "2025-35"),
        ("ngày 02\ntháng 9 năm\n2023", "2023-09-02"),
        ("ngày 02/9", None),
        ("năm 2025", None),
    ],
)
def test_reads_the_printed_date(printed, edtf):
    assert parse_date(printed, knowledge().rules) == edtf


def test_a_misprinted_month_is_read_and_marked():
    (found,) = find_dates("ngày 07/011/2023", Span(0, 16), knowledge().rules)
    assert (found.edtf, found.odd) == ("2023-11-07", True)


def test_several_dates_come_in_text_order():
    value = "từ ngày 01/7/2025 đến tháng 12 năm 2026"
    found = find_dates(value, Span(0, len(value)), knowledge().rules)
    assert [f.edtf for f in found] == ["2025-07-01", "2026-12"]
