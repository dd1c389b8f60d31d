"""Footnotes, each bound to its mark in the text."""

import re
from collections.abc import Iterator, Sequence

from danchieu.domain.outline import Footnote, Region
from danchieu.domain.text import Span

_MARK = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\]"
_NOTE = re.compile(rf"(?:^|(?<=[\n\f]))[ \t]{{0,8}}(?P<mark>{_MARK})[ \t]{{0,3}}")
_ANCHOR = re.compile(rf"(?<!\bm)(?<!\bkm)(?<!\bcm)(?<=\S)(?:{_MARK})")
"""A mark behind a word; a raised figure behind a unit of length is none."""


def read_footnotes(value: str, regions: Sequence[Region]) -> tuple[Footnote, ...]:
    """Return the notes in text order.

    The marks on the page of a note are its own. A note that stands elsewhere, as the
    notes at the end of a Word file do, belongs to a mark that the text has only once.
    """
    kept = [r.span for r in regions if r.kind == "footnotes"]
    notes = [note for span in kept for note in _notes(value, span)]
    if not notes:
        return ()
    marks: dict[str, list[Span]] = {}
    for match in _ANCHOR.finditer(value):
        if not any(s.start <= match.start() < s.end for s in kept):
            marks.setdefault(match[0], []).append(_with_word(value, match))
    return tuple(
        Footnote(mark, span, _anchors(value, span, marks.get(mark, ())))
        for mark, span in notes
    )


def _notes(value: str, region: Span) -> Iterator[tuple[str, Span]]:
    """Yield mark and text of each note of a region, line breaks inside it kept."""
    found = list(_NOTE.finditer(value, region.start, region.end))
    stops = [*(match.start() for match in found), region.end][1:]
    for match, stop in zip(found, stops, strict=True):
        end = match.end() + len(value[match.end() : stop].rstrip())
        if match.end() < end:
            yield match["mark"], Span(match.end(), end)


def _with_word(value: str, match: re.Match[str]) -> Span:
    start = match.start()
    while start and not value[start - 1].isspace():
        start -= 1
    return Span(start, match.end())


def _anchors(value: str, note: Span, marks: Sequence[Span]) -> tuple[Span, ...]:
    page = Span(value.rfind("\f", 0, note.start) + 1, note.start)
    own = tuple(mark for mark in marks if page.contains(mark))
    if own or len(marks) != 1:
        return own
    return tuple(marks) if marks[0].start < note.start else ()
