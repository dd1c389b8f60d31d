"""The text of a document in reading order, with marks inside it, as AKN blocks."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from danchieu.contract import Evidence
from danchieu.contract.result import Table

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_BLOCK = re.compile(r"\n[ \t]*\n|\f")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(
    parent: etree._Element | None, tag_name: str, /, **attributes: str
) -> etree._Element:
    """Return a new element of Akoma Ntoso below ``parent``."""
    tag = f"{{{AKN}}}{tag_name}"
    if parent is None:
        return etree.Element(tag, attributes, nsmap={None: AKN})
    return etree.SubElement(parent, tag, attributes)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """An inline element around ``start`` to ``end`` of the whole text."""

    start: int
    end: int
    name: str = field(compare=False)
    attributes: Mapping[str, str] = field(compare=False, default_factory=dict)


class MarkedText:
    """All pages joined by form feeds; of marks that overlap the first one counts."""

    def __init__(self, pages: Sequence[str]) -> None:
        self.value = _NOT_XML.sub(" ", "\f".join(p.replace("\f", " ") for p in pages))
        self._starts = [0]
        for page in pages[:-1]:
            self._starts.append(self._starts[-1] + len(page) + 1)
        self._marks: list[Mark] = []
        self._tables: list[tuple[int, int, Table]] = []

    def offset(self, page: int, place: int) -> int:
        """Return where a place on a page (from 1) stands in ``value``."""
        index = min(max(page, 1), len(self._starts)) - 1
        return min(self._starts[index] + place, len(self.value))

    def mark(
        self, evidence: Iterable[Evidence], tag_name: str, /, **attributes: str
    ) -> None:
        """Put an element around each place, unless another one is there already."""
        for place in evidence:
            start = self.offset(place.page, place.start)
            end = self.offset(place.page, place.end)
            at = bisect_right(self._marks, Mark(start, end, tag_name))
            near = self._marks[max(at - 1, 0) : at + 1]
            if start < end and all(m.end <= start or end <= m.start for m in near):
                self._marks.insert(at, Mark(start, end, tag_name, attributes))

    def set_table(self, table: Table) -> None:
        """Show a table as one where its text stands on one page."""
        if len(table.evidence) == 1:
            (place,) = table.evidence
            start = self.offset(place.page, place.start)
            self._tables.append((start, self.offset(place.page, place.end), table))
            self._tables.sort(key=lambda t: t[:2])

    def write_blocks(self, parent: etree._Element, start: int, end: int) -> None:
        """Write the text of a range as paragraphs and tables; at least one."""
        at = start
        for first, last, table in self._tables:
            if at <= first and last <= end:
                self._write_paragraphs(parent, at, first)
                _write_table(parent, table)
                at = last
        self._write_paragraphs(parent, at, end)
        if len(parent) == 0:
            element(parent, "p")

    def write_inline(self, parent: etree._Element, start: int, end: int) -> None:
        """Write the text of a range into an element, with the marks wholly in it."""
        at, last = start, None
        first = bisect_right(self._marks, start - 1, key=lambda m: m.start)
        for mark in self._marks[first:]:
            if mark.start >= end:
                break
            if mark.end > end:
                continue
            _append(parent, last, self.value[at : mark.start])
            last = element(parent, mark.name, **mark.attributes)
            last.text = self.value[mark.start : mark.end]
            at = mark.end
        _append(parent, last, self.value[at:end])

    def _write_paragraphs(self, parent: etree._Element, start: int, end: int) -> None:
        for first, last in self._blocks(start, end):
            self.write_inline(element(parent, "p"), first, last)

    def _blocks(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        at = start
        for gap in (*_BLOCK.finditer(self.value, start, end), None):
            stop = gap.start() if gap else end
            text = self.value[at:stop]
            if text.strip():
                left = len(text) - len(text.lstrip())
                yield at + left, at + len(text.rstrip())
            at = gap.end() if gap else end


def _append(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    text = text.replace("\f", "\n")
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _write_table(parent: etree._Element, table: Table) -> None:
    shown = element(parent, "table")
    for name, cells in (("th", table.header), *(("td", row) for row in table.rows)):
        if cells:
            row = element(shown, "tr")
            for cell in cells:
                block = element(element(row, name), "p")
                block.text = _NOT_XML.sub(" ", cell)
