"""From spans of the text to evidence, quickly for documents of many pages."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from danchieu.domain.page import Page
from danchieu.domain.text import Span, Text, line_boxes

EvidenceRow = dict[str, object]


class Places:
    """Gives what ``Text.evidence`` gives, without walking all pages and words."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._word_ends: dict[int, list[int]] = {}

    def of(self, *spans: Span) -> list[EvidenceRow]:
        """Return the evidence of ``spans`` in their order, one row for each page."""
        return [row for span in spans for row in self._rows(span)]

    def page_and_offset(self, offset: int) -> tuple[int, int]:
        """Return the page number and the offset in that page's own text."""
        starts = self._text.page_starts
        origin = self._text.origins[offset]
        index = max(bisect_right(starts, origin) - 1, 0)
        page = self._text.pages[index]
        return page.number, min(origin - starts[index], len(page.text))

    def _rows(self, span: Span) -> list[EvidenceRow]:
        text = self._text
        whole = text.origin(span)
        rows: list[EvidenceRow] = []
        index = max(bisect_right(text.page_starts, whole.start) - 1, 0)
        while index < len(text.pages) and text.page_starts[index] < whole.end:
            page, page_start = text.pages[index], text.page_starts[index]
            start = max(whole.start - page_start, 0)
            end = min(whole.end - page_start, len(page.text))
            if start < end:
                rows.append(self._row(index, page, start, end))
            index += 1
        return rows

    def _row(self, index: int, page: Page, start: int, end: int) -> EvidenceRow:
        return {
            "page": page.number,
            "start": start,
            "end": end,
            "text": page.text[start:end],
            "boxes": self._boxes(index, page, start, end) if page.words else [],
        }

    def _boxes(
        self, index: int, page: Page, start: int, end: int
    ) -> list[tuple[float, ...]]:
        ends = self._word_ends.get(index)
        if ends is None:
            ends = self._word_ends[index] = [w.end for w in page.words]
        first = bisect_right(ends, start)
        last = bisect_left(ends, end, lo=first) + 1
        near = replace(page, words=page.words[first:last])
        return [
            tuple(round(edge, 2) for edge in box)
            for box in line_boxes(near, start, end)
        ]
