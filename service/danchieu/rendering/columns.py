"""How wide the columns of a table should be."""

from danchieu.rendering.sheet import Table

CELL_PADDING = 5.0
"""Points left and right of the letters in a cell."""

_CAPITAL, _SMALL = 9.5, 6.5
_WIDEST = 45


def column_widths(table: Table, width: float) -> list[float]:
    """Share ``width`` points by how much each column has to say.

    No word is cut as long as the longest words of all columns fit beside each other.
    """
    columns = list(zip(*table.rows, strict=True))
    least = [_least_width(column) for column in columns]
    spare = width - sum(least)
    if spare < 0:
        return [width * need / sum(least) for need in least]
    wishes = [
        max(min(max(map(len, column)), _WIDEST) * _SMALL - need, 0)
        for column, need in zip(columns, least, strict=True)
    ]
    total = sum(wishes)
    if not total:
        return [need + spare / len(least) for need in least]
    return [a + spare * wish / total for a, wish in zip(least, wishes, strict=True)]


def _least_width(column: tuple[str, ...]) -> float:
    words = (word for cell in column for word in cell.split())
    widths = (
        sum(_CAPITAL if letter.isupper() else _SMALL for letter in word)
        for word in words
    )
    return max(widths, default=_SMALL) + 2 * CELL_PADDING
