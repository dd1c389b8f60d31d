import pytest
from factories import knowledge

from danchieu.domain.text import Span
from danchieu.fields.deadlines import read_deadline


def deadline(sentence, paragraph=None):
    whole = paragraph or sentence
    start = whole.index(sentence)
    span = Span(start, start + len(sentence))
    return read_deadline(whole, span, Span(0, len(whole)), knowledge().rules)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("gửi báo cáo trước ngày 22/10/2022", "2022-10-22"),
        ("hoàn thành trong quý II/2026", "2026-06-30"),
        ("xong trong quý IV năm 2024", "2024-12-31"),
        ("tổ chức sơ kết vào tháng 12/2028", "2028-12"),
        ("báo cáo trước ngày 15 tháng 12 hằng\nnăm", "--12-15"),
        ("sơ kết vào cuối năm 2027", "2027"),
        ("báo cáo trước 09 giờ 00 ngày 25/8/2025", "2025-08-25"),
        ("diễn tập vào trung tuần\ntháng 9 năm 2025", "2025-09"),
        ("theo Kế hoạch ban hành ngày 05/3/2021", None),
    ],
)
def test_until_when_something_must_be_done(sentence, day):
    assert deadline(sentence) == day
