"""The one string that every later stage reads, and the way back to the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danchieu.domain.page import Box, Page, Word

_ASLANT = 1.5
"""How much thicker than its words the box of a line may be."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in ``Text.value``."""

    start: int
    end: int

    def __len__(self) -> int:
        """Count the characters."""
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether one character belongs to both."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place on one page: ``page.text[start:end] == text``; boxes in points."""

    page: int
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    r"""NFC text of all pages, joined by form feeds, look-alike letters folded.

    ``origins[i]`` is where ``value[i]`` starts in the joined source (the page texts
    with one ``\f`` between them); one more entry marks the end, so a slice of
    ``value`` is also a slice of the source (a ``range`` where nothing was changed).
    ``page_starts[k]`` is where page k + 1 starts in the joined source. A page break
    inside ``value`` is ``\f``.
    """

    value: str
    origins: Sequence[int]
    pages: tuple[Page, ...]
    page_starts: tuple[int, ...]

    def __getitem__(self, span: Span) -> str:
        """Return the normalised characters of ``span``."""
        return self.value[span.start : span.end]

    def origin(self, span: Span) -> Span:
        """Return the same range counted in the joined source."""
        start, end = self.origins[span.start], self.origins[span.end]
        return Span(start, max(end, start + 1))

    def page_of(self, offset: int) -> int:
        """Return the number, from 1, of the page that ``value[offset]`` stands on."""
        return bisect_right(self.page_starts, self.origins[offset])

    def words(self, span: Span) -> tuple[Word, ...]:
        """Return the words of the pages that touch ``span``; none for plain text."""
        return tuple(
            word
            for page, start, end in self._pages_of(span)
            for word in _words_within(page, start, end)
        )

    def reading_confidence(self, span: Span) -> float:
        """Return how surely the worst-read word of ``span`` was read; 1 without OCR."""
        return min((word.confidence for word in self.words(span)), default=1.0)

    def evidence(self, span: Span) -> tuple[Evidence, ...]:
        """Return the places of ``span``, one for each page that it touches."""
        return tuple(
            Evidence(
                page.number,
                start,
                end,
                page.text[start:end],
                line_boxes(page, start, end),
            )
            for page, start, end in self._pages_of(span)
        )

    def _pages_of(self, span: Span) -> Iterator[tuple[Page, int, int]]:
        """Give each page that ``span`` touches, and from where to where it does."""
        whole = self.origin(span)
        first = max(bisect_right(self.page_starts, whole.start) - 1, 0)
        last = bisect_left(self.page_starts, whole.end)
        for index in range(first, last):
            page, page_start = self.pages[index], self.page_starts[index]
            start = max(whole.start - page_start, 0)
            end = min(whole.end - page_start, len(page.text))
            if start < end:
                yield page, start, end


def line_boxes(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """Return one box for each line of ``page.text[start:end]``, words not cut.

    The lines inside a cell of a table have a box each, too; a line that runs aslant
    has several, so that none holds words of the next line.
    """
    lines: list[Box] = []
    last: Word | None = None
    widest = highest = 0.0
    for word in _words_within(page, start, end):
        wide, high = _size(word.box)
        if last is not None and _is_beside(page, last, word):
            widest, highest = max(widest, wide), max(highest, high)
            longer = _around(lines[-1], word.box)
            if _is_straight(longer, widest, highest):
                lines[-1], last = longer, word
                continue
        lines.append(word.box)
        last, widest, highest = word, wide, high
    return tuple(lines)


def _words_within(page: Page, start: int, end: int) -> Iterator[Word]:
    """Give the words that touch ``page.text[start:end]``."""
    words = page.words
    at = bisect_right(words, start, key=_end) if words else 0
    while at < len(words) and words[at].start < end:
        yield words[at]
        at += 1


def _end(word: Word) -> int:
    return word.end


def _is_beside(page: Page, last: Word, word: Word) -> bool:
    """Say whether two words stand on one line, which runs down on a turned page."""
    if "\n" in page.text[last.end : word.start]:
        return False
    a, b = last.box, word.box
    if _share(a[1], a[3], b[1], b[3]):
        return True
    are_tall = a[3] - a[1] > a[2] - a[0] and b[3] - b[1] > b[2] - b[0]
    return are_tall and _share(a[0], a[2], b[0], b[2])


def _is_straight(line: Box, widest: float, highest: float) -> bool:
    """Say whether a line is hardly thicker than its words are."""
    wide, high = _size(line)
    return high <= _ASLANT * highest if wide >= high else wide <= _ASLANT * widest


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _share(a0: float, a1: float, b0: float, b1: float) -> bool:
    """Say whether two stretches share half of the shorter one."""
    return min(a1, b1) - max(a0, b0) >= min(a1 - a0, b1 - b0) / 2


def _around(a: Box, b: Box) -> Box:
    return (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
