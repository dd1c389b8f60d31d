"""What stands on the paper under the boxes of an evidence."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from math import cos, radians, sin

import pypdfium2

from danchieu.rendering import find_damage

_EDGE = 0.5
_FEW, _MISREAD = 3, 0.25
_SIGNS = set(" \n\f|")
_HYPHENS = {"\ufffe": "-", "\x02": "-"}
"""What PDFium calls a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter and the middle of its place, in points from the top left."""

    letter: str
    x: float
    y: float


def box_faults(reading, pdf, damage=""):
    """Count the evidence of a reading of ``pdf``, and tell whose boxes are wrong.

    On scans (``damage``) a quarter of the letters may be misread.
    """
    pages = reading.document.text.pages
    letters = printed_letters(pdf, damage)
    found = list(evidence_in(reading.result.model_dump(mode="json")))
    faults = [
        f"page {e['page']}: {e['text'][:60]!r}"
        for e in found
        if not _agrees(e, letters[e["page"] - 1], pages[e["page"] - 1].text, damage)
    ]
    return len(found), faults


def _agrees(evidence, letters, page_text, damage):
    under = letters_under(evidence, letters)
    words = letters_of(evidence, page_text)
    apart = ((under - words) + (words - under)).total()
    allowed = max(_FEW, words.total() * _MISREAD) if damage else 0
    return bool(evidence["boxes"]) and apart <= allowed


def printed_letters(pdf, damage=""):
    """Return the letters of each page of a PDF, where a damaged scan shows them.

    Only for damages that turn and skew a page and leave its size alone.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            [_moved(letter, page.get_size(), damage) for letter in _letters(page)]
            for page in document
        ]
    finally:
        document.close()


def _letters(page):
    text, height = page.get_textpage(), page.get_height()
    for i in range(text.count_chars()):
        letter = text.get_text_range(i, 1)
        letter = _HYPHENS.get(letter, letter)
        if letter.strip():
            left, bottom, right, top = text.get_charbox(i)
            yield Letter(letter, (left + right) / 2, height - (bottom + top) / 2)


def _moved(letter, size, damage):
    if not damage:
        return letter
    wear = find_damage(damage)
    (wide, high), angle = size, radians(-wear.skew)
    dx, dy = letter.x - wide / 2, letter.y - high / 2
    x = wide / 2 + dx * cos(angle) - dy * sin(angle)
    y = high / 2 + dx * sin(angle) + dy * cos(angle)
    for _ in range(wear.quarter_turns % 4):
        x, y = y, wide - x
        wide, high = high, wide
    return Letter(letter.letter, x, y)


def evidence_in(value):
    """Yield every evidence inside a result, however deep."""
    if isinstance(value, dict):
        if "boxes" in value:
            yield value
        for part in value.values():
            yield from evidence_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence_in(part)


def letters_under(evidence, letters):
    """Count the letters whose middle lies in a box of the evidence."""
    return Counter(
        plain
        for letter in letters
        if any(_holds(box, letter) for box in evidence["boxes"])
        for plain in _plain(letter.letter)
    )


def letters_of(evidence, page_text):
    """Count the letters of the words that the evidence touches: none is cut."""
    start, end = evidence["start"], evidence["end"]
    while start and not page_text[start - 1].isspace():
        start -= 1
    while end < len(page_text) and not page_text[end].isspace():
        end += 1
    return Counter(_plain(page_text[start:end]))


def _plain(text):
    marked = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    return [c for c in marked if not unicodedata.combining(c) and c not in _SIGNS]


def _holds(box, letter):
    x0, y0, x1, y1 = box
    return x0 - _EDGE <= letter.x <= x1 + _EDGE and y0 - _EDGE <= letter.y <= y1 + _EDGE
