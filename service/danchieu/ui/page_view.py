"""One page with the places of the values on it: boxes on a picture, marks in text."""

from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.contract import PageShape
from danchieu.ui.facts import Row


@dataclass(frozen=True, slots=True)
class Drawn:
    """One rectangle over the picture, for the row numbered ``mark``."""

    mark: int
    label: str
    value: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page's text and the rows that it shows."""

    text: str
    marks: tuple[int, ...] = ()


def boxes_on(page: PageShape, rows: Sequence[Row]) -> tuple[Drawn, ...]:
    """Return a rectangle for every box that a row has on ``page``, large ones first.

    A small box drawn later stays reachable with the pointer inside a large one.
    """
    drawn = {
        Drawn(row.mark, row.label, row.value, x0, y0, x1 - x0, y1 - y0)
        for row in rows
        for place in row.evidence
        if place.page == page.number
        for x0, y0, x1, y1 in place.boxes
    }
    return tuple(sorted(drawn, key=lambda d: (-d.width * d.height, d.mark, d.y)))


def pieces_of(page: PageShape, rows: Sequence[Row]) -> tuple[Piece, ...]:
    """Return the page's text cut wherever a row's place begins or ends."""
    places = [
        (place.start, place.end, row.mark)
        for row in rows
        for place in row.evidence
        if place.page == page.number
    ]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, end, mark in places:
        begins.setdefault(start, []).append(mark)
        ends.setdefault(end, []).append(mark)
    cuts = sorted({0, len(page.text), *begins, *ends})
    pieces: list[Piece] = []
    live: list[int] = []
    for cut, after in zip(cuts, [*cuts[1:], len(page.text)], strict=True):
        for mark in ends.get(cut, ()):
            live.remove(mark)
        live.extend(begins.get(cut, ()))
        if cut < after:
            pieces.append(Piece(page.text[cut:after], tuple(sorted(set(live)))))
    return tuple(pieces)
