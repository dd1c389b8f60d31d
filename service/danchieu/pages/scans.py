"""A picture of a page to a page: clean, level, read, laid out, led back."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from danchieu.domain.page import Box, Page
from danchieu.pages.cleaning import clean, red_ink
from danchieu.pages.comparison_signs import mend_signs
from danchieu.pages.crossed_names import Inks, read_crossed_names
from danchieu.pages.garbled_lines import read_garbled
from danchieu.pages.grids import find_broken_tables
from danchieu.pages.layout import lay_out
from danchieu.pages.levelling import Lie, find_lie, rotate, turn
from danchieu.pages.ocr import OCR_DPI, Ocr, OcrWord
from danchieu.pages.pen_fields import read_pen_fields
from danchieu.pages.pen_reader import PenReader
from danchieu.pages.pen_strokes import without_strokes
from danchieu.pages.plausibility import can_be_vietnamese, judge
from danchieu.pages.printed import PrintedTable, PrintedWord, Rule
from danchieu.pages.roman_numbers import mend_roman_numbers
from danchieu.pages.scan_rules import find_scan_rules
from danchieu.pages.scan_words import read_stamped, read_words
from danchieu.pages.second_reading import read_doubtful

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_POINTS = 72 / OCR_DPI
_SURE = 0.6
_LONG_WORD = 3
_SHORT_WORD = 4
_DOUBTFUL_SIGN = 0.4
_HOPELESS = 0.2
_DASHES = set("-–—+")
_RULE_SIGNS = set("|[]¦")
"""What the rest of a ruled line is read as."""
_TYPE_OF_ROW = 0.95


@dataclass(frozen=True, slots=True)
class ScanRead:
    """The page as read, and by how many degrees it had to be turned clockwise."""

    page: Page
    turned: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """One attempt: the picture made level, the words in its pixels, how it lay."""

    level: "Picture"
    words: tuple[OcrWord, ...]
    tables: tuple[PrintedTable, ...]
    lie: Lie

    @property
    def worth(self) -> float:
        text = " ".join(w.text for w in self.words if w.confidence > _SURE)
        return judge(text).worth

    @property
    def doubts(self) -> tuple[int, ...]:
        """By how many quarters the page might have to be turned further."""
        long = [w.box for w in self.words if len(w.text) >= _LONG_WORD]
        if sum(y1 - y0 > x1 - x0 for x0, y0, x1, y1 in long) * 2 > len(long):
            return (1, 3)
        sure = [w.confidence > _SURE for w in self.words if _is_print(w)]
        if sure and sum(sure) >= _SURE * len(sure):
            return ()
        return (2, 3) if self.lie.quarters else (2,)


def read_scan(
    blank: Page, picture: "Picture", ocr: Ocr, pen: PenReader | None = None
) -> ScanRead:
    """Read a picture of ``OCR_DPI`` into ``blank``; its text stays empty for noise.

    Pages on their side are turned by the run of their lines; pages on their head are
    found out by a reading that is not sure of itself, and read once more. With
    ``pen`` numbers and days written by hand are read as well.
    """
    grey, stamped = clean(picture), red_ink(picture)
    if _is_blank(grey):
        return ScanRead(replace(blank, origin="ocr"))
    lie = find_lie(grey)
    reading = _read_turned(grey, lie, ocr)
    for turns in reading.doubts:
        other = replace(lie, quarters=(lie.quarters + turns) % 4)
        again = _read_turned(grey, other, ocr)
        reading = max(reading, again, key=lambda r: r.worth)
    if judge(" ".join(w.text for w in reading.words if _is_print(w))).words == 0:
        return ScanRead(replace(blank, origin="ocr"))
    words = _read_closely(reading, stamped, ocr, pen)
    page = lay_out(
        replace(blank, origin="ocr"),
        [_printed(word) for word in words],
        reading.tables,
        lambda box: _in_points(reading.lie.back(_in_pixels(box))),
    )
    return ScanRead(page, reading.lie.quarters * 90)


def _read_closely(
    reading: _Reading, stamped: "Picture | None", ocr: Ocr, pen: PenReader | None
) -> list[OcrWord]:
    """Read again what is doubtful, by pen, stamped in red or under other ink."""
    words = read_garbled(reading.level, reading.words, ocr)
    words = read_doubtful(reading.level, words, ocr)
    words = mend_signs(reading.level, words)
    words = mend_roman_numbers(reading.level, words)
    if pen is not None:
        words = read_pen_fields(reading.level, words, pen, ocr)
    words = [word for word in words if _is_print(word)]
    words = without_strokes(words, reading.level.shape[0])
    red = None if stamped is None else _levelled(stamped, reading.lie)
    if red is not None:
        words += read_stamped(red, words, ocr)
    return read_crossed_names(Inks(reading.level, red), words, ocr)


def _levelled(picture: "Picture", lie: Lie) -> "Picture":
    return rotate(turn(picture, lie.quarters), lie.angle)


def _is_blank(grey: "Picture") -> bool:
    return bool(grey.min() > _PAPER)


_PAPER = 200


def _read_turned(grey: "Picture", lie: Lie, ocr: Ocr) -> _Reading:
    level = _levelled(grey, lie)
    tables = find_broken_tables(
        [Rule(_in_points(rule.box)) for rule in find_scan_rules(level, OCR_DPI)]
    )
    words = read_words(level, [_cells(table) for table in tables], ocr)
    return _Reading(level, tuple(words), tuple(tables), lie)


def _cells(table: PrintedTable) -> list[Box]:
    return [_in_pixels(c.box) for row in table.rows for c in row if c.box[0] < c.box[2]]


def _printed(word: OcrWord) -> PrintedWord:
    return PrintedWord(
        word.text,
        _in_points(word.box),
        word.baseline * _POINTS,
        word.size * _POINTS * _TYPE_OF_ROW,
        word.confidence,
    )


def _is_print(word: OcrWord) -> bool:
    """Leave out dirt: doubtful signs, and short hopeless words that cannot be words.

    Long ones stay whatever the doubt: a pen-filled "Số: …/KH-SYT" is among them.
    """
    if not any(letter.isalnum() for letter in word.text):
        doubt = _HOPELESS if set(word.text) <= _DASHES else _DOUBTFUL_SIGN
        return word.confidence >= doubt and not set(word.text) <= _RULE_SIGNS
    has_digit = any(letter.isdigit() for letter in word.text)
    if has_digit or len(word.text) > _SHORT_WORD or can_be_vietnamese(word.text):
        return True
    return word.confidence >= _HOPELESS


def _in_points(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (x0 * _POINTS, y0 * _POINTS, x1 * _POINTS, y1 * _POINTS)


def _in_pixels(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return (x0 / _POINTS, y0 / _POINTS, x1 / _POINTS, y1 / _POINTS)
