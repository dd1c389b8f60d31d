"""Reads made-up documents for the tests of this room."""

from factories import knowledge, text_of

from danchieu.fields import read_fields
from danchieu.header import read_header
from danchieu.structure import read_outline

HEAD = """UBND TỈNH CAO BẰNG
SỞ XÂY DỰNG

Số: 31/{symbol}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cao Bằng, ngày 05 tháng 4 năm 2023

{type}
{title}

Thực hiện Công văn số 8/UBND-XD ngày 02/01/2023 của UBND tỉnh, Sở Xây dựng {verb}:

"""

TAIL = """

Nơi nhận:
- UBND tỉnh (để báo cáo);
- Các phòng, đơn vị
thuộc Sở;
- Lưu: VT, QLXD.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Nông Thị Hạnh
"""


def fields_of(value):
    """Return the fields of a whole document."""
    text = text_of(value)
    outline = read_outline(text, knowledge())
    header = read_header(text, outline, knowledge())
    return read_fields(text, outline, header, knowledge())


def fields_of_plan(body, title="Nâng cao chất lượng công trình năm 2024"):
    """Return the fields of a plan with this body."""
    head = HEAD.format(
        symbol="KH-SXD", type="KẾ HOẠCH", title=title, verb="xây dựng kế hoạch như sau"
    )
    return fields_of(head + body + TAIL)


def fields_of_report(body):
    """Return the fields of a report with this body."""
    head = HEAD.format(
        symbol="BC-SXD",
        type="BÁO CÁO",
        title="Kết quả công tác năm 2022",
        verb="báo cáo như sau",
    )
    return fields_of(head + body + TAIL)


def fields_of_type(type_, symbol, body, verb="triển khai như sau"):
    """Return the fields of a document of this type with this body."""
    head = HEAD.format(symbol=symbol, type=type_, title="Về công tác năm", verb=verb)
    return fields_of(head + body + TAIL)


def told(fields):
    """Return bodies, roles and tasks."""
    return [(a.agency.name, a.role, a.printed) for a in fields.assignments]


def short(fields):
    """Return bodies without the province, roles and tasks."""
    return [
        (name.removesuffix(" tỉnh Cao Bằng"), role, task)
        for name, role, task in told(fields)
    ]
