"""Clauses that say a figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.fields.paragraphs import trim
from danchieu.phrases.figures import FigurePhrase, find_figures
from danchieu.rules import RuleBook

_LONGEST_LOOK = 60
_FEWEST_WORDS = 3
_LONGEST_LEAD = 30


@dataclass(frozen=True, slots=True)
class FigureClause:
    """A figure and the words that belong to it, without those of other figures."""

    figure: FigurePhrase
    span: Span


class ClauseReader:
    """Cuts sentences into clauses of one figure each."""

    def __init__(self, rules: RuleBook) -> None:
        """Take the patterns from ``rules``."""
        self._rules = rules
        self._cut = rules.pattern("fields.target.cut").regex
        self._moves = rules.pattern("fields.target.moves").regex
        self._unit_stop = rules.pattern("fields.target.unit_stop").regex
        self._rise_from = rules.pattern("fields.target.rise_from").regex
        self._duration = rules.pattern("fields.target.duration").regex
        self._formula = rules.pattern("fields.target.formula").regex
        self._formula_after = rules.pattern("fields.target.formula_after").regex

    def read(self, value: str, sentence: Span) -> Iterator[FigureClause]:
        """Yield the figures of a sentence with their clauses, in text order.

        Bare figures in brackets and starting levels ("từ 10% lên 15%") are left out; of
        two in one breath ("80% xã đạt 19 tiêu chí") only the first counts.
        """
        for clauses in self._breaths(value, sentence):
            yield clauses[0]

    def read_every(self, value: str, sentence: Span) -> Iterator[FigureClause]:
        """Yield all figures; those in one breath share their clause."""
        for clauses in self._breaths(value, sentence):
            yield from clauses

    def _breaths(self, value: str, sentence: Span) -> Iterator[list[FigureClause]]:
        figures = find_figures(value, sentence, self._rules)
        for part in _split(value, sentence) if figures else ():
            inside = [f for f in figures if part.contains(f.number)]
            kept = [f for f in inside if not self._is_aside(value, part, f)]
            kept = [f for f in kept if not self._is_measured(value, part, f)]
            yield from self._grouped(value, part, kept)

    def _grouped(
        self, value: str, part: Span, figures: list[FigurePhrase]
    ) -> Iterator[list[FigureClause]]:
        """Yield the figures of one breath together, each with the words of all."""
        groups: list[tuple[int, list[FigurePhrase]]] = []
        for figure in figures:
            cut = (
                self._cut_between(value, groups[-1][1][-1], figure)
                if groups
                else part.start
            )
            if cut is None:
                groups[-1][1].append(figure)
            else:
                groups.append((cut, [figure]))
        ends = [*(start for start, _ in groups[1:]), part.end]
        for (start, group), end in zip(groups, ends, strict=False):
            span = trim(value, start, end)
            yield [FigureClause(figure, span) for figure in group]

    def _cut_between(
        self, value: str, before: FigurePhrase, figure: FigurePhrase
    ) -> int | None:
        found = list(self._cut.finditer(value, before.span.end, figure.span.start))
        if found:
            links = [match for match in found if match["link"]]
            return (links or found)[-1].end()
        back = max(before.span.end, figure.span.start - _LONGEST_LOOK)
        if not self._moves.search(value, back, figure.span.start):
            return None
        opened = value.rfind("(", before.span.end, figure.span.start)
        if opened >= 0:
            return opened + 1
        stop = self._unit_stop.search(value, before.span.end, figure.span.start)
        return stop.start() if stop else None

    def _is_aside(self, value: str, part: Span, figure: FigurePhrase) -> bool:
        opened = value.rfind("(", part.start, figure.span.start)
        if opened >= 0 and value.find(")", opened, figure.span.start) < 0:
            before = value[opened + 1 : figure.span.start].split()
            return len(before) < _FEWEST_WORDS
        return bool(self._rise_from.match(value, figure.span.end, part.end)) and value[
            max(0, figure.span.start - 4) : figure.span.start
        ].endswith("từ ")

    def _is_measured(self, value: str, part: Span, figure: FigurePhrase) -> bool:
        """See an age, a duration, a part of a formula or how many are spoken of."""
        back = max(part.start, figure.span.start - _LONGEST_LEAD)
        if self._formula.search(value, back, figure.span.start):
            return True
        after, end = figure.span.end, part.end
        if self._formula_after.match(value, after, end):
            return True
        return not figure.sign and bool(self._duration.match(value, after, end))


def _split(value: str, sentence: Span) -> Iterator[Span]:
    at = sentence.start
    while at < sentence.end:
        stop = value.find(";", at, sentence.end)
        stop = sentence.end if stop < 0 else stop
        part = trim(value, at, stop)
        if part:
            yield part
        at = stop + 1
