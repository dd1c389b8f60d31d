"""What a pen wrote into the number and the date, put in the place of OCR's guess."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.ocr import Ocr, OcrWord, worst_confidence
from danchieu.pages.pen_gaps import PenGap, Row, find_pen_gaps
from danchieu.pages.pen_ink import (
    has_ink,
    looks_printed,
    looks_written,
    signs_behind,
)
from danchieu.pages.pen_reader import PenReader
from danchieu.pages.pen_rewriting import Change, rewrite
from danchieu.pages.scan_words import read_cut

if TYPE_CHECKING:
    from danchieu.learned import PenReading
    from danchieu.pages.ocr import Picture

LEAST_CONFIDENCE = {"number": 0.85, "day": 0.8, "month": 0.8}
"""Below this a reading is not given: too many of those were wrong on real scans."""
_AGREED_CONFIDENCE = {"day": 0.65, "month": 0.65}
"""Enough where every view by itself shows the same; numbers have no such check."""
_PRINT_SURE = 0.75
_READ_AGAIN = 0.5
_VIEWS = ((0.55, 0.55), (0.25, 0.3), (0.8, 0.75))
"""How far each view of a gap reaches into the print left and right, in type sizes."""
_LONGEST_MONTH, _MONTHS = 31, 12
_DAYS_OF = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_MONTH = re.compile(r"th[áàaả]ng\s?0?(\d{1,2})(?!\d)")
_TOP, _BOTTOM = 0.82, 0.1
_AROUND, _CLOSE = 4, 2
_SPAN_ENDS, _UNREAD = 0.1, 2
"""Where digits end behind their columns; so many signs after them are unread ones."""
_LIKE_SLASHES = "/|17lI'ƒ)"
_SYMBOL = re.compile(
    r"/(?:[12]\d{3}/)?[A-ZĐÐ][A-ZĐÐa-z&]{0,9}(?:-[A-ZĐÐ&a-z]{1,12}){0,3}-?"
)


def read_pen_fields(
    level: "Picture", words: Sequence[OcrWord], pen: PenReader, ocr: Ocr
) -> list[OcrWord]:
    """Return the words with what the pen wrote, where that is sure.

    Print that the OCR reads surely is never touched. Where pen ink cannot be read
    surely, the OCR's guess stays, so doubtful that nobody takes it for read. Print
    that the OCR took for one word with the ink is read once more by itself.
    """
    height, width = level.shape[:2]
    changes: dict[Row, list[Change]] = {}
    for gap in find_pen_gaps(words, (width, height)):
        change = _change(level, gap, pen)
        if change is not None:
            changes.setdefault(gap.row, []).append(change)
    kept = [w for w in words if not any(w in row.words for row in changes)]
    for row, found in changes.items():
        symbols = [c.gap.box[2] for c in found if c.word and c.gap.kind == "number"]
        for word in rewrite(row, found):
            behind = any(abs(word.box[0] - x) < _CLOSE for x in symbols)
            kept.append(_symbol(level, word, ocr) if behind else word)
    return kept


def _change(level: "Picture", gap: PenGap, pen: PenReader) -> Change | None:
    """Return what becomes of the gap, None where the OCR's words may stay."""
    if not has_ink(level, gap):
        return None
    sure = gap.confidence >= _PRINT_SURE and gap.printed.isdecimal()
    if sure and looks_printed(level, gap):
        return None
    word = _answer(level, gap, pen)
    if word is None and sure and not looks_written(level, gap):
        return None
    return Change(gap, word)


def _answer(level: "Picture", gap: PenGap, pen: PenReader) -> OcrWord | None:
    views = [_cut(level, gap, *view) for view in _VIEWS]
    reading = pen.read(views, _allowed(gap))
    if not reading.text or not _is_sure(reading, views, gap, pen):
        return None
    x0, _ = _reach(gap, *_VIEWS[0])
    end = x0 + reading.right * views[0].shape[1] + _SPAN_ENDS * gap.row.size
    unread = gap.kind == "number" and signs_behind(level, gap, end) >= _UNREAD
    return None if unread else _as_word(reading, gap)


def _is_sure(
    reading: "PenReading", views: Sequence["Picture"], gap: PenGap, pen: PenReader
) -> bool:
    """Say whether to give the reading: it is sure, or no view sees anything else."""
    if reading.confidence >= LEAST_CONFIDENCE[gap.kind]:
        return True
    if reading.confidence < _AGREED_CONFIDENCE.get(gap.kind, 1.0):
        return False
    alone = (pen.read([view], _allowed(gap)).text for view in views)
    return all(text == reading.text for text in alone)


def _allowed(gap: PenGap) -> frozenset[str] | None:
    """Return what may stand in the gap: days that the printed month has, months."""
    if gap.kind == "number":
        return None
    if gap.kind == "month":
        return _counted(_MONTHS)
    month = _MONTH.search(gap.row.text)
    longest = _DAYS_OF.get(int(month[1]) if month else 0, _LONGEST_MONTH)
    return _counted(longest)


@cache
def _counted(last: int) -> frozenset[str]:
    """Return the numbers from 1, those of one digit with and without a nought."""
    numbers = range(1, last + 1)
    return frozenset([*map(str, numbers), *(f"{n:02}" for n in numbers)])


def _cut(level: "Picture", gap: PenGap, left: float, right: float) -> "Picture":
    x0, x1 = _reach(gap, left, right)
    y0, y1 = gap.box[1], gap.box[3]
    return level[max(0, int(y0)) : int(y1), max(0, int(x0)) : int(x1)]


def _reach(gap: PenGap, left: float, right: float) -> tuple[float, float]:
    size = gap.row.size
    return gap.box[0] - left * size, gap.box[2] + right * size


def _as_word(reading: "PenReading", gap: PenGap) -> OcrWord:
    """Return the reading with the box of the gap, not higher than print may be."""
    size = gap.row.size
    x0, _, x1, _ = gap.box
    top, bottom = gap.baseline - _TOP * size, gap.baseline + _BOTTOM * size
    first = gap.row.words[gap.row.word_at(gap.start)]
    return replace(
        first,
        text=reading.text,
        box=(x0, top, x1, bottom),
        baseline=gap.baseline,
        confidence=round(reading.confidence, 3),
    )


def _symbol(level: "Picture", word: OcrWord, ocr: Ocr) -> OcrWord:
    """Return the symbol behind the number, read by itself where it was doubtful.

    Forms print a slash there (the Party a dash); one that the ink swallowed is set.
    """
    if word.text[0].isalpha():
        word = replace(word, text=f"/{word.text}")
    if word.confidence >= _PRINT_SURE or word.text[0] != "/":
        return word
    again = sorted(read_cut(level, _line_box(word), word.line, ocr), key=_left)
    text = "/" + "".join(w.text for w in again).lstrip(_LIKE_SLASHES)
    sure = worst_confidence(again)
    better = sure > _READ_AGAIN and _SYMBOL.fullmatch(text)
    if text == word.text or (better and not _SYMBOL.fullmatch(word.text)):
        surer = round(max(sure, word.confidence), 3)
        return replace(word, text=text, confidence=surer)
    return word


def _line_box(word: OcrWord) -> Box:
    x0, _, x1, _ = word.box
    top, bottom = word.line_edges
    return (x0 - _CLOSE, top, x1 + _AROUND, bottom)


def _left(word: OcrWord) -> float:
    return word.box[0]
