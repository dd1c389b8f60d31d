"""What stands behind a body: its role, its partners and the task."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.fields.actors import Actors, ActorReader
from danchieu.fields.paragraphs import trim
from danchieu.rules import RuleBook

_SHORTEST_TASK = 8


@dataclass(frozen=True, slots=True)
class Duty:
    """One task: ``role`` of the body that leads the sentence, and its partners.

    ``role`` is ``lead``, ``coordinate`` or ``responsible``; partners coordinate.
    """

    role: str
    partners: Actors | None
    task: Span


class DutyReader:
    """Reads duties; holds the patterns that it needs."""

    def __init__(self, rules: RuleBook, actors: ActorReader) -> None:
        """Take the patterns from ``rules``."""
        self._actors = actors
        self._lead = rules.pattern("fields.assignment.lead").regex
        self._coordinate = rules.pattern("fields.assignment.coordinate").regex
        self._words = rules.pattern("fields.assignment.duty_words").regex
        self._between = rules.pattern("fields.assignment.between").regex
        self._verb = rules.pattern("fields.assignment.verb").regex
        self._past = rules.pattern("fields.assignment.past").regex

    def read(self, value: str, start: int, end: int) -> Duty | None:
        """Return the duty that begins at ``start``; None where no task is told."""
        whole = trim(value, start, end)
        words = self._words.match(value, whole.start, whole.end)
        at = words.end() if words else whole.start
        duty = self._led(value, at, whole.end) or self._joint(value, at, whole.end)
        if duty is None:
            if not self._verb.match(value, at, whole.end):
                return None
            duty = Duty("responsible", None, Span(at, whole.end))
        return duty if _is_task(value, duty.task) else None

    def read_each(self, value: str, start: int, end: int) -> Iterator[Duty]:
        """Yield the first duty, then those after a semicolon that begin with a verb."""
        at = start
        for n, stop in enumerate([*_semicolons(value, start, end), end]):
            duty = self.read(value, at, stop)
            if duty is None and n == 0:
                return
            if duty:
                yield duty
            at = stop + 1

    def is_past(self, value: str, at: int) -> bool:
        """Say whether a task tells what has been done ("Đã tổ chức ...")."""
        return bool(self._past.match(value, at))

    def _led(self, value: str, at: int, end: int) -> Duty | None:
        match = self._lead.match(value, at, end)
        if match is None:
            return None
        partners = self._actors.read(value, match.end(), end) if match["with"] else None
        return Duty("lead", partners, self._task(value, partners, match.end(), end))

    def _joint(self, value: str, at: int, end: int) -> Duty | None:
        match = self._coordinate.match(value, at, end)
        if match is None:
            return None
        partners = self._actors.read(value, match.end(), end)
        if partners is None:
            return Duty("coordinate", None, Span(at, end))
        return Duty(
            "coordinate", partners, self._task(value, partners, match.end(), end)
        )

    def _task(self, value: str, partners: Actors | None, at: int, end: int) -> Span:
        if partners:
            between = self._between.match(value, partners.end, end)
            at = between.end() if between else partners.end
        return trim(value, at, end)


def _semicolons(value: str, start: int, end: int) -> Iterator[int]:
    at = value.find(";", start, end)
    while at >= 0:
        yield at
        at = value.find(";", at + 1, end)


def _is_task(value: str, task: Span) -> bool:
    words = value[task.start : task.end].strip(" .;:,/")
    return len(words) >= _SHORTEST_TASK and " " in words
