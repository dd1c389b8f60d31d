"""Who is told to do something: a list of bodies as it stands in a sentence."""

import re
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

_LONGEST_ITEM = 170
_MOST_ITEMS = 40
_PLURAL = " các "
_CLOSES = "liên quan"


@dataclass(frozen=True, slots=True)
class Actors:
    """Named bodies in text order, and where the list ends."""

    spans: tuple[Span, ...]
    all_groups: bool
    end: int

    @property
    def whole(self) -> Span:
        """From the first letter of the first body to the end of the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


class ActorReader:
    """Reads lists of bodies; holds the patterns that it needs."""

    def __init__(self, rules: RuleBook) -> None:
        """Take the patterns from ``rules``."""
        self._start = rules.pattern("fields.actor.start").regex
        self._more = rules.pattern("fields.actor.more").regex
        self._verb = rules.pattern("fields.assignment.verb").regex
        self._stop = rules.pattern("fields.actor.stop").regex

    def read(self, value: str, start: int, limit: int) -> Actors | None:
        """Return the list that begins at ``start``, None where no body is named.

        "các sở, ban, ngành tỉnh, UBND các huyện và đơn vị liên quan" gives three:
        neighbouring general words belong together, a named body stands alone.
        """
        spans: list[Span] = []
        groups: list[bool] = []
        at = start
        while len(spans) < _MOST_ITEMS:
            first = self._start.match(value, at, limit)
            if first is None or (first["group"] or "").isupper():
                break
            end, after = self._item_end(
                value, first.end(), min(limit, at + _LONGEST_ITEM)
            )
            is_group = first["group"] is not None
            if is_group and groups and groups[-1] and _goes_on(value, spans[-1]):
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(first.start(), end))
                groups.append(is_group)
            if after is None:
                break
            at = after
        if not spans:
            return None
        plural = [
            g or _PLURAL in value[s.start : s.end]
            for g, s in zip(groups, spans, strict=True)
        ]
        return Actors(tuple(spans), all(plural), spans[-1].end)

    def _item_end(self, value: str, at: int, limit: int) -> tuple[int, int | None]:
        """Return where the item ends, and where the next one begins if there is one."""
        while True:
            stop = self._stop.search(value, at, limit)
            if stop is None:
                return limit, None
            if stop["end"] is not None:
                return stop.start(), None
            if self._start.match(value, stop.end(), limit):
                return stop.start(), stop.end()
            if not self._continues(value, stop, limit):
                return stop.start(), None
            at = stop.end()

    def _continues(self, value: str, link: re.Match[str], limit: int) -> bool:
        """Say whether the name goes on: "Sở Văn hóa, Thể thao và du lịch"."""
        if self._more.match(value, link.end(), limit):
            return True
        listed = "," in link[0] or ";" in link[0]
        return not listed and not self._verb.match(value, link.end(), limit)


def _goes_on(value: str, item: Span) -> bool:
    return not value[item.start : item.end].endswith(_CLOSES)
