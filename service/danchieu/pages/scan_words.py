"""The words of a level scan: the page at once, tables cell by cell, gaps once more."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from danchieu.domain.page import Box
from danchieu.pages.cut_words import read_padded
from danchieu.pages.list_marks import (
    find_marks,
    read_dash,
    read_mark,
    without_broken_marks,
)
from danchieu.pages.lone_figures import read_lone_figure
from danchieu.pages.ocr import OCR_DPI, Ocr, OcrWord
from danchieu.pages.printed import around, overlap
from danchieu.pages.scan_rules import shape_boxes

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_INSIDE = 6
"""Pixels between a cell's rule and its text."""
_PADDING = 12
_DARK = 140
_LEAST_INK = 12
_LEAST_SHARE = 0.12
_LINES_APART = 100_000
_WORD_BRIDGE = 25
_TYPE = (14, 60)
_NARROWEST = 45
_MOST_GAPS = 10
_CLOSE = 3
_LEADER = 3
_MARKS = frozenset(".:,;'\"`´^ˆ~°|!¡¿·‘’“”")
_SURE = 0.6


def read_words(
    level: "Picture", tables: Sequence[Sequence[Box]], ocr: Ocr
) -> list[OcrWord]:
    """Return all words; ``tables`` are lists of cell boxes in pixels.

    A page reader loses text between rules, so tables are read cell by cell, and what
    looks like a line of print but gave no word is read once more by itself.
    """
    rest = level.copy() if tables else level
    for cells in tables:
        x0, y0, x1, y1 = (int(edge) for edge in around(cells))
        rest[
            max(0, y0 - _INSIDE) : y1 + _INSIDE, max(0, x0 - _INSIDE) : x1 + _INSIDE
        ] = 255
    words = without_broken_marks(ocr.read(rest, OCR_DPI))
    words += _read_overlooked(rest, words, ocr)
    shrunk = [_shrunk(cell) for table in tables for cell in table]
    for at, box in enumerate(shrunk, start=1):
        words += _read_cell(level, box, at * _LINES_APART, ocr)
    return [word for word in words if not _is_speck(word.text)]


def read_stamped(
    stamped: "Picture", words: Sequence[OcrWord], ocr: Ocr
) -> list[OcrWord]:
    """Return lines stamped in red, as names of signers are, that no word covers.

    Lines in capitals are left out: they are the middle of a seal.
    """
    ink = _unread_ink(stamped, words)
    found: list[OcrWord] = []
    for at, box in enumerate(_unread_lines(ink, words), start=1):
        line = read_cut(stamped, box, -(at + _MOST_GAPS) * _LINES_APART, ocr)
        sure = len(line) > 1 and all(word.confidence >= _SURE for word in line)
        if sure and not all(word.text.isupper() for word in line):
            found += line
    return found


def _read_cell(level: "Picture", cell: Box, line: int, ocr: Ocr) -> list[OcrWord]:
    first = read_cut(level, cell, 0, ocr)
    read = read_lone_figure(level, cell, first, ocr)
    return [replace(word, line=word.line + line) for word in read]


def _is_speck(text: str) -> bool:
    """See one or two marks alone: print sets them at a word, so they are dirt."""
    return len(text) < _LEADER and not set(text) - _MARKS


def _read_overlooked(
    picture: "Picture", words: Sequence[OcrWord], ocr: Ocr
) -> list[OcrWord]:
    """Read again what stands apart: whole lines, and list marks before lines."""
    ink = _unread_ink(picture, words)
    found: list[OcrWord] = []
    for at, box in enumerate(_unread_lines(ink, words), start=1):
        again = read_cut(picture, box, -at * _LINES_APART, ocr)
        found += [w for w in again if w.confidence >= _SURE]
    for mark in find_marks(shape_boxes(ink), [*words, *found]):
        read = read_dash(mark) or read_mark(
            mark, read_cut(picture, _widened(mark.box), 0, ocr)
        )
        if read is not None:
            found.append(read)
    return found


def read_cut(level: "Picture", box: Box, line: int, ocr: Ocr) -> list[OcrWord]:
    """Return the words of one cut-out by itself, where they stand on the picture."""
    x0, y0, x1, y1 = (max(0, int(edge)) for edge in box)
    cut = level[y0:y1, x0:x1]
    if cut.size == 0 or (cut < _DARK).sum() < _LEAST_INK:
        return []
    read = read_padded(cut, (x0, y0), ocr, padding=_PADDING)
    return [replace(word, line=word.line + line) for word in read]


def _shrunk(cell: Box) -> Box:
    x0, y0, x1, y1 = cell
    return (x0 + _INSIDE, y0 + _INSIDE, x1 - _INSIDE, y1 - _INSIDE)


def _unread_ink(picture: "Picture", words: Sequence[OcrWord]) -> "Picture":
    """Return the ink, bright on black, that no word covers."""
    import cv2

    ink = cv2.threshold(picture, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    for word in words:
        x0, y0, x1, y1 = (int(edge) for edge in _widened(word.box, _CLOSE))
        ink[max(0, y0) : y1, max(0, x0) : x1] = 0
    return cast("Picture", ink)


def _unread_lines(ink: "Picture", words: Sequence[OcrWord]) -> list[Box]:
    """Return where unread ink has the height of print, apart from all words."""
    import cv2
    import numpy as np

    kernel = np.ones((_CLOSE, _WORD_BRIDGE), np.uint8)
    bridged = cast("Picture", cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel))
    wider = [
        _widened(box) for box in shape_boxes(bridged) if _is_line_of_print(box, ink)
    ]
    whole = [b for b in wider if not any(overlap(b, w.box) for w in words)]
    return sorted(whole, key=lambda box: box[0] - box[2])[:_MOST_GAPS]


def _widened(box: Box, by: float = _CLOSE * 2) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _is_line_of_print(box: Box, ink: "Picture") -> bool:
    x0, y0, x1, y1 = (int(edge) for edge in box)
    if not _TYPE[0] <= y1 - y0 <= _TYPE[1] or x1 - x0 < _NARROWEST:
        return False
    return bool((ink[y0:y1, x0:x1] > 0).mean() > _LEAST_SHARE)
