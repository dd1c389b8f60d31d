"""What stands on a page before it has an order: words, rules, tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from danchieu.domain.page import Box

BoxMap = Callable[[Box], Box]
"""Leads from the frame that was read to points on the upright page."""


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word with its box, in a frame whose lines run level from left to right.

    ``baseline`` is where its letters stand (y grows downwards), ``size`` the height
    of its type. ``glued`` means that no space stands before it on its line.
    """

    text: str
    box: Box
    baseline: float
    size: float
    confidence: float = 1.0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: level when it is wider than high, else upright."""

    box: Box

    @property
    def is_level(self) -> bool:
        """Say whether it runs from left to right."""
        x0, y0, x1, y1 = self.box
        return x1 - x0 >= y1 - y0


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell; ``words`` are filled in reading order once they are known."""

    box: Box
    words: tuple[PrintedWord, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A ruled table; every row has a cell, maybe an empty one, for every column."""

    box: Box
    rows: tuple[tuple[TableCell, ...], ...]


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box that holds all of ``boxes`` (at least one)."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return (min(x0), min(y0), max(x1), max(y1))


def holds_middle(outer: Box, inner: Box) -> bool:
    """Say whether the middle of ``inner`` lies inside ``outer``."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def overlap(a: Box, b: Box) -> bool:
    """Say whether the two boxes share some area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def type_size(words: Iterable[PrintedWord]) -> float:
    """Return the size of type that most of the words have; 0 without words."""
    sizes = [word.size for word in words]
    return median(sizes) if sizes else 0.0
