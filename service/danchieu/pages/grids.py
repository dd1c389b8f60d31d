"""Ruled lines to tables: the same grid finder for digital pages and for scans."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.domain.page import Box
from danchieu.pages.printed import PrintedTable, Rule, TableCell, around

_SNAP = 6.0
_TOUCH = 5.0
_MIN_WALL = 0.6
_MOSTLY = 0.7
_HALF = 0.5
_NARROWEST = 72.0
"""Two columns of words are wider."""
_DOUBLE = 12.0
"""A line so near the outer one makes a double line with it, no column."""
_FEW = 1 / 3
"""Of the crossing lines: where fewer run through, the others are dirt of shaded cells;
where fewer end together, they are strokes that reach over the table."""
_OPEN = 8.0
_MAX_RULES = 4_000
_MIN_SIDE = 2


@dataclass(frozen=True, slots=True)
class _Grid:
    """The lines of one table: where they may run, and which stretches are drawn."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Box, ...]
    upright: tuple[Box, ...]


def find_tables(rules: Sequence[Rule]) -> list[PrintedTable]:
    """Return the tables that the rules draw, with at least two rows and two columns.

    Frames, underlines and the rules under the Quốc hiệu are no tables.
    """
    if not _MIN_SIDE * 2 <= len(rules) <= _MAX_RULES:
        return []
    grids = [_grid(group) for group in _touching(rules)]
    tables = [_table(grid) for grid in grids if grid is not None]
    return [t for t in tables if t is not None]


def find_broken_tables(rules: Sequence[Rule]) -> list[PrintedTable]:
    """Return the tables of a scan, whose lines have gaps.

    A line that is there for most of the table's width or height is taken as whole.
    Strokes of signatures and seals that cross are no table: few of them run through.
    """
    if len(rules) > _MAX_RULES:
        return []
    mended = [rule for group in _touching(rules) for rule in _mended(group)]
    return find_tables(mended)


def _mended(rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules with those made whole that run through; none of mere strokes."""
    grid = _grid(rules)
    if grid is None:
        return list(rules)
    x0, y0, x1, y1 = grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]
    level = [Rule((x0, y, x1, y)) for y in _through(grid, 1, _MOSTLY)]
    upright = [Rule((x, y0, x, y1)) for x in _through(grid, 0, _MOSTLY)]
    inner = [x for x in _through(grid, 0, _HALF) if x0 + _DOUBLE < x < x1 - _DOUBLE]
    if len(level) <= _MIN_SIDE or not inner or x1 - x0 < _NARROWEST:
        return []
    dirty = len(upright) < _FEW * len(grid.xs)
    return [*level, *upright] if dirty else [*rules, *level, *upright]


def _through(grid: _Grid, axis: int, share: float) -> list[float]:
    """Return where lines are drawn over ``share`` of the grid: 0 upright, 1 level."""
    places, boxes, along = (
        (grid.xs, grid.upright, grid.ys),
        (grid.ys, grid.level, grid.xs),
    )[axis]
    whole = (along[0], along[-1])
    return [p for p in places if _covered(_drawn(boxes, p, axis), whole, share)]


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Group the rules that cross or meet, directly or through others."""
    groups: list[tuple[Box, list[Rule]]] = []
    for rule in sorted(rules, key=lambda r: r.box[1]):
        box, members = rule.box, [rule]
        apart = []
        for other, others in groups:
            if _meet(box, other) and any(_meet(rule.box, o.box) for o in others):
                box, members = around((box, other)), others + members
            else:
                apart.append((other, others))
        groups = [*apart, (box, members)]
    return [members for _, members in groups]


def _meet(a: Box, b: Box) -> bool:
    return (
        a[0] - _TOUCH <= b[2]
        and b[0] - _TOUCH <= a[2]
        and a[1] - _TOUCH <= b[3]
        and b[1] - _TOUCH <= a[3]
    )


def _grid(rules: Sequence[Rule]) -> _Grid | None:
    level = tuple(r.box for r in rules if r.is_level)
    upright = tuple(r.box for r in rules if not r.is_level)
    xs, ys = _snap(upright, 0), _snap(level, 1)
    if len(xs) > 1 and len(ys) > 1:
        ys = _closed(ys, [b[1] for b in upright], [b[3] for b in upright])
        xs = _closed(xs, [b[0] for b in level], [b[2] for b in level])
    if len(xs) <= _MIN_SIDE or len(ys) <= _MIN_SIDE:
        return None
    return _Grid(xs, ys, level, upright)


def _closed(
    places: tuple[float, ...], starts: Sequence[float], ends: Sequence[float]
) -> tuple[float, ...]:
    """Add an outer line that is not drawn, where many crossing lines end together."""
    low, high = min(starts), max(ends)
    enough = max(_MIN_SIDE, _FEW * len(starts))
    at_low = sum(start - low <= _SNAP for start in starts)
    at_high = sum(high - end <= _SNAP for end in ends)
    before = (low,) if places[0] - low > _OPEN and at_low >= enough else ()
    after = (high,) if high - places[-1] > _OPEN and at_high >= enough else ()
    return (*before, *places, *after)


def _snap(boxes: Sequence[Box], axis: int) -> tuple[float, ...]:
    """Return the places of the lines on an axis; what lies close joins the longest."""
    along = 1 - axis
    places: list[float] = []
    for box in sorted(boxes, key=lambda b: b[along] - b[along + 2]):
        place = (box[axis] + box[axis + 2]) / 2
        at = bisect(places, place)
        near = places[max(0, at - 1) : at + 1]
        if all(abs(place - other) > _SNAP for other in near):
            places.insert(at, place)
    return tuple(places)


def _table(grid: _Grid) -> PrintedTable | None:
    """Merge the squares of the grid that no wall parts, and lay the cells out."""
    owner = _owners(grid)
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    starts = sorted(set(owner.values()))
    used_rows = [j for j in range(rows) if any(s[0] == j for s in starts)]
    used_columns = [i for i in range(columns) if any(s[1] == i for s in starts)]
    if len(used_rows) < _MIN_SIDE or len(used_columns) < _MIN_SIDE:
        return None
    squares: dict[tuple[int, int], list[Box]] = {}
    for (j, i), start in owner.items():
        box = (grid.xs[i], grid.ys[j], grid.xs[i + 1], grid.ys[j + 1])
        squares.setdefault(start, []).append(box)
    laid = tuple(
        tuple(_cell(grid, squares, j, i) for i in used_columns) for j in used_rows
    )
    return PrintedTable((grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]), laid)


