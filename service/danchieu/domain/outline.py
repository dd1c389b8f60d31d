"""The parts of a document: regions, sections, tables."""

from dataclasses import dataclass

from danchieu.domain.found import DocumentWarning
from danchieu.domain.text import Span

REGION_KINDS = (
    "letterhead",
    "title",
    "addressees",
    "basis",
    "body",
    "recipients",
    "signature",
    "footnotes",
    "annex",
    "second_document",
    "chrome",
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text with one purpose; ``kind`` is one of ``REGION_KINDS``.

    ``letterhead``: from the top to the place and date, stamps included. ``title``:
    type line and trích yếu (or V/v). ``addressees``: Kính gửi. ``basis``: the căn
    cứ and thực hiện lines before the operative part. ``body``: the operative part.
    ``chrome``: what belongs to the web page or the gazette and not to the document
    (menus, counters, running heads, licence). ``second_document``: another document
    bound into the same file, a blank form, or the block of a certified copy.
    """

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Node:
    """A numbered part: phần, chương, mục, điều, khoản, điểm, bullet.

    ``label`` is the path ("II.2.a"), ``number`` its own mark as printed ("a").
    ``heading`` is the heading's or first line's place, without the mark; ``span``
    runs from the mark to the end of the last child. ``level`` is 1 for the
    outermost.
    """

    label: str
    number: str
    kind: str
    level: int
    heading: Span
    span: Span
    children: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its text, whitespace folded, and where it stands."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``header`` is the row of column names, empty when there is none.

    ``parts`` are where its rows stand, one for each page that it runs over.
    """

    caption: str | None
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page or of the document.

    ``span`` is its text without the mark, ``anchors`` are the words of the text that
    bear its mark; () when that is lost or not sure.
    """

    mark: str
    span: Span
    anchors: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """Regions in text order without overlap, the tree of parts, tables and notes."""

    regions: tuple[Region, ...] = ()
    nodes: tuple[Node, ...] = ()
    tables: tuple[Table, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
    footnotes: tuple[Footnote, ...] = ()

    def spans_of(self, *kinds: str) -> tuple[Span, ...]:
        """Return the spans of the regions of these kinds, in text order."""
        return tuple(r.span for r in self.regions if r.kind in kinds)

    def region_at(self, offset: int) -> str | None:
        """Return the kind of the region that holds ``offset``."""
        for region in self.regions:
            if region.span.start <= offset < region.span.end:
                return region.kind
        return None

    def path_to(self, offset: int) -> tuple[Node, ...]:
        """Return the nodes around ``offset``, outermost first; () outside all."""
        path: list[Node] = []
        level: tuple[Node, ...] = self.nodes
        while True:
            inside = [n for n in level if n.span.start <= offset < n.span.end]
            if not inside:
                return tuple(path)
            path.append(inside[-1])
            level = inside[-1].children
