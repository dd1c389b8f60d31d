"""Words to rows: what stands on one baseline, left to right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from danchieu.pages.printed import PrintedWord, type_size

_SAME_BASELINE = 0.4
_SEGMENT_GAP = 0.5

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one baseline; ``segments`` are its stretches without a wide gap."""

    words: tuple[PrintedWord, ...]
    baseline: float
    size: float
    segments: tuple[Interval, ...]

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.segments[0][0]

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.segments[-1][1]


def form_rows(words: Iterable[PrintedWord]) -> list[Row]:
    """Return the rows from the top; a raised footnote mark stays on its row."""
    groups: list[list[PrintedWord]] = []
    for word in sorted(words, key=lambda w: (w.baseline, w.box[0])):
        first = groups[-1][0] if groups else None
        if first and word.baseline - first.baseline <= _SAME_BASELINE * max(
            word.size, first.size
        ):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [make_row(group) for group in groups]


def make_row(words: Sequence[PrintedWord]) -> Row:
    """Return the row of these words (at least one), whatever their order."""
    ordered = tuple(sorted(words, key=lambda w: w.box[0]))
    size = type_size(ordered)
    segments: list[list[float]] = []
    for word in ordered:
        x0, _, x1, _ = word.box
        if segments and x0 - segments[-1][1] < _SEGMENT_GAP * size:
            segments[-1][1] = max(segments[-1][1], x1)
        else:
            segments.append([x0, x1])
    baseline = max(ordered, key=lambda w: w.size).baseline
    return Row(ordered, baseline, size, tuple((a, b) for a, b in segments))


def part_of(row: Row, x0: float, x1: float) -> Row | None:
    """Return the part of the row whose words have their middle in ``[x0, x1)``."""
    words = [w for w in row.words if x0 <= (w.box[0] + w.box[2]) / 2 < x1]
    return make_row(words) if words else None
