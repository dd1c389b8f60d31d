"""What is odd about the labels of parts: one that stands twice, one left out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from danchieu.domain.found import DocumentWarning
from danchieu.domain.outline import Node
from danchieu.domain.text import Span, Text
from danchieu.phrases.roman import in_roman, roman_value

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of điểm in order (Nghị định 30/2020/NĐ-CP, Phụ lục I): no f, j, w, z."""
_BULLETS = ("dash", "plus")
_COUNTED = ("part", "chapter", "section", "article", "capital", "roman", "number")
_FEWEST = 3
_FIRST = 1
_QUOTED = re.compile(r"“[^”“]{0,20000}”?")


def label_warnings(nodes: Sequence[Node], text: Text) -> tuple[DocumentWarning, ...]:
    """Remark labels that stand twice or are left out among sisters of one kind.

    Parts inside quotation marks belong to another document, and labels that OCR read
    are too easily misread: both are left alone.
    """
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text.value)]
    return tuple(_oddities(nodes, text, quoted))


def _oddities(
    nodes: Sequence[Node], text: Text, quoted: Sequence[Span]
) -> Iterator[DocumentWarning]:
    own = [node for node in nodes if not _is_inside(node.span.start, quoted)]
    for kind in dict.fromkeys(node.kind for node in own if node.kind not in _BULLETS):
        sisters = [node for node in own if node.kind == kind]
        if any(text.reading_confidence(_mark_of(node)) < 1 for node in sisters):
            continue
        yield from _repetitions(sisters)
        yield from _gaps(sisters, text)
    for node in nodes:
        yield from _oddities(node.children, text, quoted)


def _is_inside(at: int, quoted: Sequence[Span]) -> bool:
    before = bisect_left(quoted, at, key=lambda span: span.start)
    return before > 0 and at < quoted[before - 1].end


def _mark_of(node: Node) -> Span:
    return Span(node.span.start, max(node.span.start + 1, node.heading.start))


def _repetitions(sisters: Sequence[Node]) -> Iterator[DocumentWarning]:
    """Remark a label given twice running; a row that begins anew is another list."""
    for before, node in pairwise(sisters):
        if node.number != before.number or _place_of(node) in (None, _FIRST):
            continue
        yield DocumentWarning(
            "repeated-label",
            f"Đề mục “{node.label}” xuất hiện hai lần.",
            f"The label “{node.label}” stands twice.",
            Span(node.span.start, node.heading.end),
        )


def _gaps(sisters: Sequence[Node], text: Text) -> Iterator[DocumentWarning]:
    """Remark one label left out of a row that otherwise counts up by one.

    A label that stands somewhere between its neighbours was only not seen as one.
    """
    places = [_place_of(node) for node in sisters]
    if len(sisters) < _FEWEST or None in places:
        return
    steps = [b - a for a, b in pairwise(p for p in places if p is not None)]
    if sorted(steps)[-2:] != [1, 2] or min(steps) < 1:
        return
    at = steps.index(2)
    before, after = sisters[at], sisters[at + 1]
    missing = _label_after(before)
    between = text.value[before.heading.start : after.span.start]
    if re.search(rf"(?<!\w){re.escape(missing)}(?!\w)", between):
        return
    yield DocumentWarning(
        "skipped-label",
        f"Sau đề mục “{before.label}” là “{after.label}”: thiếu “{missing}”.",
        f"“{after.label}” follows “{before.label}”: “{missing}” is left out.",
        Span(before.span.start, before.heading.end),
    )


def _place_of(node: Node) -> int | None:
    number = node.number
    if node.kind == "letter":
        at = LETTERS.find(number.lower())
        return at + 1 or None
    if node.kind not in _COUNTED:
        return None
    if number.isdecimal():
        return int(number)
    return roman_value(number)


def _label_after(node: Node) -> str:
    place = _place_of(node) or 0
    if node.kind == "letter":
        return LETTERS[place]
    if node.number.isdecimal():
        return str(place + 1)
    return in_roman(place + 1)
