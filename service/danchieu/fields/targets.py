"""Planned figures (targets) and achieved ones (results) in running text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from danchieu.domain.fields import Target
from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span
from danchieu.fields.clauses import ClauseReader, FigureClause
from danchieu.fields.counted import CountedReader
from danchieu.fields.deadlines import read_deadline
from danchieu.fields.paragraphs import (
    loose_paragraphs,
    node_paragraphs,
    split_sentences,
    start_of,
)
from danchieu.fields.periods import read_year
from danchieu.fields.readings import Reading
from danchieu.phrases.figures import has_numbers

_GOAL, _CUED, _FLOOR, _RESULT, _GUESSED_YEAR = 0.9, 0.8, 0.6, 0.75, 0.1


@dataclass(frozen=True, slots=True)
class Setting:
    """How this document speaks of figures.

    ``report`` tells what was achieved; in a ``legal`` document only a section of
    goals has targets; ``floors`` are "ít nhất" figures that count as targets without
    any other cue. ``year`` is the year in the title.
    """

    report: bool
    legal: bool
    floors: bool
    year: str | None


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a part takes over: its purpose and the year of the headings above."""

    goals: bool = False
    planned: bool = False
    year: str | None = None


class TargetReader:
    """Reads the figures of one document; holds its text and the patterns."""

    def __init__(self, reading: Reading, setting: Setting) -> None:
        """Take the document and what is known about it."""
        rules = reading.rules
        self._value = reading.printed
        self._rules = rules
        self._setting = setting
        self._clauses = ClauseReader(rules)
        self._counted = CountedReader(rules)
        self._regex = {
            name: rules.pattern(f"fields.target.{name}").regex
            for name in (
                "section",
                "achieved_section",
                "plan_section",
                "cue",
                "strives",
                "opens",
            )
        }

    def read(self, outline: Outline) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
        """Return targets and results in text order."""
        tables = [table.span for table in outline.tables]
        parts: list[Span | Node] = [
            *outline.nodes,
            *loose_paragraphs(self._value, outline, "body", "annex"),
        ]
        found: list[tuple[bool, Target]] = []
        frame = _Frame()
        for part in sorted(parts, key=start_of):
            if isinstance(part, Node):
                found += self._part(part, frame)
            else:
                found += self._paragraph(part, frame, None)
                frame = self._opened(part, _Frame())
        kept = [f for f in found if not any(t.contains(f[1].span) for t in tables)]
        return (
            tuple(target for planned, target in kept if planned),
            tuple(target for planned, target in kept if not planned),
        )

    def _part(self, node: Node, frame: _Frame) -> Iterator[tuple[bool, Target]]:
        heading, rest = node_paragraphs(self._value, node)
        frame = self._under(heading, node, frame)
        yield from self._paragraph(heading, frame, node)
        frame = self._opened(heading, frame)
        for span in rest:
            yield from self._paragraph(span, frame, node)
            frame = self._opened(span, frame)
        for child in node.children:
            yield from self._part(child, frame)

    def _under(self, heading: Span, node: Node, frame: _Frame) -> _Frame:
        """Return the frame for a part with this heading."""
        if not _is_title(self._value, heading, node):
            return frame
        if self._has("achieved_section", heading):
            return replace(frame, goals=False)
        goals = self._has("section", heading)
        planned = goals or self._has("plan_section", heading)
        year = (
            read_year(self._value, heading, self._rules)
            if planned or frame.goals
            else None
        )
        return _Frame(
            frame.goals or goals, frame.planned or planned, year or frame.year
        )

    def _opened(self, span: Span, frame: _Frame) -> _Frame:
        """Return the frame for a list that this paragraph opens with a colon."""
        if self._setting.legal or not self._has("opens", span):
            return frame
        year = read_year(self._value, span, self._rules)
        return _Frame(True, True, year or frame.year)

    def _paragraph(
        self, span: Span, frame: _Frame, node: Node | None
    ) -> Iterator[tuple[bool, Target]]:
        if not has_numbers(self._value, span):
            return
        report = self._setting.report and not frame.goals
        read = self._clauses.read_every if report else self._clauses.read
        for sentence in split_sentences(self._value, span):
            lead_year: str | None = None
            for n, clause in enumerate(read(self._value, sentence)):
                if n == 0:
                    before = Span(sentence.start, clause.figure.span.start)
                    lead_year = read_year(self._value, before, self._rules)
                weight = self._weight(clause, sentence, frame)
                if weight is None:
                    continue
                planned, confidence, source = weight
                year = self._year(clause, lead_year, sentence, span) or frame.year
                guessed = year is None and self._setting.year is not None
                target = self._counted.describe(self._value, clause)
                yield (
                    planned,
                    replace(
                        target,
                        by=year or self._setting.year,
                        section=node.label if node else None,
                        source=source,
                        confidence=confidence - _GUESSED_YEAR * guessed,
                    ),
                )

    def _weight(
        self, clause: FigureClause, sentence: Span, frame: _Frame
    ) -> tuple[bool, float, str] | None:
        """Say whether it is planned, how sure that is and what shows it."""
        counted = self._counted.is_counted(self._value, clause)
        if not counted:
            return None
        if frame.goals:
            return True, _GOAL, "fields.target.section"
        measure = self._counted.is_measure(self._value, clause)
        if not measure and self._is_cued(clause, sentence, planned=frame.planned):
            return True, _CUED, "fields.target.cue"
        if self._setting.report and not frame.planned:
            return False, _RESULT, "fields.target.unit_stop"
        source = None if measure else self._plain_source(clause)
        return (True, _FLOOR, source) if source else None

    def _plain_source(self, clause: FigureClause) -> str | None:
        """Say why a figure without any cue is planned; None for one that is not."""
        if self._setting.report:
            return "fields.target.plan_section"
        if self._setting.floors and clause.figure.comparator == ">=":
            return "phrases.figures.comparator_before"
        return None

    def _is_cued(self, clause: FigureClause, sentence: Span, *, planned: bool) -> bool:
        """Say whether the sentence up to the figure names a goal or a future year.

        A report tells of goals that were set as well: only "Phấn đấu ..." sets one.
        """
        if self._setting.legal:
            return False
        if self._setting.report and not planned:
            start, end = sentence.start, clause.figure.span.start
            return self._regex["strives"].match(self._value, start, end) is not None
        cue = self._regex["cue"].search(
            self._value, sentence.start, clause.figure.span.start
        )
        return cue is not None

    def _year(
        self, clause: FigureClause, lead: str | None, sentence: Span, paragraph: Span
    ) -> str | None:
        own = read_year(self._value, clause.span, self._rules)
        if own or lead or self._setting.report:
            return own or lead
        return read_deadline(self._value, sentence, paragraph, self._rules)

    def _has(self, name: str, span: Span) -> bool:
        return bool(self._regex[name].search(self._value, span.start, span.end))


def _is_title(value: str, heading: Span, node: Node) -> bool:
    """Say whether the first paragraph is a heading and not a sentence or an item."""
    below = bool(node.children) or node.span.end > heading.end + 1
    return below and value[heading.end - 1 : heading.end] not in {".", ";"}
