"""The name of one body, one head or one group, read where it starts."""

from dataclasses import dataclass, replace

from danchieu.phrases.agency_grammar import Entry, Grammar, fold_issuer_code
from danchieu.phrases.agency_groups import Group, read_group
from danchieu.phrases.agency_places import Place, read_place, read_unit_name
from danchieu.phrases.agency_tails import own_name_end
from danchieu.phrases.agency_words import (
    AND,
    CAPITALS,
    DIGITS,
    INITIAL,
    LOWER,
    Word,
    Words,
)
from danchieu.rules.gazetteers import Body

_ALL = "các"
_DEEPEST, _FEW_WORDS = 4, 6
"""How many titles and parts may stand before a body."""

_PLACED, _KNOWN, _LISTED, _OWN, _LONG, _BARE = 0.97, 0.93, 0.88, 0.75, 0.6, 0.4


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read, before the context completes it.

    Exactly one of these: ``body`` (of the gazetteers), ``group``, ``closed`` ("Sở"
    alone), else an own name that only ``text`` holds. ``title`` is the head's title
    before it, ``part`` the part of ``owner`` that is meant. ``text`` is the print of
    the name without title and place, in one line.
    """

    text: str
    level: str
    confidence: float
    body: Body | None = None
    place: Place | None = None
    group: Group | None = None
    owner: "Name | None" = None
    title: str | None = None
    closed: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A name with where it stands: words ``first`` to before ``after``."""

    first: int
    after: int
    name: Name


def read_names(
    words: Words, index: int, grammar: Grammar, *, loose: bool = False
) -> tuple[Reading, ...]:
    """Return the names that start at ``index``: one, or several that share a kind.

    "các Sở Nội vụ, Tài chính" gives two, the second without its kind. ``loose`` reads
    a string that is known to be a name: lower case and abbreviations count too.
    Empty when no name starts here.
    """
    return _Reader(words, grammar, loose).read(index, 0)


