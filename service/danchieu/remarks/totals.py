"""A total that is not the sum of the rows above it."""

import re
from collections.abc import Iterator, Sequence

from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning
from danchieu.domain.outline import Cell, Table
from danchieu.phrases.figures import parse_number
from danchieu.rules.knowledge import Knowledge
from danchieu.wording import number_in_words

_FEWEST = 2
_ROUNDING = 0.5
_COUNT = re.compile(r"\d{1,3}\.?")


def total_mismatches(
    document: Document, knowledge: Knowledge
) -> tuple[DocumentWarning, ...]:
    """Remark totals that differ from the sum of their column.

    Only where nothing else can be meant: printed tables whose last row alone is a
    total, all other rows counted 1, 2, 3 … or not at all, and every cell of the column
    one plain number.
    """
    return tuple(
        warning
        for table in document.outline.tables
        if document.text.reading_confidence(table.span) == 1
        for warning in _of_table(table, knowledge)
    )


def _of_table(table: Table, knowledge: Knowledge) -> Iterator[DocumentWarning]:
    is_total = knowledge.rules.pattern("remarks.total").regex.match
    no_sum = knowledge.rules.pattern("remarks.no_sum").regex
    totals = [row for row in table.rows if any(is_total(c.value) for c in row)]
    rows = table.rows[:-1]
    if len(totals) != 1 or totals[0] is not table.rows[-1] or not _is_flat(rows):
        return
    for column, name in enumerate(table.header):
        if no_sum.search(name.value) is None:
            yield from _of_column(rows, totals[0], column)


def _is_flat(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """See rows without parts of rows: counted up by one, or not counted."""
    marks = [row[0].value for row in rows if row]
    if len(marks) < _FEWEST or len(marks) != len(rows):
        return False
    counted = [int(m.rstrip(".")) for m in marks if _COUNT.fullmatch(m)]
    return not counted or counted == list(range(1, len(rows) + 1))


def _of_column(
    rows: Sequence[tuple[Cell, ...]], total: tuple[Cell, ...], column: int
) -> Iterator[DocumentWarning]:
    if any(column >= len(row) for row in (*rows, total)) or column == 0:
        return
    numbers = [parse_number(row[column].value) for row in rows]
    printed = parse_number(total[column].value)
    if printed is None or any(number is None for number in numbers):
        return
    added = sum(number for number in numbers if number is not None)
    step = 10.0 ** -max(_decimals(row[column].value) for row in (*rows, total))
    if abs(added - printed) <= _ROUNDING * step * len(rows):
        return
    said, sum_said = number_in_words(printed), number_in_words(round(added, 6))
    yield DocumentWarning(
        "total-mismatch",
        f"Dòng tổng ghi {said}, cộng các dòng được {sum_said}.",
        f"The total says {said}, the rows add up to {sum_said}.",
        total[column].span,
    )


def _decimals(printed: str) -> int:
    return len(printed.partition(",")[2])
