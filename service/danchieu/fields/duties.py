"""What stands behind a body: its role, its partners and the task."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader, Actors
from danchieu.fields.paragraphs import trim
from danchieu.rules import RuleBook

_SHORTEST_TASK, _FEWEST_WORDS = 8, 3
_BLANK = "." * 8


@dataclass(frozen=True, slots=True)
class Duty:
    """One task: ``role`` of the body that leads the sentence, and its partners.

    ``role`` is ``lead``, ``coordinate`` or ``responsible``; partners coordinate.
    ``task`` is what all of them do; ``own`` is the clause of the body itself, with
    "phối hợp với ..." where that is what it has to do.
    """

    role: str
    partners: Actors | None
    task: Span
    own: Span


class DutyReader:
    """Reads duties; holds the patterns that it needs."""

    def __init__(self, rules: RuleBook, actors: ActorReader) -> None:
        """Take the patterns from ``rules``."""
        self._actors = actors
        self._lead = rules.pattern("fields.assignment.lead").regex
        self._coordinate = rules.pattern("fields.assignment.coordinate").regex
        self._words = rules.pattern("fields.assignment.duty_words").regex
        self._also = rules.pattern("fields.assignment.also").regex
        self._mark = rules.pattern("fields.assignment.item_mark").regex
        self._parts = rules.pattern("fields.assignment.parts").regex
        self._courtesy = rules.pattern("fields.assignment.courtesy").regex
        self._appeal = rules.pattern("fields.assignment.appeal").regex
        self._contact = rules.pattern("fields.assignment.contact").regex
        self._circumstance = rules.pattern("fields.assignment.circumstance").regex
        self._generic = rules.pattern("fields.assignment.generic").regex
        self._between = rules.pattern("fields.assignment.between").regex
        self._verb = rules.pattern("fields.assignment.item_verb").regex
        self._next = rules.pattern("fields.assignment.next_task").regex
        self._past = rules.pattern("fields.assignment.past").regex

    def read(self, value: str, start: int, end: int) -> Duty | None:
        """Return the duty that begins at ``start``; None where no task is told."""
        whole = trim(value, start, end)
        mark = self._mark.match(value, whole.start, whole.end)
        at = mark.end() if mark else whole.start
        whole = Span(self._after_links(value, at, whole.end), whole.end)
        aside = self._circumstance.match(value, whole.start, whole.end)
        start = aside.end() if aside else whole.start
        words = self._words.match(value, start, whole.end)
        at = words.end() if words else start
        duty = self._led(value, at, whole.end) or self._joint(value, at, whole.end)
        if duty is None:
            verb = self._verb.match(value, at, whole.end)
            if not verb and not words:
                return None
            task = Span(at if verb else start, whole.end)
            duty = Duty("responsible", None, task, task)
        return duty if self._is_task(value, duty.task) else None

    def read_role(self, value: str, start: int, end: int) -> Duty | None:
        """Return role and partners of a line that leaves the task to its list."""
        whole = trim(value, start, end)
        words = self._words.match(value, whole.start, whole.end)
        at = words.end() if words else whole.start
        return self._led(value, at, whole.end) or self._joint(value, at, whole.end)

    def read_each(self, value: str, start: int, end: int) -> Iterator[Duty]:
        """Yield the first duty, then the later parts that begin with a verb."""
        at = start
        aside = self._circumstance.match(value, start, end)
        first = aside.end() if aside else start
        stops = [match.start() for match in self._parts.finditer(value, first, end)]
        for n, stop in enumerate([*stops, end]):
            duty = self.read(value, at, stop)
            if duty is None and n == 0:
                return
            if duty:
                yield duty
            at = stop + 1

    def read_roles(self, value: str, start: int, end: int) -> Iterator[Duty]:
        """Yield the whole as one duty; a part after ";" with a verb is one of its own.

        "Tổ chức tuyên truyền; phối hợp với Sở Y tế kiểm tra" gives two. Behind a colon
        a semicolon parts what is listed there; only a word for a role ends the list.
        """
        at = start
        for stop in (*_semicolons(value, start, end), end):
            after = trim(value, min(stop + 1, end), end)
            listed = value.find(":", at, stop) >= 0
            if stop == end or self._begins(value, after, listed=listed):
                duty = self.read(value, at, stop)
                if duty:
                    yield duty
                at = after.start

    def _begins(self, value: str, part: Span, *, listed: bool) -> bool:
        """Say whether a part begins with a role, or with a verb outside a list."""
        at = self._after_links(value, part.start, part.end)
        patterns = [self._lead, self._coordinate, self._words]
        patterns += [] if listed else [self._next]
        return any(pattern.match(value, at, part.end) for pattern in patterns)

    def _after_links(self, value: str, start: int, end: int) -> int:
        link = self._also.match(value, start, end)
        return link.end() if link else start

    def is_generic(self, value: str, task: Span) -> bool:
        """Say whether a task only opens a list ("thực hiện các nội dung sau:")."""
        return bool(self._generic.match(value, task.start, task.end))

    def is_past(self, value: str, at: int) -> bool:
        """Say whether a task tells what has been done ("Đã tổ chức ...")."""
        return bool(self._past.match(value, at))

    def _is_task(self, value: str, task: Span) -> bool:
        """Say whether it is more than a polite ending or an address for questions."""
        if self._courtesy.match(value, task.start, task.end):
            return False
        if self._appeal.match(value, task.start, task.end):
            return False
        if self._contact.match(value, task.start, task.end):
            return False
        return _is_long_enough(value, task)

    def _led(self, value: str, at: int, end: int) -> Duty | None:
        match = self._lead.match(value, at, end)
        if match is None:
            return None
        partners = self._partners(value, match.end(), end) if match["with"] else None
        task = self._task(value, partners, match.end(), end)
        return Duty("lead", partners, task, task)

    def _joint(self, value: str, at: int, end: int) -> Duty | None:
        match = self._coordinate.match(value, at, end)
        if match is None:
            return None
        partners = self._partners(value, match.end(), end)
        task = self._task(value, partners, match.end(), end)
        if partners is None or not _is_long_enough(value, task):
            return Duty("coordinate", None, Span(at, end), Span(at, end))
        return Duty("coordinate", partners, task, Span(at, end))

    def _partners(self, value: str, at: int, end: int) -> Actors | None:
        """Read whom the task is done with; a task must be left behind them."""
        found = self._actors.read(value, at, end)
        if found and not _is_long_enough(value, self._task(value, found, at, end)):
            return self._actors.cut_to_known(value, found, end) or found
        return found

    def _task(self, value: str, partners: Actors | None, at: int, end: int) -> Span:
        if partners:
            between = self._between.match(value, partners.end, end)
            at = between.end() if between else partners.end
        while at < end and value[at] in " \n,:":
            at += 1
        return trim(value, at, end)


def _semicolons(value: str, start: int, end: int) -> Iterator[int]:
    at = value.find(";", start, end)
    while at >= 0:
        yield at
        at = value.find(";", at + 1, end)


def _is_long_enough(value: str, task: Span) -> bool:
    words = value[task.start : task.end].strip(" .;:,/")
    if _BLANK in words.replace("…", "...."):
        return False
    return len(words) >= _SHORTEST_TASK and len(words.split()) >= _FEWEST_WORDS