def _cell(
    grid: _Grid, squares: dict[tuple[int, int], list[Box]], j: int, i: int
) -> TableCell:
    if (j, i) in squares:
        return TableCell(around(squares[j, i]))
    return TableCell((grid.xs[i], grid.ys[j], grid.xs[i], grid.ys[j]))


def _owners(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each square (row, column) the first square of its cell."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for j in range(len(grid.ys) - 1):
        for i in range(len(grid.xs) - 1):
            owner[j, i] = (j, i)
            if i and not _wall_left(grid, j, i):
                owner[j, i] = owner[j, i - 1]
            if j and not _wall_above(grid, j, i):
                _join(owner, (j, i), (j - 1, i))
    return owner


def _join(
    owner: dict[tuple[int, int], tuple[int, int]],
    square: tuple[int, int],
    other: tuple[int, int],
) -> None:
    keep, drop = sorted((owner[square], owner[other]))
    if keep == drop:
        return
    for place, start in owner.items():
        if start == drop:
            owner[place] = keep


def _wall_left(grid: _Grid, j: int, i: int) -> bool:
    span = (grid.ys[j], grid.ys[j + 1])
    return _covered(_drawn(grid.upright, grid.xs[i], 0), span, _MIN_WALL)


def _wall_above(grid: _Grid, j: int, i: int) -> bool:
    span = (grid.xs[i], grid.xs[i + 1])
    return _covered(_drawn(grid.level, grid.ys[j], 1), span, _MIN_WALL)


def _drawn(boxes: Sequence[Box], place: float, axis: int) -> list[tuple[float, float]]:
    """Return the stretches drawn at ``place`` on an axis: 0 for x, 1 for y."""
    along = 1 - axis
    return [
        (box[along], box[along + 2])
        for box in boxes
        if abs((box[axis] + box[axis + 2]) / 2 - place) <= _SNAP
    ]


def _covered(
    drawn: Sequence[tuple[float, float]], span: tuple[float, float], share: float
) -> bool:
    low, high = span
    covered, reached = 0.0, low
    for start, stop in sorted(drawn):
        begin, end = max(start, reached), min(stop, high)
        if end > begin:
            covered += end - begin
            reached = end
    return covered >= share * (high - low)
