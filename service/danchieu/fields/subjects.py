"""Whom a heading or a sentence speaks of when it gives a task."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader, Actors
from danchieu.fields.duties import Duty, DutyReader
from danchieu.rules import RuleBook

_ORDERED, _TOLD, _PLAIN, _COLLECTS = 0.85, 0.82, 0.7, 0.6
_LOOK_BACK = 24
_LONGEST_HEADING = 160
_LONGEST_LEAD_IN = 400
_MOST_LEAD_INS = 12
_LONGEST_ANNOUNCEMENT = 80
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
    behind a semicolon, ``given`` whether a body at its start gives the order.
    """

    actors: Actors
    end: int
    ordered: bool
    begins: bool
    given: bool = False


class SubjectReader:
    """Reads who is spoken of, as the type of the document lets expect.

    A report assigns only by requests. What a submission (Tờ trình, ``petitions``)
    proposes that others be told ("2. Yêu cầu Công ty ...") is a task, what it asks of
    its addressee is none. In a directive (Chỉ thị) ``all_orders`` is true: every
    sentence with a body and a verb gives a task. A ``legal`` document rules for
    everybody: only its parts about responsibility and implementation give tasks, and
    only to bodies of the state.
    """

    def __init__(
        self, rules: RuleBook, actors: ActorReader, type_: str, *, legal: bool
    ) -> None:
        """Take the patterns from ``rules`` and the type of the document, or ""."""
        self._legal = legal
        self._invites = type_ in rules.word_list("fields.assignment.inviting_types")
        self._open_subject = rules.pattern("fields.actor.open_subject").regex
        self.all_orders = type_ in rules.word_list("fields.assignment.ordering_types")
        self._report = type_ in rules.word_list("fields.assignment.telling_types")
        self.actors = actors
        self.petitions = type_ in rules.word_list("fields.assignment.petition_types")
        self._aside = rules.pattern("fields.actor.aside").regex
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
        if self._invites or self.petitions:
            return None
        before = self._is["heading_before"].match(value, heading.start, heading.end)
        if (self._report or self._legal) and not (before or in_section):
            return None
        start = before.end() if before else heading.start
        actors = self.actors.read(value, start, heading.end)
        if actors is None or self._is_ruled(value, actors):
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
            sure = self._is_sure(value, named)
            if not in_section and not (sure and self._may_tell(value, sentence, named)):
                continue
            if self.petitions and not self._proposes(value, sentence, named):
                continue
            if self._is_ruled(value, named.actors):
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

    def _proposes(self, value: str, sentence: Span, named: Named) -> bool:
        """Say whether a submission begins a proposal here to tell others something."""
        own = self._is["request_section"].match(value, sentence.start, sentence.end)
        return named.ordered and named.begins and own is None

    def _may_tell(self, value: str, sentence: Span, named: Named) -> bool:
        """Say whether a sentence outside the sections that share out work counts.

        In a legal document only "Giao ..." at its start does.
        """
        if self._legal:
            gives = self._is["gives"].match(value, sentence.start, sentence.end)
            return gives is not None and named.ordered
        only_ordered = self._report or self._invites
        return named.ordered or not only_ordered

    def tells_body(self, value: str, sentence: Span) -> bool:
        """Say whether a body stands at the start of a sentence, and a verb behind it.

        Never where sentences outside the sections that share out work tell nothing.
        """
        if self._report or self._legal or self._invites or self.petitions:
            return False
        actors = self._read_actors(value, sentence.start, sentence.end)
        return actors is not None and self._acts(value, actors.end, sentence.end)

    def _is_sure(self, value: str, named: Named) -> bool:
        """Say whether an order, a word for a role or a colon shows that it is a task.

        A colon may also open a list of guests.
        """
        end = named.actors.end
        if named.ordered or self._is["role_words"].match(value, end, named.end):
            return True
        opened = value[end : end + 1] == ":"
        return opened and not self._is["attends"].match(value, end + 1, named.end)

    def _is_ruled(self, value: str, actors: Actors) -> bool:
        """Say whether a legal document speaks of everybody whom it rules."""
        first = actors.spans[0]
        name = value[first.start : first.end]
        return self._legal and bool(self._open_subject.search(name))

    def read_opening(
        self, value: str, sentence: Span, *, in_section: bool
    ) -> Iterator[Named]:
        """Yield whom a line with a colon gives the list below it.

        The subject of such a line counts only where the work is shared out: a
        letter also says "Sở Y tế có ý kiến như sau:".
        """
        if self.petitions:
            return
        for named in self.read_named(value, sentence, headed=False):
            tells = named.ordered and not self._legal
            if (tells or in_section) and not self._is_ruled(value, named.actors):
                yield named

    def end_of_opening(self, value: str, sentence: Span) -> int:
        """Return where "..., cụ thể như sau:" begins, or the end of the sentence."""
        back = max(sentence.start, sentence.end - _LONGEST_ANNOUNCEMENT)
        tail = self._is["list_tail"].search(value, back, sentence.end)
        return tail.start() if tail else sentence.end

    def opens_orders(self, value: str, sentence: Span) -> bool:
        """Say whether what follows are orders ("UBND tỉnh có ý kiến như sau:")."""
        if self._report or self._legal:
            return False
        return bool(
            self._is["orders_follow"].search(value, sentence.start, sentence.end)
        )

    def verb_after_lead_in(self, value: str, span: Span) -> int | None:
        """Return where the verb stands in "Trước ngày 30/11, tổng hợp ..."."""
        for at in self._lead_in_ends(value, span):
            if self._is["verb"].match(value, at, span.end):
                return at
        return None

    def _subject_places(self, value: str, sentence: Span) -> Iterator[int]:
        """Yield where a subject may stand behind "Đối với" or a circumstance."""
        before = self._is["heading_before"].match(value, sentence.start, sentence.end)
        if before:
            actors = self.actors.read(value, before.end(), sentence.end)
            if actors and value[actors.end : actors.end + 1] == ":":
                yield before.end()
        yield from self._lead_in_ends(value, sentence)

    def _lead_in_ends(self, value: str, span: Span) -> Iterator[int]:
        """Yield where the sentence may begin behind its first circumstances."""
        lead_in = self._is["lead_in"].match(value, span.start, span.end)
        if lead_in is None:
            return
        yield lead_in.end()
        end = min(span.end, lead_in.end() + _LONGEST_LEAD_IN)
        more = self._is["lead_in_more"].finditer(value, lead_in.end(), end)
        for match, _ in zip(more, range(_MOST_LEAD_INS), strict=False):
            yield match.end()

    def read_continued(self, value: str, sentence: Span, before: Told) -> Told | None:
        """Read a sentence without a subject: it goes on about the bodies before."""
        for start in (*self._lead_in_ends(value, sentence), sentence.start):
            if self._is["verb"].match(value, start, sentence.end):
                duties = tuple(self.duties.read_each(value, start, sentence.end))
                if duties:
                    return Told(before.actors, duties, before.source, _COLLECTS)
        return None

    def read_elided(self, value: str, sentence: Span, actors: Actors) -> Told | None:
        """Read what those who were asked last must do, without their name.

        "Đề nghị rà soát hồ sơ.", "Báo cáo gửi về Sở trước ngày 05/3."
        """
        if self._report or self._legal or self.petitions:
            return None
        for start in (*self._lead_in_ends(value, sentence), sentence.start):
            order = self._is["request"].match(value, start, sentence.end)
            if order and self._is["verb"].match(value, order.end(), sentence.end):
                duties = tuple(self.duties.read_each(value, order.end(), sentence.end))
                if duties:
                    return Told(actors, duties, "fields.assignment.request", _COLLECTS)
        sent = self._is["sent"].match(value, sentence.start, sentence.end)
        if sent:
            task = Span(sent.start("paper"), sentence.end)
            duty = Duty("responsible", None, task, task)
            return Told(actors, (duty,), "fields.assignment.sent", _COLLECTS)
        return None

    def read_collected(self, value: str, span: Span) -> Iterator[Told]:
        """Yield whoever gets reports "để tổng hợp, báo cáo"."""
        if self.petitions:
            return
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
        if not headed:
            starts += self._subject_places(value, sentence)
        past = sentence.start
        for start in starts:
            if start < past:
                continue
            actors = self._read_actors(value, start, sentence.end)
            past = actors.end if actors else past
            if actors and self._acts(value, actors.end, sentence.end):
                yield from self._apart(value, actors, sentence.end)
                return
        for named in self.read_ordered(value, sentence):
            if not headed or named.begins or named.given:
                yield named

    def _requests(self, value: str, sentence: Span, order: re.Match[str]) -> bool:
        """Say whether a report asks for it itself, and tells no order of others."""
        if self._is["request_section"].match(order[0]):
            return True
        before = self._is["inspector_before"]
        at = order.start()
        return self._is["demand"].match(order[0]) is not None and (
            at == sentence.start or bool(before.search(value, sentence.start, at))
        )

    def _read_actors(self, value: str, start: int, end: int) -> Actors | None:
        """Read bodies; the list ends behind "(sau đây gọi tắt là ...)"."""
        actors = self.actors.read(value, start, end)
        if actors and actors.all_groups:
            actors = self._with_clause(value, actors, end)
        aside = actors and self._aside.match(value, actors.end, end)
        return replace(actors, end=aside.end()) if actors and aside else actors

    def _with_clause(self, value: str, actors: Actors, end: int) -> Actors:
        """Take "sử dụng hóa chất" to the name in "Các cơ sở sử dụng hóa chất phải"."""
        clause = self._is["subject_clause"].match(value, actors.end, end)
        if clause is None:
            return actors
        last = Span(actors.spans[-1].start, clause.end())
        return Actors((*actors.spans[:-1], last), True, clause.end())

    def _apart(self, value: str, first: Actors, end: int) -> Iterator[Named]:
        """Yield the subject and those whom ", riêng ..." tells something else."""
        found = [(0, first)]
        for match in self._is["apart"].finditer(value, first.end, end):
            actors = self._read_actors(value, match.end(), end)
            if actors and self._acts(value, actors.end, end):
                found.append((match.start(), actors))
        ends = [*(start for start, _ in found[1:]), end]
        for (_, actors), stop in zip(found, ends, strict=True):
            yield Named(actors, stop, ordered=False, begins=True)

    def _acts(self, value: str, at: int, end: int) -> bool:
        """Say whether a verb follows that is no order to somebody else."""
        while value[at : at + 1] in _MARKS:
            at += 1
        mark = self._is["item_mark"].match(value, at, end)
        at = mark.end() if mark else at
        order = self._is["order"].match(value, at, end)
        if order and self.actors.read(value, order.end(), end):
            return False
        if self._is["closing"].match(value, at, end):
            return False
        return bool(self._is["verb"].match(value, at, end))

    def read_ordered(self, value: str, sentence: Span) -> Iterator[Named]:
        """Yield the bodies after each "giao" or "đề nghị", up to the next order."""
        found: list[tuple[int, Actors]] = []
        for order in self._is["order"].finditer(value, sentence.start, sentence.end):
            back = max(sentence.start, order.start() - _LOOK_BACK)
            if self._is["not_order_before"].search(value, back, order.start()):
                continue
            if self._report and not self._requests(value, sentence, order):
                continue
            actors = self._read_actors(value, order.end(), sentence.end)
            if actors:
                found.append((order.start(), actors))
        ends = [*(start for start, _ in found[1:]), sentence.end]
        for (start, actors), end in zip(found, ends, strict=False):
            begins = value[sentence.start : start].rstrip()[-1:] in {"", ";"}
            given = self._is_given(value, sentence, start)
            yield Named(actors, end, ordered=True, begins=begins, given=given)

    def _is_given(self, value: str, sentence: Span, order: int) -> bool:
        """Say whether nothing but a body stands before the order, or a circumstance."""
        for start in (sentence.start, *self._lead_in_ends(value, sentence)):
            giver = self.actors.read(value, start, order) if start < order else None
            if giver and not value[giver.end : order].strip():
                return True
        return False
