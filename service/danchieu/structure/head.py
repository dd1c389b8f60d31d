"""The top of a document, from the letterhead to the operative part."""

from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.structure.letterhead import letterhead_end, mark_letterhead
from danchieu.structure.lines import Line
from danchieu.structure.opening import mark_addressees, mark_basis
from danchieu.structure.signs import Signs
from danchieu.structure.title_lines import mark_title

_TYPE_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Head:
    """Kinds of the first lines; ``body`` is the index of the first line after them.

    Without kinds the document has no head: a page of prose.
    """

    kinds: tuple[str, ...]
    body: int


def read_head(lines: Sequence[Line], signs: Signs) -> Head:
    """Say what each line is from the top down to the operative part."""
    end = letterhead_end(lines, signs)
    if end is not None:
        marks = mark_letterhead(lines, end, signs)
    else:
        first = _first_type(lines, signs)
        if first is None:
            return Head((), 0)
        above = lines[:first]
        marks = ["chrome" if signs.is_furniture(x) else "letterhead" for x in above]
    mark_title(lines, marks, signs)
    mark_addressees(lines, marks, signs)
    mark_basis(lines, marks, signs)
    return Head(tuple(marks), len(marks))


def _first_type(lines: Sequence[Line], signs: Signs) -> int | None:
    """Find the type line of an annex, an excerpt or a bare text.

    A type in small letters counts above a title in capitals.
    """
    for i, line in enumerate(lines[:_TYPE_WITHIN]):
        if signs.types.type_of(line) is not None:
            heads = line.is_capitals or any(x.is_capitals for x in lines[i + 1 : i + 2])
            return i if heads else None
    return None
