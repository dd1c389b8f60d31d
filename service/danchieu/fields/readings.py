"""The text of a document as the readers of this room see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span, Text
from danchieu.rules import RuleBook


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What is printed, and the same made easy to compare; all offsets are the text's.

    ``printed`` has spaces for running heads and page numbers, so that sentences go on
    over them. In ``flat`` line ends are spaces too, and headings in capitals are in
    small letters.
    """

    printed: str
    flat: str
    rules: RuleBook


def reading_of(text: Text, outline: Outline, rules: RuleBook) -> Reading:
    """Return the text without what only the page adds to it."""
    blank = ((span, " " * len(span)) for span in outline.spans_of("chrome"))
    printed = _replaced(text.value, blank)
    flat = printed.replace("\n", " ").replace("\f", " ")
    return Reading(
        printed, _replaced(flat, _small_headings(flat, outline.nodes)), rules
    )


def _small_headings(value: str, nodes: Iterable[Node]) -> Iterator[tuple[Span, str]]:
    for node in nodes:
        heading = value[node.heading.start : node.heading.end]
        if heading.isupper() and len(heading.capitalize()) == len(heading):
            yield node.heading, heading.capitalize()
        yield from _small_headings(value, node.children)


def _replaced(value: str, changes: Iterable[tuple[Span, str]]) -> str:
    """Return ``value`` with other letters in some places; the length stays."""
    pieces, at = [], 0
    for span, new in changes:
        pieces += [value[at : span.start], new]
        at = span.end
    return "".join((*pieces, value[at:]))
