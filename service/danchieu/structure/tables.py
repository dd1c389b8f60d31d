"""Tables: runs of rows ``| cell | cell |``, joined where a page parts them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from danchieu.domain.outline import Cell, Region, Table
from danchieu.domain.text import Span
from danchieu.phrases.folding import plain_letters
from danchieu.structure.lines import Line

_CAPTION = 160
_RULE = re.compile(r"^[\s|:-]+$")
_SPACES = re.compile(r"\s+")
_BETWEEN = ("chrome", "footnotes")

Row = tuple[Cell, ...]


@dataclass(slots=True)
class _Run:
    """Rows that follow each other; ``pages`` says which of them open a page."""

    caption: Line | None
    lines: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


def read_tables(
    value: str, lines: Sequence[Line], regions: Sequence[Region] = ()
) -> tuple[Table, ...]:
    """Return the tables in text order; the first of several rows is the header.

    A table with as many columns at the top of the next page goes on with the one at
    the foot of the page before, whatever running heads, page numbers and footnotes
    stand between; a header that is printed again is left out.
    """
    return tuple(_table(run) for run in _runs(value, lines, regions) if run.rows)


def _runs(
    value: str, lines: Sequence[Line], regions: Sequence[Region]
) -> Iterator[_Run]:
    run: _Run | None = None
    before: Line | None = None
    for line in _in_flow(value, lines, regions):
        row = _row(value, line)
        if row is None:
            before = line
            if run is not None:
                yield run
                run = None
            continue
        if run is None or not _goes_on(value, run, line, row):
            if run is not None:
                yield run
                before = None
            run = _Run(before)
        _add(value, run, line, row)
    if run is not None:
        yield run


def _in_flow(
    value: str, lines: Sequence[Line], regions: Sequence[Region]
) -> Iterator[Line]:
    """Yield the lines that are rows, or belong to neither page nor footnotes."""
    aside = [r.span for r in regions if r.kind in _BETWEEN]
    at = 0
    for line in lines:
        while at < len(aside) and aside[at].end <= line.span.start:
            at += 1
        is_aside = at < len(aside) and aside[at].start <= line.span.start
        if not is_aside or _row(value, line) is not None:
            yield line


def _row(value: str, line: Line) -> Row | None:
    """Return the cells of a row, () for a row of dashes, None for another line."""
    printed = value[line.span.start : line.span.end].lstrip()
    if not printed.startswith("|") or printed.count("|") < 2:  # noqa: PLR2004
        return None
    return () if _RULE.match(line.bare or "-") else _cells(value, line)


def _goes_on(value: str, run: _Run, line: Line, row: Row) -> bool:
    """Say whether a row belongs to the table above.

    It does not when a gap or a page parts them and it has other columns.
    """
    if not run.rows or not row or len(row) == len(run.rows[0]):
        return True
    return not (line.gap or _turns_page(value, run, line))


def _turns_page(value: str, run: _Run, line: Line) -> bool:
    last = run.lines[-1].span.end
    return value.find("\f", last, line.span.start) >= 0


def _add(value: str, run: _Run, line: Line, row: Row) -> None:
    if row and run.lines and _turns_page(value, run, line):
        run.pages.append(len(run.rows))
    run.lines.append(line)
    if row:
        run.rows.append(row)


def _table(run: _Run) -> Table:
    rows = _without_repeated(run)
    header, body = _header(rows)
    short = run.caption is not None and len(run.caption.bare) <= _CAPTION
    return Table(
        run.caption.bare if run.caption is not None and short else None,
        header,
        tuple(body),
        Span(run.lines[0].span.start, run.lines[-1].span.end),
        _parts(run),
    )


def _parts(run: _Run) -> tuple[Span, ...]:
    """Return where the rows of each page stand."""
    starts = [0, *run.pages]
    stops = [*run.pages, len(run.rows)]
    return tuple(
        Span(run.rows[a][0].span.start, run.rows[b - 1][-1].span.end)
        for a, b in zip(starts, stops, strict=True)
        if a < b
    )


def _without_repeated(run: _Run) -> list[Row]:
    """Leave out the rows at the top of a page that repeat the top of the table."""
    left_out: set[int] = set()
    stops = [*run.pages, len(run.rows)][1:]
    for start, stop in zip(run.pages, stops, strict=True):
        for k in range(min(start, stop - start)):
            if not _repeats(run.rows[start + k], run.rows[k]):
                break
            left_out.add(start + k)
    return [row for i, row in enumerate(run.rows) if i not in left_out]


def _repeats(row: Row, first: Row) -> bool:
    """Say whether most cells say the same; a scan misreads some."""
    pairs = [(_folded(a), _folded(b)) for a, b in zip(row, first, strict=True)]
    filled = [(a, b) for a, b in pairs if a or b]
    return bool(filled) and 2 * sum(a == b for a, b in filled) > len(filled)


def _folded(cell: Cell) -> str:
    return "".join(plain_letters(cell.value).split())


def _header(rows: Sequence[Row]) -> tuple[Row, Sequence[Row]]:
    if len(rows) < 2:  # noqa: PLR2004
        return (), rows
    if len(rows) > 2 and _divides(rows[0], rows[1]):  # noqa: PLR2004
        return _merged(rows[0], rows[1]), rows[2:]
    return rows[0], rows[1:]


def _divides(top: Row, below: Row) -> bool:
    """Say whether ``below`` names the columns under the wide cells of ``top``.

    A wide cell has empty ones behind it; under all others nothing may stand.
    """
    if len(top) != len(below) or not top[0].value:
        return False
    wide = _under_wide(top)
    return any(wide) and all(
        bool(cell.value) == under for cell, under in zip(below, wide, strict=True)
    )


def _under_wide(top: Row) -> list[bool]:
    """Say for each column whether it stands under a cell that is several wide."""
    empty = [not cell.value for cell in top]
    return [e or after for e, after in zip(empty, [*empty[1:], False], strict=True)]


def _merged(top: Row, below: Row) -> Row:
    """Return one row of names: "Thời gian" over "Bắt đầu" is "Thời gian Bắt đầu"."""
    merged: list[Cell] = []
    name = ""
    for above, cell in zip(top, below, strict=True):
        name = above.value or name
        merged.append(Cell(f"{name} {cell.value}", cell.span) if cell.value else above)
    return tuple(merged)


def _cells(value: str, line: Line) -> Row:
    start = value.index("|", line.span.start) + 1
    end = value.rindex("|", start, line.span.end) if value[start - 1] == "|" else start
    cells = []
    while start <= end:
        stop = value.find("|", start, end + 1)
        stop = end if stop < 0 else stop
        cells.append(_cell(value, start, stop))
        start = stop + 1
    return tuple(cells)


def _cell(value: str, start: int, stop: int) -> Cell:
    printed = value[start:stop]
    inner = start + len(printed) - len(printed.lstrip())
    bare = printed.strip()
    return Cell(_SPACES.sub(" ", bare), Span(inner, inner + len(bare)))
