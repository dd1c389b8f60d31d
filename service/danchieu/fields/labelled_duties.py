"""Assignments told by labels: "Cơ quan chủ trì: ...", "Đơn vị phối hợp: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from danchieu.domain.fields import Assignment
from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader
from danchieu.fields.bodies import ReadAgency, name_body
from danchieu.fields.deadlines import last_day
from danchieu.fields.paragraphs import node_paragraphs, split_sentences, trim
from danchieu.fields.periods import read_year
from danchieu.fields.readings import Reading
from danchieu.phrases.dates import find_dates

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
        self, reading: Reading, actors: ActorReader, read_agency: ReadAgency
    ) -> None:
        """Take the document and the ways to read and to name its bodies."""
        self._reading = reading
        self._printed = reading.printed
        self._value = reading.flat
        self._rules = reading.rules
        self._actors = actors
        self._read_agency = read_agency
        self._label = reading.rules.pattern(_SOURCE).regex

    def is_label(self, span: Span) -> bool:
        """Say whether a line or sentence only fills in a label."""
        return bool(self._label.match(self._value, span.start, span.end))

    def read(self, outline: Outline) -> tuple[Assignment, ...]:
        """Return the assignments of all parts that name bodies under labels."""
        return tuple(a for node in outline.nodes for a in self._part(node))

    def _part(self, node: Node) -> Iterator[Assignment]:
        if not self._reading.has_labels(node.span):
            return
        card = self._card(node)
        for role, place in card.bodies if card else ():
            agency = name_body(
                self._printed[place.start : place.end], self._read_agency
            )
            if agency and card:
                yield Assignment(
                    agency,
                    role,
                    " ".join(
                        self._printed[card.task.start : card.task.end].split()
                    ).rstrip(" ;.,:"),
                    card.deadline,
                    card.task,
                    place,
                    _SOURCE,
                    _CONFIDENCE,
                    node.label,
                )
        for child in node.children:
            yield from self._part(child)

    def _card(self, node: Node) -> _Card | None:
        """Return the labels right under a part; its first sentence is the task."""
        lines = list(_lines(self._printed, node))
        if not lines or self.is_label(lines[0]):
            return None
        card = _Card(lines[0])
        for line in lines[1:]:
            match = self._label.match(self._value, line.start, line.end)
            if match:
                self._fill(card, match, line.end)
        return card

    def _fill(self, card: _Card, match: re.Match[str], end: int) -> None:
        if match["task"]:
            card.task = trim(self._printed, match.end(), end)
        elif match["time"]:
            rest = Span(match.end(), end)
            dates = find_dates(self._printed, rest, self._rules)
            year = read_year(self._printed, rest, self._rules)
            card.deadline = last_day(dates[-1].edtf) if dates else year
        else:
            actors = self._actors.read(self._value, match.end(), end)
            role = "lead" if match["lead"] else "coordinate"
            card.bodies += ((role, span) for span in (actors.spans if actors else ()))


def _lines(value: str, node: Node) -> Iterator[Span]:
    """Yield the sentences of a part and of the items right below it."""
    heading, rest = node_paragraphs(value, node)
    for span in (heading, *rest):
        yield from split_sentences(value, span)
    for child in node.children:
        if not child.children:
            yield trim(value, child.heading.start, child.heading.end)
