"""Whom a heading or a sentence speaks of when it gives a task."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader, Actors
from danchieu.fields.duties import Duty, DutyReader
from danchieu.rules import RuleBook

_ORDERED, _TOLD, _PLAIN, _COLLECTS = 0.85, 0.82, 0.7, 0.6
_LOOK_BACK = 24
_LONGEST_HEADING = 160
_MARKS = frozenset(" \n:,")


@dataclass(frozen=True, slots=True)
class Told:
    """Bodies, their duties and how they were found."""

    actors: Actors
    duties: tuple[Duty, ...]
    source: str
    confidence: float


class SubjectReader:
    """Reads who is spoken of; ``report`` documents assign only by requests."""

    def __init__(self, rules: RuleBook, actors: ActorReader, *, report: bool) -> None:
        """Take the patterns from ``rules``."""
        self.actors = actors
        self._report = report
        patterns = rules.patterns_under("fields.assignment")
        self._is = {rule.id.rpartition(".")[2]: rule.regex for rule in patterns}
        self.duties = DutyReader(rules, self.actors)

    def opens_section(self, value: str, heading: Span) -> bool:
        """Say whether this heading is over a part that shares out the work."""
        if len(heading) > _LONGEST_HEADING:
            return False
        name = "request_section" if self._report else "section"
        return bool(self._is[name].search(value, heading.start, heading.end))

    def read_heading(
        self, value: str, heading: Span, *, in_section: bool
    ) -> Actors | None:
        """Return the bodies of a heading that names nothing else."""
        before = self._is["heading_before"].match(value, heading.start, heading.end)
        if self._report and not (before or in_section):
            return None
        start = before.end() if before else heading.start
        actors = self.actors.read(value, start, heading.end)
        if actors is None:
            return None
        clause = self._is["heading_clause"].match(value, actors.end, heading.end)
        if actors.end == heading.end or (clause and actors.all_groups):
            return actors
        after = self._is["heading_after"].match(value, actors.end, heading.end)
        return actors if after and after.end() == heading.end else None

    def read_told(
        self, value: str, sentence: Span, *, in_section: bool, headed: bool
    ) -> Iterator[Told]:
        """Yield what the sentence tells bodies to do.

        Below a heading that names bodies (``headed``) only a subject at the very
        start counts; the rest of the sentence is the task of the heading's body.
        """
        for actors, source in self.read_named(value, sentence, headed=headed):
            ordered = source.endswith(".order")
            sure = ordered or self._is["role_words"].match(
                value, actors.end, sentence.end
            )
            if not in_section and not (sure and (ordered or not self._report)):
                continue
            start = actors.end + (value[actors.end : actors.end + 1] == ":")
            duties = tuple(self.duties.read_each(value, start, sentence.end))
            confidence = _ORDERED if ordered else _TOLD if sure else _PLAIN
            if duties:
                yield Told(actors, duties, source, confidence)

    def read_continued(self, value: str, sentence: Span, before: Told) -> Told | None:
        """Read a sentence without a subject: it goes on about the bodies before."""
        lead_in = self._is["lead_in"].match(value, sentence.start, sentence.end)
        starts = [*([lead_in.end()] if lead_in else []), sentence.start]
        for start in starts:
            if self._is["verb"].match(value, start, sentence.end):
                duties = tuple(self.duties.read_each(value, start, sentence.end))
                if duties:
                    return Told(before.actors, duties, before.source, _COLLECTS)
        return None

    def read_collected(self, value: str, span: Span) -> Iterator[Told]:
        """Yield whoever gets reports "để tổng hợp, báo cáo"."""
        for match in self._is["collects"].finditer(value, span.start, span.end):
            actors = self.actors.read(value, match.start("to"), match.end("to"))
            if actors:
                task = Span(*match.span("task"))
                duty = Duty("responsible", None, task, task)
                yield Told(actors, (duty,), "fields.assignment.collects", _COLLECTS)

    def read_named(
        self, value: str, sentence: Span, *, headed: bool
    ) -> Iterator[tuple[Actors, str]]:
        """Yield the subject of the sentence, or else the bodies after "giao"."""
        starts = [sentence.start]
        lead_in = self._is["lead_in"].match(value, sentence.start, sentence.end)
        if lead_in and not headed:
            starts.append(lead_in.end())
        for start in starts:
            actors = self.actors.read(value, start, sentence.end)
            if actors and self._acts(value, actors.end, sentence.end):
                yield actors, "fields.assignment.role_words"
                return
        if not headed:
            for actors in self.read_ordered(value, sentence):
                yield actors, "fields.assignment.order"

    def _acts(self, value: str, at: int, end: int) -> bool:
        """Say whether a verb follows that is no order to somebody else."""
        while value[at : at + 1] in _MARKS:
            at += 1
        mark = self._is["item_mark"].match(value, at, end)
        at = mark.end() if mark else at
        order = self._is["order"].match(value, at, end)
        if order and self.actors.read(value, order.end(), end):
            return False
        return bool(self._is["verb"].match(value, at, end))

    def read_ordered(self, value: str, sentence: Span) -> Iterator[Actors]:
        """Yield the bodies after the first "giao" or "đề nghị" that names any."""
        for order in self._is["order"].finditer(value, sentence.start, sentence.end):
            back = max(sentence.start, order.start() - _LOOK_BACK)
            if self._is["not_order_before"].search(value, back, order.start()):
                continue
            if self._report and not self._is["request_section"].match(order[0]):
                continue
            actors = self.actors.read(value, order.end(), sentence.end)
            if actors:
                yield actors
                return
