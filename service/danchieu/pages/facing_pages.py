"""Two pages side by side on one sheet, as an open book is scanned."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from danchieu.pages.printed import PrintedTable, PrintedWord, type_size
from danchieu.pages.rows import form_rows

_FEWEST_WORDS = 80
_SURE = 0.6
_WIDEST_PAGE = 55
_GUTTER = 4
"""Both in type sizes: one page of text is some 40 wide, its margins together 10."""
_MIDDLE = (0.4, 0.6)
_LONG_ROW, _LONG_ROWS = 0.6, 4


def find_gutter(
    words: Sequence[PrintedWord], tables: Iterable[PrintedTable]
) -> float | None:
    """Return where two pages of running text part, None unless that is certain.

    Nothing printed crosses the gutter, and on both sides rows run nearly all the way.
    """
    sure = [word for word in words if _is_sure(word)]
    if len(sure) < _FEWEST_WORDS:
        return None
    left, right = min(w.box[0] for w in sure), max(w.box[2] for w in sure)
    size = type_size(sure)
    if right - left < _WIDEST_PAGE * size:
        return None
    low, high = (left + share * (right - left) for share in _MIDDLE)
    wide = [
        (start + end) / 2 for start, end in _free(sure) if end - start > _GUTTER * size
    ]
    gutter = next((x for x in wide if low <= x <= high), None)
    if gutter is None or any(t.box[0] < gutter < t.box[2] for t in tables):
        return None
    before = [word for word in sure if word.box[0] < gutter]
    after = [word for word in sure if word.box[0] >= gutter]
    width = (right - left) / 2
    return gutter if _is_page(before, width) and _is_page(after, width) else None


def _is_sure(word: PrintedWord) -> bool:
    return word.confidence >= _SURE and any(letter.isalnum() for letter in word.text)


def _free(words: Iterable[PrintedWord]) -> list[tuple[float, float]]:
    """Return the stretches of the sheet's width where no word stands."""
    taken = sorted((word.box[0], word.box[2]) for word in words)
    reached = accumulate((x1 for _, x1 in taken), max)
    return [
        (end, start)
        for end, (start, _) in zip(reached, taken[1:], strict=False)
        if start > end
    ]


def _is_page(words: Sequence[PrintedWord], width: float) -> bool:
    rows = form_rows(words)
    return sum(row.right - row.left >= _LONG_ROW * width for row in rows) >= _LONG_ROWS
