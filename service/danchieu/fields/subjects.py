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


@dataclass(frozen=True, slots=True)
class Named:
    """Bodies that a sentence speaks of, and where it stops to speak of them.

    ``begins`` tells whether they stand at the start of the sentence or of a part
    behind a semicolon.
    """

    actors: Actors
    end: int
    ordered: bool
    begins: bool


class SubjectReader:
    """Reads who is spoken of, as the type of the document lets expect.

    A report or a submission assigns only by requests; in a directive (Chỉ thị)
    ``all_orders`` is true: every sentence with a body and a verb gives a task.
    """

    def __init__(self, rules: RuleBook, actors: ActorReader, type_: str) -> None:
        """Take the patterns from ``rules`` and the type of the document, or ""."""
        self.all_orders = type_ in rules.word_list("fields.assignment.ordering_types")
        self._report = type_ in rules.word_list("fields.assignment.telling_types")
        self.actors = actors
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

        Below a heading that names bodies (``headed``) only a subject or an order at
        the start of a part counts; the rest is the task of the heading.
        """
        if self._is["label"].match(value, sentence.start, sentence.end):
            return
        for named in self.read_named(value, sentence, headed=headed):
            sure = named.ordered or self._is["role_words"].match(
                value, named.actors.end, named.end
            )
            if not in_section and not (sure and (named.ordered or not self._report)):
                continue
            start = named.actors.end
            start += value[start : start + 1] == ":"
            duties = tuple(self.duties.read_each(value, start, named.end))
            confidence = _ORDERED if named.ordered else _TOLD if sure else _PLAIN
            rule = "order" if named.ordered else "role_words"
            if duties:
                yield Told(
                    named.actors, duties, f"fields.assignment.{rule}", confidence
                )

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
    ) -> Iterator[Named]:
        """Yield the subject of the sentence, or else the bodies after each "giao"."""
        starts = [sentence.start]
        lead_in = self._is["lead_in"].match(value, sentence.start, sentence.end)
        if lead_in and not headed:
            starts.append(lead_in.end())
        for start in starts:
            actors = self.actors.read(value, start, sentence.end)
            if actors and self._acts(value, actors.end, sentence.end):
                yield Named(actors, sentence.end, ordered=False, begins=True)
                return
        for named in self.read_ordered(value, sentence):
            if not headed or named.begins:
                yield named

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

    def read_ordered(self, value: str, sentence: Span) -> Iterator[Named]:
        """Yield the bodies after each "giao" or "đề nghị", up to the next order."""
        found: list[tuple[int, Actors]] = []
        for order in self._is["order"].finditer(value, sentence.start, sentence.end):
            back = max(sentence.start, order.start() - _LOOK_BACK)
            if self._is["not_order_before"].search(value, back, order.start()):
                continue
            if self._report and not self._is["request_section"].match(order[0]):
                continue
            actors = self.actors.read(value, order.end(), sentence.end)
            if actors:
                found.append((order.start(), actors))
        ends = [*(start for start, _ in found[1:]), sentence.end]
        for (start, actors), end in zip(found, ends, strict=False):
            begins = value[sentence.start : start].rstrip()[-1:] in {"", ";"}
            yield Named(actors, end, ordered=True, begins=begins)
