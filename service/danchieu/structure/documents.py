"""Several documents in one file: where the main one begins and ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danchieu.domain.found import DocumentWarning
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import Line
from danchieu.structure.signs import ANCHOR_LENGTH, Signs

_ABOVE, _BELOW = 12, 10
_ONE_HEAD = 6
_ENCLOSED_WITHIN = 22
_SUBJECT_LINES = 5
_PAGE_HEAD = 16
_COVER_LINES = 30


@dataclass(frozen=True, slots=True)
class OtherDocument:
    """Lines from ``start`` up to ``stop`` that belong to another document.

    ``code_line`` is where its number stands, or its first sure line. ``is_copy``:
    the block under which the main document was copied (sao y, sao lục, trích sao).
    """

    start: int
    stop: int
    code_line: int
    is_copy: bool = False


def find_others(
    lines: Sequence[Line], knowledge: Knowledge
) -> tuple[OtherDocument, ...]:
    """Return what is bound into the file beside the main document, in order.

    The main document is the first, unless that is only a cover sheet (phiếu gửi).
    Annexes, forms and what is issued with the document ("Kèm theo Quyết định …")
    stay with it.
    """
    finder = _Finder(lines, knowledge)
    starts = finder.starts()
    if starts and finder.is_cover_sheet(starts[0][0]):
        cover = OtherDocument(0, starts[0][0], finder.number_within(0, starts[0][0]))
        return (cover, *_spread(starts[1:], len(lines)))
    others = _spread(starts, len(lines))
    main_end = others[0].start if others else len(lines)
    copy = finder.copy_block(main_end)
    return (copy, *others) if copy else others


def warnings_about(
    others: Sequence[OtherDocument], lines: Sequence[Line]
) -> tuple[DocumentWarning, ...]:
    """Tell of every other document, with the place of its number."""
    return tuple(_warning(other, lines[other.code_line]) for other in others)


def is_enclosed(lines: Sequence[Line], motto: int, signs: Signs) -> bool:
    """See "(Kèm theo Quyết định số …)" in the title below the motto."""
    for line in lines[motto + 1 : motto + _ENCLOSED_WITHIN]:
        if signs.kinds.is_kind(line, "enclosed"):
            return True
        if signs.kinds.is_kind(line, "addressees", "basis") or signs.opens_body(line):
            return False
    return False


def _warning(other: OtherDocument, line: Line) -> DocumentWarning:
    if other.is_copy:
        return DocumentWarning(
            "copy-block",
            f"Văn bản là bản sao; phần chứng thực bản sao: “{line.bare}”.",
            f"The document is a copy; the block of the copy: “{line.bare}”.",
            line.span,
        )
    return DocumentWarning(
        "several-documents",
        f"Tệp còn chứa một văn bản khác, không đưa vào kết quả: “{line.bare}”.",
        f"The file holds another document, left out of the result: “{line.bare}”.",
        line.span,
    )


def _spread(starts: Sequence[tuple[int, int]], end: int) -> tuple[OtherDocument, ...]:
    """Let every document run to the next one."""
    stops = [*(start for start, _ in starts), end][1:]
    return tuple(
        OtherDocument(start, stop, code_line)
        for (start, code_line), stop in zip(starts, stops, strict=True)
    )


class _Finder:
    """Looks for letterheads after the end of the first document."""

    def __init__(self, lines: Sequence[Line], knowledge: Knowledge) -> None:
        self._lines = lines
        self._signs = Signs.of(knowledge)
        self._kinds = self._signs.kinds

    def starts(self) -> list[tuple[int, int]]:
        """Return the first line of each later document and the line of its number."""
        mottos = list(self._mottos())
        found: list[tuple[int, int]] = []
        last = mottos[0] if mottos else 0
        for motto in mottos[1:]:
            top = self._top(motto, last + 1)
            code_line = self._opens_document(motto, top, last)
            if code_line is not None:
                found.append((top, code_line))
                last = motto
        return found

    def is_cover_sheet(self, end: int) -> bool:
        """Say whether the lines before ``end`` are a phiếu gửi and nothing more."""
        head = self._lines[: min(end, _COVER_LINES)]
        return any(
            line.is_capitals and self._kinds.is_kind(line, "cover_sheet")
            for line in head
        )

    def number_within(self, start: int, stop: int) -> int:
        """Return the first line with a number, else ``start``."""
        for i in range(start, stop):
            if self._match(i, "symbol_number"):
                return i
        return start

    def copy_block(self, end: int) -> OtherDocument | None:
        """Return the block of a copy below the signature, up to an annex or the end."""
        closed = False
        for i, line in enumerate(self._lines[:end]):
            if len(line.bare) > ANCHOR_LENGTH:
                continue
            if closed and self._is_copy(line):
                top = self._top(i, i - _ABOVE)
                number = self._copy_number(top, min(i + _BELOW, end))
                return OtherDocument(top, self._copy_end(i, end), number or i, True)
            closed = closed or self._is_tail(line)
        return None

    def _mottos(self) -> Iterator[int]:
        """Yield the first motto line of each head, two lines near count as one."""
        last = -_ONE_HEAD
        for i, line in enumerate(self._lines):
            if len(line.bare) <= ANCHOR_LENGTH and self._kinds.is_motto(line):
                if i - last >= _ONE_HEAD:
                    yield i
                last = i

    def _opens_document(self, motto: int, top: int, last: int) -> int | None:
        """Return the line of the number that shows it; None for forms and enclosures.

        A number that is filled in at the top of a page is enough. Else the document
        before must have ended, and a blank number needs the year of its date: forms
        have neither. Behind an annex heading both must be there.
        """
        if is_enclosed(self._lines, motto, self._signs):
            return None
        head = range(top, min(motto + _BELOW, len(self._lines)))
        filled = self._first(head, "filled_number")
        dated = self._first(head, "dated_year") is not None
        if self._in_annex(last, motto):
            return filled if dated else None
        if filled is not None and self._lines[top].page:
            return filled
        if not self._is_closed(last, top):
            return None
        if filled is not None:
            return filled
        return self._first(head, "symbol_number") if dated else None

    def _first(self, head: range, kind: str) -> int | None:
        return next((i for i in head if self._match(i, kind)), None)

    def _match(self, i: int, kind: str) -> bool:
        line = self._lines[i]
        if len(line.bare) > ANCHOR_LENGTH or self._kinds.is_kind(line, "basis"):
            return False
        return self._kinds.match(line, kind) is not None

    def _is_closed(self, last: int, top: int) -> bool:
        """Say whether the document before came to its Nơi nhận or its signature."""
        return any(self._is_tail(line) for line in self._lines[last + 1 : top])

    def _is_tail(self, line: Line) -> bool:
        if len(line.bare) > ANCHOR_LENGTH:
            return False
        return self._kinds.is_kind(line, "recipients") or self._signs.is_post(line)

    def _in_annex(self, last: int, top: int) -> bool:
        """Say whether an annex began after the signature of the document before."""
        closed = False
        for line in self._lines[last + 1 : top + 1]:
            if closed and line.gap and self._kinds.is_kind(line, "annex"):
                return True
            closed = closed or self._is_tail(line)
        return False

    def _top(self, anchor: int, lowest: int) -> int:
        """Return the first line of the letterhead around ``anchor``.

        That is the top of its page where the page begins near enough, else the issuer
        lines, the number and V/v above it.
        """
        for i in range(anchor, max(lowest, anchor - _PAGE_HEAD) - 1, -1):
            line = self._lines[i]
            if self._is_tail(line) or self._kinds.is_kind(line, "annex"):
                break
            if line.page:
                return i
        return self._top_without_page(anchor, max(lowest, anchor - _ABOVE, 0))

    def _top_without_page(self, anchor: int, lowest: int) -> int:
        top = at = anchor
        named = False
        while at > lowest:
            if named and self._lines[at].gap and at == top:
                break
            at -= 1
            line = self._lines[at]
            if self._is_tail(line):
                break
            if self._is_of_head(line):
                top = at
                named = named or not self._signs.is_anchor(line)
            elif not self._below_subject(at, lowest):
                break
        return top

    def _is_of_head(self, line: Line) -> bool:
        if line.is_capitals or self._signs.is_anchor(line):
            return True
        return self._kinds.is_kind(line, "subject")

    def _below_subject(self, at: int, lowest: int) -> bool:
        """Say whether the line goes on with a V/v that stands a few lines higher."""
        above = self._lines[max(lowest, at - _SUBJECT_LINES) : at]
        return any(self._kinds.is_kind(line, "subject") for line in above)

    def _is_copy(self, line: Line) -> bool:
        if line.is_capitals and self._kinds.is_kind(line, "copy"):
            return True
        return self._kinds.match(line, "copy_number") is not None

    def _copy_number(self, start: int, stop: int) -> int | None:
        return self._first(range(start, stop), "copy_number")

    def _copy_end(self, start: int, end: int) -> int:
        for i in range(start + 1, end):
            if self._lines[i].page and self._kinds.is_kind(self._lines[i], "annex"):
                return i
        return end
