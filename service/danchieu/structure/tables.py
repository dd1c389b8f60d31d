"""Tables: runs of rows ``| cell | cell |``."""

import re
from collections.abc import Sequence

from danchieu.domain.outline import Cell, Table
from danchieu.domain.text import Span
from danchieu.structure.lines import Line

_CAPTION = 160
_RULE = re.compile(r"^[\s|:-]+$")
_SPACES = re.compile(r"\s+")


def read_tables(value: str, lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return the tables in text order; the first of several rows is the header."""
    tables: list[Table] = []
    run: list[Line] = []
    for before, line in zip([None, *lines], lines, strict=False):
        row = value[line.span.start : line.span.end].lstrip()
        if row.startswith("|") and row.count("|") > 1:
            if not run:
                caption = before
            run.append(line)
        elif run:
            tables.append(_table(value, run, caption))
            run = []
    if run:
        tables.append(_table(value, run, caption))
    return tuple(tables)


def _table(value: str, run: Sequence[Line], caption: Line | None) -> Table:
    rows = [_cells(value, line) for line in run if not _RULE.match(line.bare or "-")]
    rows = [row for row in rows if row]
    header = rows[0] if len(rows) > 1 else ()
    short = caption is not None and len(caption.bare) <= _CAPTION
    return Table(
        caption.bare if caption is not None and short else None,
        header,
        tuple(rows[1:] if header else rows),
        Span(run[0].span.start, run[-1].span.end),
    )


def _cells(value: str, line: Line) -> tuple[Cell, ...]:
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
