"""Where letterheads leave room for the pen: the number, the day and the month."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danchieu.domain.page import Box
from danchieu.pages.ocr import OcrWord, worst_confidence
from danchieu.pages.pen_type import find_type_size, print_width

_S = "[sS][oôốồổỗộóòỏõọáa6]"
_NUMBER = re.compile(
    rf"(?<!\w)(?P<before>{_S}\s{{0,2}}[:;.]?)(?P<gap>[^\n]{{0,28}}?)"
    r"(?P<after>/\s?(?:[12]\d{3}\s?/\s?)?[A-ZĐ]|"
    r"-\s?[A-ZĐ][A-ZĐa-z]{1,3}\s?/\s?[A-ZĐ]|"
    r"(?<![A-ZĐ])[A-ZĐ][A-ZĐa-z]{1,5}-[A-ZĐ&]{2,12})"
)
_DAY = re.compile(
    r"(?<!\w)(?P<before>[nN]g[àáaả]y)(?P<gap>[^\n]{0,14}?)(?P<after>th[áàaả]ng)"
)
_MONTH = re.compile(
    r"(?P<before>th[áàaả]ng)(?P<gap>[^\n]{0,12}?)(?P<after>n[ăaâáàă]m)(?=\s?[12])"
)
_MONTH_CUT = re.compile(
    r"(?P<before>th[áàaả]ng)(?P<gap>\S{1,3}?)(?P<after>[hn]?[ăaâ]m)(?=\s?[12])"
)
_PLACE = re.compile(r"^[^\n]{0,60}?[A-ZĐ][^\n,.]{1,30}[,.]\s?$")
_LABELS = {"number": "Số:", "day": "ngày", "month": "tháng"}
_NUMBER_ABOVE, _NUMBER_LEFT, _DATE_RIGHT = 0.42, 0.6, 0.4
"""Shares of the page's height and width where these stand."""
_SAME_ROW = 0.45
_NARROWEST = 0.35
_WIDEST = {"number": 8.0, "day": 3.6, "month": 3.2}
_USUAL_SIZE = 37.0
_NEAR_ROWS = 8.0
_COLUMN_GAP = 1.5
_ABOVE, _BELOW = 1.34, 0.76


@dataclass(frozen=True, slots=True)
class Row:
    """Words of one line from the left; ``starts`` is where each begins in ``text``."""

    words: tuple[OcrWord, ...]
    text: str
    starts: tuple[int, ...]
    size: float

    def word_at(self, offset: int) -> int:
        """Return which word holds the letter at ``offset``."""
        return max(i for i, start in enumerate(self.starts) if start <= offset)


@dataclass(frozen=True, slots=True)
class PenGap:
    """A place for the pen, between print: ``row.text[start:end]`` as the OCR read it.

    ``box`` reaches from the print on the left to that on the right, about two type
    sizes high; ``baseline`` is that of the print. ``confidence`` is the OCR's in its
    worst word that touches the gap, 0 where it read nothing.
    """

    kind: str
    box: Box
    baseline: float
    row: Row
    start: int
    end: int
    confidence: float

    @property
    def printed(self) -> str:
        """What the OCR read in the gap."""
        return self.row.text[self.start : self.end].strip()


def find_pen_gaps(
    words: Sequence[OcrWord], page_size: tuple[float, float]
) -> list[PenGap]:
    """Return the gaps of the head: its first number line, and places with a date."""
    width, height = page_size
    numbers: list[PenGap] = []
    dates: list[PenGap] = []
    for row in _rows(words):
        if row.words[0].baseline < _NUMBER_ABOVE * height:
            numbers += _gaps(row, "number", _NUMBER)
        dates += _date_gaps(row)
    numbers = [gap for gap in numbers if _stands_well(gap, width)]
    first = sorted(numbers, key=lambda gap: gap.baseline)[:1]
    return first + [gap for gap in dates if _stands_well(gap, width)]


def _stands_well(gap: PenGap, page_width: float) -> bool:
    left = gap.box[0] / page_width
    return left < _NUMBER_LEFT if gap.kind == "number" else left > _DATE_RIGHT


