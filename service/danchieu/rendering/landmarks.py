"""The shapes of lines by which the parts of an official document are told apart.

They follow the layout of Nghị định 30/2020/NĐ-CP and share nothing with the rules of
the extraction, so that a mistake there cannot hide in the documents made here.
"""

import re

MOTTO = re.compile(r"^(?:CỘNG H[ÒO][AÀ]\b|ĐẢNG CỘNG SẢN\b|Độc lập\b)")
NUMBER = re.compile(r"^(?:[^\W\d]{2,10}(?: [^\W\d]{2,10})? )?[Ss]ố\s*(?::|\d|/)")
PLACE = re.compile(r"^[^\d:;]{2,50}\bngày\b.{0,20}\btháng\b.{0,20}\bnăm\b.{0,10}$")
SUBJECT = re.compile(r"^\(?V/v\b", re.IGNORECASE)
MARK = re.compile(
    r"^(?:DỰ THẢO|(?:HỎA|HOẢ) TỐC|(?:THƯỢNG )?KHẨN|(?:TUYỆT |TỐI )?MẬT)\b.{0,30}$"
)
"""Stamps of urgency and secrecy (Nghị định 30/2020/NĐ-CP, Phụ lục I), and of drafts."""
RECEPTION = re.compile(r"^(?:CÔNG VĂN )?ĐẾN\b")
"""The stamp of the body that received the paper (Nghị định 30/2020/NĐ-CP, Điều 21)."""
ADDRESSEES = re.compile(r"^Kính gửi\b")
BASIS = re.compile(r"^(?:Căn cứ|Theo|Xét)\b")
RECIPIENTS_LABEL = "Nơi nhận"
RECIPIENTS = re.compile(rf"^{RECIPIENTS_LABEL}\b")
ANNEX = re.compile(r"^(?:PHỤ LỤC|Phụ lục)\b")
ARTICLE = re.compile(r"^Điều \d{1,3}[a-zđ]?\.")
BULLET = re.compile(r"^(?:[-–—+•*]|\(?\d{1,3}\)|\(?[a-zđ]\))\s")
NUMBERED = re.compile(
    r"^(?:[IVXLC]{1,7}[.)-]\s|\d{1,3}(?:[.)]|(?:\.\d{1,2}){1,4}\.?)\s|[A-HĐ][.)]\s"
    r"|(?i:phần|chương|mục)\s(?:[IVXLC]{1,7}|\d{1,3}|(?i:thứ))\b)"
)
CHAPTER = re.compile(r"^(?i:phần|chương|mục)\s(?:[IVXLC]{1,7}|\d{1,3}|(?i:thứ))\b")
RULE = re.compile(r"^[\s\-_=─—.]{3,}$")
WRAPPED_NAME = re.compile(
    r"^(?:VÀ|TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU|CỦA|\*)(?:\s|$)"
)
"""The second line of a body's name, as in "ỦY BAN NHÂN DÂN / TỈNH …"."""

_END_MARKS = (".", ";", ":", ",", "!", "?")
_NAME_WORDS = range(2, 8)


def is_capitals(line: str) -> bool:
    """Say whether all letters of ``line`` are capitals, and there are some."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters)


def is_sentence(line: str) -> bool:
    """Say whether ``line`` ends with a mark that headings do not have."""
    return line.rstrip(" */").endswith(_END_MARKS)


def is_name(line: str) -> bool:
    """Say whether ``line`` may be a signer: "Nguyễn Văn An", "TS. Lê Thị Bình"."""
    words = line.split()
    if len(words) not in _NAME_WORDS or is_capitals(line) or is_sentence(line):
        return False
    last = words[-2:]
    return not any(c.isdigit() for c in line) and all(
        w[0].isupper() and any(c.islower() for c in w) for w in last
    )


def starts_paragraph(line: str) -> bool:
    """Say whether ``line`` opens a numbered part, an article or a list item."""
    marks = (BULLET, NUMBERED, ARTICLE, BASIS, RECIPIENTS, ADDRESSEES)
    return any(mark.match(line) for mark in marks)
