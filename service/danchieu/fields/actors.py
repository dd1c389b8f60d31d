"""Who is told to do something: a list of bodies as it stands in a sentence."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

_LONGEST_ITEM = 170
_MOST_ITEMS = 40
_LONGEST_JOINED = 60
NameEnd = Callable[[int, int], int]
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

    def __init__(self, rules: RuleBook, name_end: NameEnd) -> None:
        """Take the patterns from ``rules``.

        ``name_end`` tells where a known name that starts at an offset ends, or the
        offset itself. It is asked only where a verb seems to end a name ("Sở Giáo dục
        và Đào tạo", "Ban Tổ chức").
        """
        self._name_end = name_end
        self._start = rules.pattern("fields.actor.start").regex
        self._more = rules.pattern("fields.actor.more").regex
        self._verb = rules.pattern("fields.assignment.verb").regex
        self._open_group = rules.pattern("fields.actor.open_group").regex
        self._stop = rules.pattern("fields.actor.stop").regex
        self._joined = rules.pattern("fields.actor.joined").regex
        self._aside = rules.pattern("fields.actor.aside").regex
        self._company = rules.pattern("fields.actor.company").regex

    def read(self, value: str, start: int, limit: int) -> Actors | None:
        """Return the list that begins at ``start``, None where no body is named.

        "các sở, ban, ngành tỉnh, UBND các huyện và đơn vị liên quan" gives three:
        neighbouring general words belong together, a named body stands alone.
        """
        spans: list[Span] = []
        groups: list[bool] = []
        at: int | None = start
        while at is not None and len(spans) < _MOST_ITEMS:
            item = self._item(value, at, limit)
            if item is None:
                break
            span, is_group, at = item
            if is_group and groups and self._takes_more(value, spans[-1], groups[-1]):
                spans[-1] = Span(spans[-1].start, span.end)
                groups[-1] = True
            else:
                spans.append(span)
                groups.append(is_group)
        if not spans:
            return None
        plural = [
            group or _PLURAL in value[span.start : span.end]
            for group, span in zip(groups, spans, strict=True)
        ]
        return Actors(tuple(spans), all(plural), spans[-1].end)

    def cut_to_known(self, value: str, actors: Actors, limit: int) -> Actors | None:
        """Return the list with its last name as far as it is known, None if it is not.

        For a list that seems to run to the end of the sentence, because no verb that
        we know ends it.
        """
        last = actors.spans[-1]
        known = self._name_end(last.start, limit)
        if not last.start < known < last.end:
            return None
        spans = (*actors.spans[:-1], Span(last.start, known))
        return Actors(spans, actors.all_groups, known)

    def _takes_more(self, value: str, item: Span, is_group: bool) -> bool:
        """Say whether a general word belongs to the item before it."""
        if not is_group:
            return bool(self._open_group.search(value, item.start, item.end))
        return not value[item.start : item.end].endswith(_CLOSES)

    def _item(
        self, value: str, at: int, limit: int
    ) -> tuple[Span, bool, int | None] | None:
        """Return a body, whether it is a group, and where the next one begins."""
        first = self._start.match(value, at, limit)
        if first is None or (first["group"] or "").isupper():
            return None
        limit = min(limit, at + _LONGEST_ITEM)
        company = (
            self._company.match(value, first.start("body"), limit)
            if first["body"]
            else None
        )
        name = company.end() if company else first.end()
        end, after, verb = self._item_end(value, name, limit)
        if verb:
            known = self._name_end(at, limit)
            if known > end:
                end, after, verb = self._item_end(value, known, limit)
        end = at + len(value[at:end].rstrip())
        alone = " " not in value[at:end]
        return Span(at, end), alone or first["group"] is not None, after

    def _item_end(
        self, value: str, at: int, limit: int
    ) -> tuple[int, int | None, bool]:
        """Return where the item ends, where the next begins, and if a verb ends it."""
        while True:
            stop = self._stop.search(value, at, limit)
            if stop is None:
                return limit, None, False
            if stop["end"] is not None:
                after = self._after_aside(value, stop.start(), limit)
                return stop.start(), after, stop["end"].isspace()
            back = max(0, stop.start() - _LONGEST_JOINED)
            joined = self._joined.search(value, back, stop.start())
            if not joined and self._start.match(value, stop.end(), limit):
                return stop.start(), stop.end(), False
            if not joined and not self._continues(value, stop, limit):
                return stop.start(), None, True
            at = stop.end()

    def _after_aside(self, value: str, at: int, limit: int) -> int | None:
        """Return where the next body begins behind "(cơ quan thường trực), "."""
        aside = self._aside.match(value, at, limit)
        link = aside and self._stop.match(value, aside.end(), limit)
        if not link or link["end"] is not None:
            return None
        return link.end() if self._start.match(value, link.end(), limit) else None

    def _continues(self, value: str, link: re.Match[str], limit: int) -> bool:
        """Say whether the name goes on: "Sở Văn hóa, Thể thao và du lịch"."""
        if ";" in link[0]:
            return False
        if self._more.match(value, link.end(), limit):
            return True
        return "," not in link[0] and not self._verb.match(value, link.end(), limit)
