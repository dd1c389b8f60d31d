"""Which stretch of the text is what: letterhead, body, recipients, chrome."""

from collections.abc import Sequence
from itertools import groupby

from danchieu.domain.outline import Region
from danchieu.domain.text import Span
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.documents import is_enclosed
from danchieu.structure.head import Head, read_head
from danchieu.structure.lines import Line, LineKinds
from danchieu.structure.prose import mark_prose
from danchieu.structure.signs import Signs
from danchieu.structure.tail import read_tail

_SHORT = 40
_ISSUER_LINES = 6
_PROSE = 80


def read_regions(lines: Sequence[Line], knowledge: Knowledge) -> tuple[Region, ...]:
    """Return the regions in text order; every line that is not empty is in one."""
    signs = Signs.of(knowledge)
    head = read_head(lines, signs)
    if head.kinds:
        marks = _document(lines, head, signs)
    else:
        marks = mark_prose(lines, signs.kinds)
    _mark_furniture(lines, marks, signs.kinds)
    return _merge(lines, marks)


def _document(lines: Sequence[Line], head: Head, signs: Signs) -> list[str]:
    marks = list(head.kinds)
    tail = read_tail(lines, head.body, signs)
    if tail is None:
        return marks + _body_and_annexes(lines[head.body :], signs.kinds)
    marks += ["body"] * (tail.start - head.body)
    marks += tail.kinds
    return marks + _after(lines[tail.end :], signs)


def _body_and_annexes(lines: Sequence[Line], kinds: LineKinds) -> list[str]:
    marks = []
    kind = "body"
    for line in lines:
        if kind == "body" and line.gap and _opens_annex(line, kinds):
            kind = "annex"
        marks.append(kind)
    return marks


def _after(lines: Sequence[Line], signs: Signs) -> list[str]:
    """Mark what follows the signature: footnotes, chrome, annexes, enclosures.

    A letterhead without number that is no enclosure is a form: not the document's.
    """
    marks: list[str] = []
    kind = ""
    for i, line in enumerate(lines):
        if signs.kinds.is_motto(line) and kind != "annex":
            enclosed = is_enclosed(lines, i, signs)
            kind = "annex" if enclosed else "second_document"
            _reclaim_letterhead(lines, marks, kind)
        elif kind in ("", "chrome", "footnotes", "signature"):
            kind = _kind_after(line, kind, signs)
        marks.append(kind or "annex")
    return marks


def _kind_after(line: Line, kind: str, signs: Signs) -> str:
    kinds = signs.kinds
    if kinds.match(line, "footnote"):
        return "footnotes"
    if kinds.is_kind(line, "chrome", "stamp"):
        return "chrome"
    if kind == "footnotes" and not (line.gap and line.is_capitals):
        return "footnotes"
    if (
        _opens_annex(line, kinds)
        or signs.types.type_of(line)
        or len(line.bare) >= _PROSE
    ):
        return "annex"
    return kind or "chrome"


def _reclaim_letterhead(lines: Sequence[Line], marks: list[str], kind: str) -> None:
    """Give what comes the issuer lines that stand above its motto."""
    for i in range(len(marks) - 1, max(len(marks) - 1 - _ISSUER_LINES, -1), -1):
        if not lines[i].is_capitals:
            break
        marks[i] = kind


def _opens_annex(line: Line, kinds: LineKinds) -> bool:
    return kinds.is_kind(line, "annex") and (
        line.is_capitals or len(line.bare) < _SHORT
    )


def _mark_furniture(lines: Sequence[Line], marks: list[str], kinds: LineKinds) -> None:
    """Cut running heads, page numbers and footnotes out of the regions they cross."""
    in_note = False
    for i, line in enumerate(lines):
        if marks[i] in ("letterhead", "title", "recipients", "signature"):
            in_note = False
            continue
        in_note = kinds.match(line, "footnote") is not None or (
            in_note and not line.gap
        )
        if in_note and marks[i] in ("body", "basis", "annex"):
            marks[i] = "footnotes"
        elif len(line.bare) <= _PROSE and _is_running(line, kinds):
            marks[i] = "chrome"


def _is_running(line: Line, kinds: LineKinds) -> bool:
    if kinds.is_kind(line, "gazette"):
        return True
    return line.page and kinds.is_kind(line, "running_number")


def _merge(lines: Sequence[Line], marks: Sequence[str]) -> tuple[Region, ...]:
    regions = []
    for kind, group in groupby(zip(marks, lines, strict=True), key=lambda x: x[0]):
        members = [line for _, line in group]
        regions.append(Region(kind, Span(members[0].span.start, members[-1].span.end)))
    return tuple(regions)
