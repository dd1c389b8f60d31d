"""Paragraphs of the numbered parts and of the text between them, and sentences."""

import re
from collections.abc import Iterator

from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span

_BREAK = re.compile(r"\n[ \t]{0,40}\n|(?<=[.;:!?])[ \t]{0,8}\n|\f")
_SENTENCE_END = re.compile(r"(?P<mark>\./\.|[.!?…]{1,3})[ \t\n]{1,8}(?=\S)")
_END_OF_TEXT = "./."
_SHORT_CAPITALS = 4


def node_paragraphs(value: str, node: Node) -> tuple[Span, tuple[Span, ...]]:
    """Return the first paragraph of a part and those below, above its children.

    Where a label stands alone ("Chương III"), the first paragraph is the one below it.
    A first paragraph that breaks off and goes on in small letters, or that ends with
    a semicolon, is joined with the next: scans and page breaks put blank lines into
    sentences.
    """
    end = node.children[0].span.start if node.children else node.span.end
    first = trim(value, node.heading.start, node.heading.end)
    rest = split_paragraphs(value, Span(min(first.end, end), end))
    if rest and not first:
        first, rest = rest[0], rest[1:]
    while rest and (
        value[first.end - 1] == ";" or _goes_on(value, first, first.end, end)
    ):
        first, rest = Span(first.start, rest[0].end), rest[1:]
    return first, rest


def loose_paragraphs(value: str, outline: Outline, *kinds: str) -> tuple[Span, ...]:
    """Return the paragraphs of these regions that belong to no numbered part."""
    found: list[Span] = []
    for region in outline.spans_of(*kinds):
        at = region.start
        for node in outline.nodes:
            if node.span.end <= at or node.span.start >= region.end:
                continue
            found += split_paragraphs(value, Span(at, max(at, node.span.start)))
            at = node.span.end
        found += split_paragraphs(value, Span(min(at, region.end), region.end))
    return tuple(found)


def start_of(part: Span | Node) -> int:
    """Return where a numbered part or a paragraph begins."""
    return part.span.start if isinstance(part, Node) else part.start


def split_paragraphs(value: str, span: Span) -> tuple[Span, ...]:
    """Cut at blank lines, page breaks and lines that end a sentence or a clause."""
    return tuple(_trimmed(value, span))


def split_sentences(value: str, span: Span) -> tuple[Span, ...]:
    """Cut where a full stop is followed by a capital letter; "TP. Huế" stays whole."""
    found, at = [], span.start
    for match in _SENTENCE_END.finditer(value, span.start, span.end):
        is_last = match["mark"] == _END_OF_TEXT
        if is_last or _begins_anew(value, at, match):
            found.append(Span(at, match.end("mark")))
            at = match.end()
    return (*found, *([Span(at, span.end)] if at < span.end else []))


def _begins_anew(value: str, start: int, stop: re.Match[str]) -> bool:
    return value[stop.end()].isupper() and not _is_short(value, start, stop.start())


def _is_short(value: str, start: int, end: int) -> bool:
    """Say whether the word before the stop is an abbreviation such as "TP"."""
    word = value[max(start, end - _SHORT_CAPITALS - 1) : end].split()[-1:]
    if not word:
        return True
    is_short = len(word[0]) <= _SHORT_CAPITALS and word[0][-1].isalnum()
    return is_short and word[0].isupper()


def trim(value: str, start: int, end: int) -> Span:
    """Return the span without spaces at its ends; may be empty."""
    while start < end and value[start].isspace():
        start += 1
    while end > start and value[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _trimmed(value: str, span: Span) -> Iterator[Span]:
    at = span.start
    for match in _BREAK.finditer(value, span.start, span.end):
        if _goes_on(value, trim(value, at, match.start()), match.end(), span.end):
            continue
        part = trim(value, at, match.start())
        if part:
            yield part
        at = match.end()
    last = trim(value, at, span.end)
    if last:
        yield last


def _goes_on(value: str, before: Span, at: int, end: int) -> bool:
    """Say whether a sentence runs over this break, in small letters."""
    after = at
    while after < end and value[after].isspace():
        after += 1
    if not before or after >= end or value[before.end - 1] in ".!?:|":
        return False
    return value[after].islower() and value[after + 1 : after + 2] not in {")", "."}
