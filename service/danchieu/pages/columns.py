"""Where two texts stand side by side: the letterhead, the signature block."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from danchieu.pages.rows import Row

_MIN_GAP = 0.8
"""Narrower gaps, in type sizes, are spaces of a justified line."""
_CLEAR_GAP = 1.2
_LONE_GAP = 2.5
_GAP_CAP = 4.0
_ENOUGH = 3.0
_PAIR = 2.0
_GUTTER = 2.0
_NEAR = 2.0
_OVERLAP = 0.9
_MIDDLE = (0.2, 0.8)
_LABEL = 5

_BLOCKED, _LEFT, _RIGHT, _BOTH = range(4)


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows ``first`` to ``last`` (not included) stand left and right of ``x``."""

    first: int
    last: int
    x: float
    score: float


@dataclass(frozen=True, slots=True)
class _Seen:
    """How one row looks from a gutter: which sides have words, how wide the gap is."""

    sides: int
    gap: float


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """Return the clearest pair of columns among the rows, None when there is none.

    A gutter must be free over all its rows. One row is enough only with a very wide
    gap; list marks ("1.", "a)") and labels before a colon are no left column.
    """
    found = [c for x in _gutters(rows) for c in _columns_at(rows, x)]
    return max(found, key=lambda c: (c.score, c.last - c.first), default=None)


def _gutters(rows: Sequence[Row]) -> list[float]:
    if not rows:
        return []
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    low, high = (left + share * (right - left) for share in _MIDDLE)
    middles = {
        round((a[1] + b[0]) / 2)
        for row in rows
        for a, b in pairwise(row.segments)
        if b[0] - a[1] >= _MIN_GAP * row.size
    }
    middles |= {round(row.segments[0][0] - _GUTTER) for row in rows}
    return sorted(x for x in middles if low <= x <= high)


def _columns_at(rows: Sequence[Row], x: float) -> list[Columns]:
    seen = [_look(row, x) for row in rows]
    found = []
    start = 0
    for end in range(len(rows) + 1):
        if end == len(rows) or seen[end].sides == _BLOCKED:
            columns = _columns_within(rows, seen, (start, end), x)
            if columns:
                found.append(columns)
            start = end + 1
    return found


def _look(row: Row, x: float) -> _Seen:
    before, after = None, None
    for a, b in row.segments:
        if b <= x:
            before = b
        elif a >= x:
            after = a
            break
        else:
            return _Seen(_BLOCKED, 0.0)
    if before is None or after is None:
        return _Seen(_RIGHT if before is None else _LEFT, 0.0)
    gap = (after - before) / max(row.size, 1.0)
    return _Seen(_BOTH if gap >= _MIN_GAP else _BLOCKED, gap)


def _columns_within(
    rows: Sequence[Row], seen: Sequence[_Seen], run: tuple[int, int], x: float
) -> Columns | None:
    witnesses, score, widest = _witnesses(rows, seen, run)
    if not witnesses:
        return None
    lone = len(witnesses) == 1
    if widest < (_LONE_GAP if lone else _CLEAR_GAP) or (not lone and score < _ENOUGH):
        return None
    first = _extend(rows, seen, min(witnesses), run[0] - 1, -1)
    last = _extend(rows, seen, max(witnesses), run[1], 1) + 1
    if _only_labels(rows[first:last], x):
        return None
    return Columns(first, last, x, score)


def _witnesses(
    rows: Sequence[Row], seen: Sequence[_Seen], run: tuple[int, int]
) -> tuple[list[int], float, float]:
    """Return the rows that show both sides, their score and the widest gap."""
    found: list[int] = []
    score = widest = 0.0
    for i in range(*run):
        if seen[i].sides == _BOTH:
            found.append(i)
            score += min(seen[i].gap, _GAP_CAP)
            widest = max(widest, seen[i].gap)
        elif i > run[0] and _side_by_side(rows, seen, i):
            found += [i - 1, i]
            score += _PAIR
            widest = max(widest, _CLEAR_GAP)
    return found, score, widest


def _side_by_side(rows: Sequence[Row], seen: Sequence[_Seen], i: int) -> bool:
    if {seen[i - 1].sides, seen[i].sides} != {_LEFT, _RIGHT}:
        return False
    distance = rows[i].baseline - rows[i - 1].baseline
    return distance < _OVERLAP * max(rows[i].size, rows[i - 1].size)


def _extend(
    rows: Sequence[Row], seen: Sequence[_Seen], start: int, stop: int, step: int
) -> int:
    """Return the furthest row that still goes on with one of the two columns."""
    at = start
    while at + step != stop:
        here, there = rows[at], rows[at + step]
        far = abs(there.baseline - here.baseline) > _NEAR * max(here.size, there.size)
        if far or seen[at + step].sides == _BLOCKED:
            break
        at += step
    return at


def _only_labels(rows: Sequence[Row], x: float) -> bool:
    lefts = [
        [w.text for w in row.words if w.box[2] <= x] for row in rows if row.left < x
    ]
    rights = [row for row in rows if row.right > x]
    if not lefts or not rights:
        return True
    if all(len("".join(texts)) <= _LABEL for texts in lefts):
        return True
    colons = sum(texts[-1].endswith(":") for texts in lefts if texts)
    return len(lefts) > 1 and colons * 2 >= len(lefts)
