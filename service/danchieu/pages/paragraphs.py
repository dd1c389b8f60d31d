"""Rows to paragraphs: parted by space, by an indent, by a short last row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from danchieu.pages.rows import Row

_WIDER_PITCH = 1.22
_SOLID = 1.15
_TIGHT = 1.05
_EVEN = 1.06
_FLOW = 12
"""Fewer rows are a letterhead or a signature, not running text."""
_LOOSE_HEADING = 1.5
_INDENT = 1.3
_SHORT = 3.0
_CENTRED = 1.6
_SAME_CENTRE = 1.2
_SAME_LEFT = 0.5


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float
    pitch: float
    justified: bool


def split_paragraphs(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the paragraphs of one column, top to bottom.

    A centred heading of several rows stays one paragraph.
    """
    if not rows:
        return []
    column = _measure(rows)
    paragraphs = [[rows[0]]]
    for above, row in pairwise(rows):
        if _begins(above, row, column):
            paragraphs.append([row])
        else:
            paragraphs[-1].append(row)
    return paragraphs


def _measure(rows: Sequence[Row]) -> _Column:
    lefts = sorted(row.left for row in rows)
    steps = [b.baseline - a.baseline for a, b in pairwise(rows)]
    size = median(row.size for row in rows)
    close = [step for step in steps if step < 3 * size]
    pitch = _pitch(close, size) if close else size
    right = sorted(row.right for row in rows)[-1 - len(rows) // 10]
    full = sum(right - row.right < size for row in rows)
    return _Column(lefts[len(lefts) // 10], right, pitch, full * 2 >= len(rows))


def _pitch(steps: Sequence[float], size: float) -> float:
    """Return the step inside paragraphs, also where most of them are one row long.

    Only where steps inside and between paragraphs differ clearly.
    """
    usual, low = median(steps), sorted(steps)[len(steps) // 4]
    parted = len(steps) >= _FLOW and low >= size * _TIGHT
    clear = all(
        1 / _EVEN <= step / low <= _EVEN or step / low > _WIDER_PITCH for step in steps
    )
    return low if parted and clear else usual


def _begins(above: Row, row: Row, column: _Column) -> bool:
    step = row.baseline - above.baseline
    heading = _shares_centre(above, row, column)
    solid = max(column.pitch, _SOLID * max(above.size, row.size))
    if step > (_LOOSE_HEADING if heading else _WIDER_PITCH) * solid:
        return True
    if heading:
        return False
    if column.justified and column.right - above.right > _SHORT * above.size:
        return True
    return row.left - column.left > _INDENT * row.size


def _shares_centre(above: Row, row: Row, column: _Column) -> bool:
    apart = abs(row.right - above.right)
    if abs(row.left - above.left) < _SAME_LEFT * row.size < apart:
        return False
    centred = _is_centred(row, column)
    if column.justified and not centred:
        return False
    if centred and _is_centred(above, column):
        return True
    off = abs((row.left + row.right) - (above.left + above.right)) / 2
    margin = _INDENT * row.size
    inside = row.left - above.left > margin and above.right - row.right > margin
    return inside and off < _SAME_CENTRE * row.size


def _is_centred(row: Row, column: _Column) -> bool:
    before, after = row.left - column.left, column.right - row.right
    return before > _INDENT * row.size and abs(before - after) < _CENTRED * row.size
