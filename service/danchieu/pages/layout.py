"""Words with boxes to a page in reading order: one builder for PDFs and scans."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from danchieu.domain.page import Page
from danchieu.pages.columns import find_columns
from danchieu.pages.facing_pages import find_gutter
from danchieu.pages.page_writer import PageWriter
from danchieu.pages.paragraphs import split_paragraphs
from danchieu.pages.printed import (
    BoxMap,
    PrintedTable,
    PrintedWord,
    TableCell,
    holds_middle,
)
from danchieu.pages.rows import Row, form_rows, part_of

_DEEPEST = 6
_FAR = float("inf")


def lay_out(
    blank: Page,
    words: Sequence[PrintedWord],
    tables: Sequence[PrintedTable],
    to_page: BoxMap,
) -> Page:
    """Return ``blank`` with the words in reading order.

    Columns come left before right, tables row by row where they stand, paragraphs
    parted by an empty line. Two pages on one sheet come one after the other.
    """
    writer = PageWriter(to_page)
    gutter = find_gutter(words, tables)
    edges = (-_FAR, _FAR) if gutter is None else (-_FAR, gutter, _FAR)
    for start, end in pairwise(edges):
        beside = [t for t in tables if start <= t.box[0] < end]
        _write(writer, [w for w in words if start <= w.box[0] < end], beside)
    return replace(blank, text=writer.text, words=tuple(writer.words))


def _write(
    writer: PageWriter, words: Sequence[PrintedWord], tables: Sequence[PrintedTable]
) -> None:
    rest = list(words)
    for table in sorted(tables, key=lambda t: t.box[1]):
        above = [w for w in rest if _middle(w) < table.box[1]]
        _write_flow(writer, above)
        below = [w for w in rest if _middle(w) >= table.box[1]]
        inside = [w for w in below if holds_middle(table.box, w.box)]
        writer.write_table(fill_table(table, inside))
        rest = [w for w in below if not holds_middle(table.box, w.box)]
    _write_flow(writer, rest)


def fill_table(table: PrintedTable, words: Iterable[PrintedWord]) -> PrintedTable:
    """Return the table with each word in the cell that holds its middle.

    A word on no cell, between two lines, goes into the first one rather than away.
    """
    cells = [cell for row in table.rows for cell in row]
    held: list[list[PrintedWord]] = [[] for _ in cells]
    for word in words:
        at = next((i for i, c in enumerate(cells) if holds_middle(c.box, word.box)), 0)
        held[at].append(word)
    filled = iter(
        TableCell(cell.box, tuple(mine)) for cell, mine in zip(cells, held, strict=True)
    )
    rows = tuple(tuple(next(filled) for _ in row) for row in table.rows)
    return PrintedTable(table.box, rows)


def order_rows(rows: Sequence[Row], depth: int = 0) -> list[list[Row]]:
    """Return the rows as blocks in reading order."""
    columns = find_columns(rows) if depth < _DEEPEST else None
    if columns is None:
        return split_paragraphs(rows)
    beside = rows[columns.first : columns.last]
    left = [p for row in beside if (p := part_of(row, -_FAR, columns.x))]
    right = [p for row in beside if (p := part_of(row, columns.x, _FAR))]
    return [
        block
        for part in (rows[: columns.first], left, right, rows[columns.last :])
        for block in order_rows(part, depth + 1)
    ]


def _write_flow(writer: PageWriter, words: Sequence[PrintedWord]) -> None:
    for block in order_rows(form_rows(words)):
        writer.write_block([row.words for row in block])


def _middle(word: PrintedWord) -> float:
    return (word.box[1] + word.box[3]) / 2
