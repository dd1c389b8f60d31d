"""How wide the columns of a table should be."""

from danchieu.rendering.sheet import Table

CELL_PADDING = 4.0
"""Points left and right of the letters in a cell."""

_LETTER = 7.0
_WIDEST = 45


def column_widths(table: Table, width: float) -> list[float]:
    """Share ``width`` points by how much each column has to say.

    No word is cut as long as the longest words of all columns fit beside each other.
    """
    columns = list(zip(*table.rows, strict=True))
    words = [max((len(w) for t in c for w in t.split()), default=1) for c in columns]
    least = [word * _LETTER + 2 * CELL_PADDING for word in words]
    spare = width - sum(least)
    if spare < 0:
        return [width * need / sum(least) for need in least]
    wishes = [
        max(min(max(map(len, column)), _WIDEST) - word, 0)
        for column, word in zip(columns, words, strict=True)
    ]
    total = sum(wishes)
    if not total:
        return [need + spare / len(least) for need in least]
    return [a + spare * wish / total for a, wish in zip(least, wishes, strict=True)]