class _Reader:
    """Reads names from one run of words."""

    def __init__(self, words: Words, grammar: Grammar, loose: bool) -> None:
        self._words, self._grammar, self._loose = words, grammar, loose

    def read(self, index: int, depth: int) -> tuple[Reading, ...]:
        """Try every known name that starts here, the longest first."""
        if depth > _DEEPEST:
            return ()
        for end, entries in self._grammar.names.matches(self._words, index):
            for entry in entries:
                found = self._after(entry, index, end, depth)
                if found:
                    return found
        group = read_group(self._words, index, None, self._grammar)
        if group:
            return (self._group(index, *group),)
        return self._coded(index) if self._loose else ()

    def _coded(self, index: int) -> tuple[Reading, ...]:
        """Read "SYT" or "BYT": a code of symbols that stands for the body."""
        word = self._words.at(index)
        if word is None or word.case != CAPITALS:
            return ()
        bodies = self._grammar.codes.get(fold_issuer_code(word.key))
        if not bodies:
            return ()
        text = self._words.printed(index, index + 1)
        name = Name(text, bodies[0].level, _LONG, body=bodies[0])
        return (Reading(index, index + 1, name),)

    def _is_name(self, index: int) -> bool:
        word = self._words.at(index)
        return word is not None and word.case == INITIAL

    def _after(
        self, entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        if not self._fits(entry, index, end):
            return ()
        read = {
            "opener": self._opened,
            "head": self._headed,
            "part": self._part,
            "body": self._body,
            "whole": self._whole,
            "open": self._open,
            "closed": self._closed,
        }[entry.role]
        return read(entry, index, end, depth)

    def _fits(self, entry: Entry, index: int, end: int) -> bool:
        """Say whether the print may be this name: capitals where they are needed."""
        if self._loose or entry.role in ("opener", "head", "part", "whole"):
            return not entry.short or self._loose or self._case(index, end) >= CAPITALS
        case = self._case(index, end)
        if entry.short:
            return case >= CAPITALS
        return case >= INITIAL or (entry.role == "open" and end - index == 1)

    def _case(self, index: int, end: int) -> int:
        read = (self._words.at(i) for i in range(index, end))
        return max(
            (w.case for w in read if w is not None and w.case < DIGITS), default=0
        )

    def _opened(
        self, _entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        shared = self._sharing_kind(end)
        if shared:
            return shared
        if self._head_at(end):
            return self.read(end, depth + 1)
        group = read_group(self._words, index, end, self._grammar)
        return (self._group(index, *group),) if group else ()

    def _group(self, index: int, after: int, group: Group) -> Reading:
        name = Name(group.text, group.level, group.confidence, group=group)
        return Reading(index, after, name)

    def _sharing_kind(self, index: int) -> tuple[Reading, ...]:
        """Read "Sở: Nội vụ, Tài chính và Y tế" after "các"."""
        kind = self._words.at(index)
        branch = self._grammar.names.branches.get(kind.key) if kind else None
        if branch is None or not any(e.role == "closed" for e in branch.entries):
            return ()
        start = index + 1 + self._is(index + 1, ":")
        found: list[Reading] = []
        while (field := branch.longest(self._words, start)) is not None:
            end, entry = field
            if entry.body is None or self._case(start, end) == LOWER:
                break
            first = start if found else index
            name = Name(entry.name, entry.level, _LISTED, body=entry.body)
            found.append(Reading(first, end, name))
            start = self._next_listed(end)
            if start == end:
                break
        return tuple(found) if len(found) > 1 or self._is(index + 1, ":") else ()

    def _next_listed(self, index: int) -> int:
        end = index
        if self._is(end, ",") or self._is(end, ";"):
            end += 1
        return end + self._is(end, AND)

    def _is(self, index: int, key: str) -> int:
        word = self._words.at(index)
        return int(word is not None and word.key == key)

    def _headed(
        self, entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        """Read the body behind a title, or behind "Chủ tịch, các Phó Chủ tịch"."""
        start = self._next_listed(end)
        if start > end:
            start += self._is(start, _ALL)
        inner = (
            self.read(start, depth + 1) if start == end or self._head_at(start) else ()
        )
        if len(inner) != 1 or (inner[0].name.title and start == end):
            return ()
        name = inner[0].name
        title = f"{entry.name}, {name.title}" if name.title else entry.name
        return (Reading(index, inner[0].after, replace(name, title=title)),)

    def _head_at(self, index: int) -> bool:
        start = index + self._is(index, _ALL)
        matches = self._grammar.names.matches(self._words, start)
        return any(e.role == "head" for _, entries in matches for e in entries)

    def _part(
        self, entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        linked = self._grammar.links.longest(self._words, end)
        if linked and self._case(index, end) == LOWER and not self._loose:
            return ()
        inner = self.read(linked[0] if linked else end, depth + 1)
        if len(inner) != 1 or not self._owns(inner[0].name):
            return ()
        owner = inner[0].name
        name = Name(entry.name, owner.level, owner.confidence, owner=owner)
        return (Reading(index, inner[0].after, name),)

    @staticmethod
    def _owns(name: Name) -> bool:
        return not name.title and (bool(name.body) or name.closed or bool(name.owner))

    def _body(
        self, entry: Entry, index: int, end: int, _depth: int
    ) -> tuple[Reading, ...]:
        body = entry.body
        if body is None:
            return ()
        after, place = end, None
        if body.levels is not None:
            after, place = self._body_place(body, index, end)
        if place is None and (body.needs_place or self._is_part(entry, end)):
            return ()
        sure = _PLACED if place or body.levels is None else _KNOWN
        text = self._words.printed(index, end)
        return (Reading(index, after, Name(text, body.level, sure, body, place)),)

    def _body_place(self, body: Body, index: int, end: int) -> tuple[int, Place | None]:
        """Read where a body stands; "HĐND, UBND tỉnh" stand in one place."""
        if body.bare and body.levels is not None and "province" not in body.levels:
            return self._bare_unit(index, end)
        return self._place(end) or (end, self._shared_place(body, end))

    def _bare_unit(self, index: int, end: int) -> tuple[int, Place | None]:
        """Read "Điện Biên Đông" behind "Huyện ủy": never the province Điện Biên."""
        after, name = read_unit_name(self._words, end, self._grammar)
        if name is None:
            return self._place(end) or (end, None)
        first = self._words.at(index)
        word = first.key if first is not None else ""
        return after, Place("district", name, word, unit=name)

    def _shared_place(self, body: Body, end: int) -> Place | None:
        start = self._next_listed(end)
        if start == end or body.levels is None:
            return None
        for after, entries in self._grammar.names.matches(self._words, start):
            bodies = [e.body for e in entries if e.body and e.body.levels]
            if not bodies:
                continue
            found = read_place(self._words, after, self._grammar)
            place = found[1] if found else self._shared_place(bodies[0], after)
            fits = place is not None and (place.kind in body.levels or place.plural)
            return place if fits and len(body.levels) > 1 else None
        return None

    def _is_part(self, entry: Entry, end: int) -> bool:
        """Say whether "Cổng Thông tin điện tử" belongs to the body behind it."""
        word = self._words.at(end)
        if entry.body is None or word is None or word.line or word.case == LOWER:
            return False
        return any(
            e.body is not None and e.body.levels is None
            for _, entries in self._grammar.names.matches(self._words, end)
            for e in entries
        )

    def _place(self, index: int) -> tuple[int, Place] | None:
        """Read "tỉnh Sơn La", or "của tỉnh"."""
        place = read_place(self._words, index, self._grammar)
        link = None if place else self._grammar.links.longest(self._words, index)
        return read_place(self._words, link[0], self._grammar) if link else place

    def _whole(
        self, entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        after = own_name_end(self._words, end, self._grammar)
        text = self._words.printed(index, after)
        return (self._with_owner(index, after, Name(text, entry.level, _LONG), depth),)

    def _open(
        self, entry: Entry, index: int, end: int, depth: int
    ) -> tuple[Reading, ...]:
        if self._grammar.not_bodies.longest(self._words, index):
            return ()
        capitals = self._all_capitals(index, end)
        after = own_name_end(
            self._words,
            end,
            self._grammar,
            capitals=capitals,
            lower_start=self._loose or (end - index > 1 and self._is_name(index)),
        )
        if after == end:
            return self._kind_only(entry, index, end)
        if not self._loose and not self._starts_well(index, end, capitals=capitals):
            return ()
        text = self._words.printed(index, after)
        sure = _OWN if self._case(end, after) and after - end < _FEW_WORDS else _LONG
        name = Name(text, entry.level, sure, capitals=capitals)
        return (self._with_owner(index, after, name, depth),)

    def _kind_only(self, entry: Entry, index: int, end: int) -> tuple[Reading, ...]:
        """Read "Đoàn", where the caller knows that it is a name and nothing follows."""
        if not self._loose or index > 0 or self._words.at(end) is not None:
            return ()
        text = self._words.printed(index, end)
        return (Reading(index, end, Name(text, entry.level, _BARE)),)

    def _all_capitals(self, index: int, end: int) -> bool:
        read = [self._words.at(i) for i in range(index, end)]
        return all(w is not None and (w.case == CAPITALS or w.is_mark) for w in read)

    def _starts_well(self, index: int, end: int, *, capitals: bool) -> bool:
        """In running text an own name starts with a capital; capitals only, a line."""
        word = self._words.at(end)
        if word is None:
            return False
        if word.case in (LOWER, DIGITS) and self._case(index, end) == LOWER:
            return False
        if not capitals or word.case != CAPITALS:
            return True
        first = self._words.at(index)
        return first is not None and self._opens_line(first)

    def _opens_line(self, word: Word) -> bool:
        before = self._words.value[max(0, word.start - 20) : word.start]
        return before.rstrip(" \t*#|")[-1:] in ("", "\n")

    def _with_owner(self, index: int, after: int, name: Name, depth: int) -> Reading:
        found = read_place(self._words, after, self._grammar)
        if found:
            return Reading(index, found[0], replace(name, place=found[1]))
        start = self._owner_start(after)
        inner = self.read(start, depth + 1) if start is not None else ()
        if len(inner) == 1 and self._owns(inner[0].name):
            owner = inner[0].name
            named = replace(name, owner=owner, confidence=max(name.confidence, _OWN))
            return Reading(index, inner[0].after, named)
        return Reading(index, after, name)

    def _owner_start(self, index: int) -> int | None:
        linked = self._grammar.links.longest(self._words, index)
        if linked:
            return linked[0]
        word = self._words.at(index)
        if word is None:
            return None
        if word.key in ("-", "–"):
            return index + 1
        return index if word.is_word and word.case > LOWER and not word.line else None

    def _closed(
        self, entry: Entry, index: int, end: int, _depth: int
    ) -> tuple[Reading, ...]:
        group = read_group(self._words, index, None, self._grammar)
        if group:
            return (self._group(index, *group),)
        if self._grammar.not_bodies.longest(self._words, index):
            return ()
        if not self._loose and self._is_compound(index, end):
            return ()
        text = self._words.printed(index, end)
        return (Reading(index, end, Name(text, entry.level, _BARE, closed=True)),)

    def _is_compound(self, index: int, end: int) -> bool:
        """Say whether a lower-case noun goes on ("Bộ chỉ tiêu")."""
        first, word = self._words.at(index), self._words.at(end)
        if first is None or first.case == LOWER:
            return True
        if word is None or not word.is_word:
            return False
        return not self._grammar.stops.longest(self._words, end)
