"""Assignments told by labels: "Cơ quan chủ trì: ...", "Đơn vị phối hợp: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from danchieu.domain.fields import Assignment
from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader
from danchieu.fields.bodies import ReadAgency, name_body
from danchieu.fields.paragraphs import own_paragraphs, split_sentences, trim
from danchieu.fields.periods import read_year
from danchieu.phrases.dates import find_dates
from danchieu.rules import RuleBook

_CONFIDENCE = 0.85
_SOURCE = "fields.assignment.label"


@dataclass(slots=True)
class _Card:
    """The labels under one task while they are being collected."""

    task: Span
    bodies: list[tuple[str, Span]] = field(default_factory=list)
    deadline: str | None = None


class LabelReader:
    """Reads cards of labels; holds the patterns."""

    def __init__(
        self, rules: RuleBook, actors: ActorReader, read_agency: ReadAgency
    ) -> None:
        """Take the patterns from ``rules``."""
        self._rules = rules
        self._actors = actors
        self._read_agency = read_agency
        self._label = rules.pattern(_SOURCE).regex

    def is_label(self, value: str, span: Span) -> bool:
        """Say whether a line or sentence only fills in a label."""
        return bool(self._label.match(value, span.start, span.end))

    def read(self, value: str, outline: Outline) -> tuple[Assignment, ...]:
        """Return the assignments of all parts that name bodies under labels."""
        return tuple(a for node in outline.nodes for a in self._part(value, node))

    def _part(self, value: str, node: Node) -> Iterator[Assignment]:
        if self._label.search(value, node.span.start, node.span.end) is None:
            return
        card = self._card(value, node)
        for role, place in card.bodies if card else ():
            agency = name_body(value[place.start : place.end], self._read_agency)
            if agency and card:
                yield Assignment(
                    agency,
                    role,
                    " ".join(value[card.task.start : card.task.end].split()).rstrip(
                        " ;.,:"
                    ),
                    card.deadline,
                    card.task,
                    place,
                    _SOURCE,
                    _CONFIDENCE,
                    node.label,
                )
        for child in node.children:
            yield from self._part(value, child)

    def _card(self, value: str, node: Node) -> _Card | None:
        """Return the labels right under a part; its first sentence is the task."""
        lines = list(_lines(value, node))
        if not lines or self.is_label(value, lines[0]):
            return None
        card = _Card(lines[0])
        for line in lines[1:]:
            match = self._label.match(value, line.start, line.end)
            if match:
                self._fill(value, card, match, line.end)
        return card

    def _fill(self, value: str, card: _Card, match: re.Match[str], end: int) -> None:
        if match["task"]:
            card.task = trim(value, match.end(), end)
        elif match["time"]:
            rest = Span(match.end(), end)
            dates = find_dates(value, rest, self._rules)
            year = read_year(value, rest, self._rules)
            card.deadline = dates[-1].edtf if dates else year
        else:
            actors = self._actors.read(value, match.end(), end)
            role = "lead" if match["lead"] else "coordinate"
            card.bodies += ((role, span) for span in (actors.spans if actors else ()))


def _lines(value: str, node: Node) -> Iterator[Span]:
    """Yield the sentences of a part and of the items right below it."""
    heading = trim(value, node.heading.start, node.heading.end)
    yield from split_sentences(value, heading)
    for span in own_paragraphs(value, node):
        yield from split_sentences(value, span)
    for child in node.children:
        if not child.children:
            yield trim(value, child.heading.start, child.heading.end)
