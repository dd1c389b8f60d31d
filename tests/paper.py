"""Lays a few facts out as the text of an administrative document, and reads it."""

import textwrap
from collections.abc import Mapping

from factories import knowledge, text_of

from danchieu.domain.document import Document
from danchieu.domain.limits import Limits
from danchieu.load import read_file
from danchieu.pipeline import read_text

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
_PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_WIDTH = 92
PLAIN = {
    "issuer": "ỦY BAN NHÂN DÂN|TỈNH SƠN LA",
    "code": "99/KH-UBND",
    "place": "Sơn La",
    "date": "20/5/2024",
    "type": "KẾ HOẠCH",
    "title": "Trồng cây phân tán trên địa bàn tỉnh năm 2024",
}
"""What a document says of itself where a test does not care."""


def paper(facts: Mapping[str, str]) -> str:
    """Return the text: letterhead, title, ``body`` in paragraphs, signature.

    ``issuer`` parts its lines by "|", parent first; ``type`` "Công văn" has no type
    line but V/v. A paragraph is a line of ``body``.
    """
    told = {**PLAIN, **facts}
    day, month, year = told["date"].split("/")
    dated = f"{told['place']}, ngày {day} tháng {month} năm {year}"
    left = told["issuer"].split("|")
    letter = told["type"] == "Công văn"
    number = [f"Số: {told['code']}"] + ([f"V/v {told['title']}"] if letter else [])
    right = [_PARTY if told["code"].partition("/")[0].count("-") else _STATE, dated]
    head = ["\n".join([*left, *number]), "\n".join(right)]
    title = [] if letter else [f"{told['type']}\n{told['title']}"]
    body = ["\n".join(textwrap.wrap(p, _WIDTH)) for p in told["body"].splitlines() if p]
    end = [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHồ Văn Sen",
    ]
    return "\n\n".join([*head, *title, *body, *end]) + "\n"


def read_paper(facts: Mapping[str, str]) -> Document:
    """Read the text of ``facts`` through the whole chain."""
    text = paper(facts)
    source = read_file("van-ban.txt", text.encode(), Limits())
    return read_text(text_of(text), source, knowledge())
