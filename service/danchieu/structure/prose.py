"""Pages without a letterhead: chrome, a title, prose, chrome."""

import re
from collections.abc import Sequence

from danchieu.structure.lines import Line, LineKinds

_PROSE = 80
_SHORT, _TITLE = 40, (15, 300)
_TITLE_LINES = 6
_LINK = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\)$")
"""How links to other news end: with their day."""


def mark_prose(lines: Sequence[Line], kinds: LineKinds) -> list[str]:
    """Mark the lines of a web page or an excerpt.

    The title is the first block that does not end as a sentence does; a scan's speck at
    the end of a short one does not count. Chrome at the
    bottom starts with the first line of its kind after the last prose.
    """
    start = 0
    while start < len(lines) and kinds.is_kind(lines[start], "chrome", "stamp", "menu"):
        start += 1
    end = max(start, _prose_end(lines, kinds))
    title = _title_end(lines, start, end, kinds)
    marks = ["chrome"] * start + ["title"] * (title - start)
    for line in lines[len(marks) : end]:
        furniture = kinds.is_kind(line, "chrome", "menu") and len(line.bare) < _PROSE
        marks.append("chrome" if furniture else "body")
    return marks + ["chrome"] * (len(lines) - len(marks))


def _title_end(lines: Sequence[Line], start: int, end: int, kinds: LineKinds) -> int:
    """Return where the first block ends, or its first sentence when prose follows on.

    A line that begins small goes on with the title of the line above it.
    """
    if start >= end:
        return start
    block = start + 1
    last = min(end, start + _TITLE_LINES)
    while block < last and not _opens_block(lines[block], kinds):
        block += 1
    first = start + 1
    while first < block and lines[first].bare[0].islower():
        first += 1
    for at in (block, first):
        length = sum(len(line.bare) for line in lines[start:at])
        ends = lines[at - 1].is_finished and (at == start + 1 or length > _PROSE * 2)
        fits = _TITLE[0] <= length <= _TITLE[1] and not ends
        if fits and (at in (first, end) or _opens_block(lines[at], kinds)):
            return at
    return start


def _opens_block(line: Line, kinds: LineKinds) -> bool:
    return line.gap or kinds.is_kind(line, "chrome")


def _prose_end(lines: Sequence[Line], kinds: LineKinds) -> int:
    """Return where the chrome at the bottom of a web page starts."""
    last = 0
    first = 0
    for i, line in enumerate(lines):
        if line.gap or i == 0 or lines[i - 1].is_finished:
            first = i
        if _ends_prose(lines, first, i, kinds):
            last = i + 1
    for i in range(last, len(lines)):
        if last and kinds.is_kind(lines[i], "chrome", "stamp", "menu"):
            return i
    return len(lines)


def _ends_prose(lines: Sequence[Line], first: int, i: int, kinds: LineKinds) -> bool:
    """Say whether the paragraph from ``first`` is prose that ends with line ``i``."""
    ends_well = lines[i].is_finished or lines[i].bare.endswith((")", "”", '"'))
    if (
        _LINK.search(lines[i].bare)
        or not ends_well
        or kinds.is_kind(lines[first], "chrome", "menu")
    ):
        return False
    return sum(len(line.bare) for line in lines[first : i + 1]) >= _SHORT