def _date_gaps(row: Row) -> list[PenGap]:
    day = _DAY.search(row.text)
    if day is None or not _PLACE.match(row.text[: day.start()]):
        return []
    months = _gaps(row, "month", _MONTH) or _gaps(row, "month", _MONTH_CUT)
    return _gaps(row, "day", _DAY) + months


def _rows(words: Sequence[OcrWord]) -> Iterator[Row]:
    """Yield the rows that hold a label, whole across the columns of a letterhead."""
    labels = re.compile(f"{_S}|[nN]g[àáaả]y")
    seen: set[OcrWord] = set()
    for word in words:
        if word in seen or not labels.match(word.text):
            continue
        near = [w for w in words if _beside(w, word)]
        size = _size(words, near, word.baseline)
        row = [w for w in near if abs(w.baseline - word.baseline) < _SAME_ROW * size]
        seen.update(row)
        yield _row(row, size)


def _beside(word: OcrWord, label: OcrWord) -> bool:
    return abs(word.baseline - label.baseline) < _SAME_ROW * _USUAL_SIZE


def _size(words: Sequence[OcrWord], near: Sequence[OcrWord], baseline: float) -> float:
    reach = _NEAR_ROWS * _USUAL_SIZE
    around = (w for w in words if abs(w.baseline - baseline) < reach)
    return find_type_size(near) or find_type_size(around) or _USUAL_SIZE


def _row(words: Sequence[OcrWord], size: float) -> Row:
    ordered = tuple(sorted(words, key=lambda w: w.box[0]))
    starts, at = [], 0
    for word in ordered:
        starts.append(at)
        at += len(word.text) + 1
    return Row(ordered, " ".join(w.text for w in ordered), tuple(starts), size)


def _gaps(row: Row, kind: str, pattern: re.Pattern[str]) -> list[PenGap]:
    match = pattern.search(row.text)
    if match is None:
        return []
    left_word = row.word_at(match.start("before"))
    right_word = row.word_at(match.start("after"))
    if kind == "number" and not _heads_column(row, left_word, match["before"]):
        return []
    left = _end_of_label(row, left_word, match.start("before"), _LABELS[kind])
    right = _start_of_print(row, right_word, match.start("after"))
    if not _NARROWEST <= (right - left) / row.size <= _WIDEST[kind]:
        return []
    start, end = match.span("gap")
    touched = [w for w, at in _placed(row) if at < end and start < at + len(w.text)]
    baseline = _baseline(row.words[left_word : right_word + 1])
    top, bottom = baseline - _ABOVE * row.size, baseline + _BELOW * row.size
    return [
        PenGap(
            kind,
            (left, top, right, bottom),
            baseline,
            row,
            start,
            end,
            worst_confidence(touched),
        )
    ]


def _placed(row: Row) -> Iterator[tuple[OcrWord, int]]:
    return zip(row.words, row.starts, strict=True)


def _heads_column(row: Row, at: int, label: str) -> bool:
    """Say whether the label begins a line and looks it: "Số", or with a colon."""
    if not (label[0] == "S" or label[-1] in ":;."):
        return False
    if at == 0:
        return True
    return row.words[at].box[0] - row.words[at - 1].box[2] > _COLUMN_GAP * row.size


def _end_of_label(row: Row, at: int, offset: int, label: str) -> float:
    """Return where the label ends; a box that is too wide holds ink as well."""
    word = row.words[at]
    skipped = print_width(word.text[: offset - row.starts[at]]) * row.size
    end = word.box[0] + skipped + print_width(label) * row.size
    alone = word.text == row.text[offset : offset + len(word.text)]
    return min(end, word.box[2]) if alone and len(word.text) >= len(label) else end


def _start_of_print(row: Row, at: int, offset: int) -> float:
    """Return where the print after the gap begins, measured from the word's end."""
    word = row.words[at]
    inside = offset - row.starts[at]
    if inside == 0 and not _is_too_wide(word, row.size):
        return word.box[0]
    return word.box[2] - print_width(word.text[inside:]) * row.size


def _is_too_wide(word: OcrWord, size: float) -> bool:
    return word.box[2] - word.box[0] > (print_width(word.text) + _NARROWEST) * size


def _baseline(words: Sequence[OcrWord]) -> float:
    """Return the baseline of the surest word: pen digits pull it up and down."""
    return max(words, key=lambda w: w.confidence).baseline
