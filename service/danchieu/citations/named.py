"""Strategies, programmes and plans that are cited by name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

import ahocorasick

from danchieu.citations.law_names import LAW_TYPES
from danchieu.citations.particulars import read_particulars
from danchieu.citations.scene import Scene, lower_same_length
from danchieu.citations.spots import Particulars, Spot, Taken
from danchieu.domain.text import Span
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge

_LEAST = 24
_WORDS = 9
_MOST_NAMES = 200
_PERIOD_REACH, _OPENING_REACH = 110, 260
_YEAR = re.compile(r"(?:19|20)\d\d")


def find_aliases(scene: Scene, taken: Taken) -> tuple[Spot, ...]:
    """Return the names of the alias table, laws left out, outside ``taken``.

    A name that several documents bear ("Chương trình phát triển tài sản trí tuệ"), or
    that the table gives with a period only, stands for the one whose period is named
    beside it, here or at an earlier place; else it is left out.
    """
    lowered = lower_same_length(scene.flat)
    found: list[Spot] = []
    meant: dict[str, Alias] = {}
    for last, (name, aliases) in _automaton(scene.knowledge).iter_long(lowered):
        span = Span(last + 1 - len(name), last + 1)
        if not _is_whole(lowered, span) or not scene.is_open(span.start):
            continue
        known = [a for a in aliases if scene.may_cite(a)]
        base = _base(name, scene.knowledge)
        after = lowered[span.start : span.end + _PERIOD_REACH]
        alias = _choose(name, known, after) or meant.get(base)
        if alias is None or taken.overlaps(span):
            continue
        meant[base] = alias
        type_ = _type_in_name(alias, scene.flat[span.start : span.end])
        found.append(
            Spot(
                span,
                "gazetteers.aliases",
                type=type_,
                told=Particulars(span.end),
                alias=alias,
            )
        )
    return tuple(found)


def _choose(name: str, aliases: Sequence[Alias], text: str) -> Alias | None:
    if len(aliases) == 1 and name in {n.casefold() for n in aliases[0].names}:
        return aliases[0]
    years = set(_YEAR.findall(text))
    fitting = [a for a in aliases if years & _end_years(a)]
    return fitting[0] if len(fitting) == 1 else None


def _end_years(alias: Alias) -> set[str]:
    return {years[-1] for name in alias.names if (years := _YEAR.findall(name))}


def find_openings(scene: Scene, taken: Taken) -> tuple[Spot, ...]:
    """Return yearly plans without a number at the start of a clause.

    "Thực hiện Chương trình công tác năm 2023;" names a document that nobody else can
    look up; it is kept by its name.
    """
    rule = scene.knowledge.rules.pattern("citations.named.opening").regex
    found = []
    for start in (0, *(b.end for b in scene.boundaries)):
        match = rule.match(scene.flat, start, start + _OPENING_REACH)
        if match is None or not scene.is_open(start):
            continue
        span = Span(*match.span("name"))
        if span.end <= scene.clause_end(start) and not taken.overlaps(span):
            told = read_particulars(scene, span.end, scene.clause_end(span.end))
            found.append(Spot(span, "citations.named", type=match["type"], told=told))
    return tuple(found)


def find_local_names(
    scene: Scene, coded: Sequence[Spot], taken: Taken
) -> tuple[tuple[Spot, Spot], ...]:
    """Return (place, coded spot) where the text itself says what a name stands for.

    "Quyết định số 12/QĐ-TTg … phê duyệt Chiến lược phát triển nghề cá đến năm 2030"
    makes "Chiến lược phát triển nghề cá" stand for 12/QĐ-TTg elsewhere in the text.
    """
    lowered = lower_same_length(scene.flat)
    found: list[tuple[Spot, Spot]] = []
    for name, spot in islice(_local_names(scene, coded), _MOST_NAMES):
        for span in _occurrences(lowered, name):
            inside_own = spot.told.name_span and spot.told.name_span.contains(span)
            if inside_own or not scene.is_open(span.start):
                continue
            if taken.overlaps(span):
                continue
            taken.add([span])
            place = Spot(span, "citations.local_name", told=Particulars(span.end))
            found.append((place, spot))
    return tuple(found)


def _local_names(scene: Scene, coded: Sequence[Spot]) -> Iterator[tuple[str, Spot]]:
    rules = scene.knowledge.rules
    seen: set[str] = set()
    for spot in coded:
        for printed in _names_of(scene, spot):
            words = printed.casefold().split()
            core = " ".join(words[:_WORDS])
            if len(core) >= _LEAST and core not in seen:
                seen.add(core)
                yield core, spot
        after = scene.flat[spot.span.end : spot.span.end + 340]
        short = rules.pattern("citations.named.short_form").regex.match(after)
        if short and _is_name(short["name"], scene) and short["name"] not in seen:
            seen.add(short["name"])
            yield short["name"].strip().casefold(), spot


def _is_name(printed: str, scene: Scene) -> bool:
    """Say whether a short form is a type word with something more ("Đề án 06")."""
    types = scene.knowledge.rules.word_list("citations.type_words").entries
    words = printed.casefold().split()
    return any(" ".join(words[:n]) in types for n in range(1, min(len(words), 4)))


def _names_of(scene: Scene, spot: Spot) -> Iterator[str]:
    rules = scene.knowledge.rules
    if spot.told.name:
        title = rules.pattern("citations.named.of_title").regex.match(spot.told.name)
        if title:
            yield title["name"]
    start = scene.clause_start(spot.span.start)
    before = re.sub(r"\s+", " ", scene.before(spot.span.start, 300, start=start))
    approved = rules.pattern("citations.named.approved_by").regex.search(before)
    if approved:
        yield approved["name"]


def _occurrences(lowered: str, name: str) -> Iterator[Span]:
    at = lowered.find(name)
    while at >= 0:
        span = Span(at, at + len(name))
        if _is_whole(lowered, span):
            yield span
        at = lowered.find(name, at + len(name))


def _is_whole(text: str, span: Span) -> bool:
    before = span.start > 0 and text[span.start - 1].isalnum()
    return not before and not text[span.end : span.end + 1].isalnum()


def _type_in_name(alias: Alias, printed: str) -> str | None:
    """Return the kind of plan in a name ("Chiến lược"), else the document's type."""
    if not printed[:1].isalpha():
        return alias.type
    first = " ".join(printed.split()[:2])
    return first[:1].upper() + first[1:].casefold()


def _base(name: str, knowledge: Knowledge) -> str:
    """Return a name without its period."""
    return knowledge.rules.pattern("citations.named.period").regex.sub("", name)


@lru_cache(maxsize=8)
def _automaton(knowledge: Knowledge) -> "ahocorasick.Automaton":
    names: dict[str, list[Alias]] = {}
    for alias in knowledge.gazetteers.aliases:
        if alias.type not in LAW_TYPES:
            printed = [n.casefold() for n in alias.names]
            bases = [_base(n, knowledge) for n in printed]
            for name in dict.fromkeys((*printed, *(b for b in bases if " " in b))):
                names.setdefault(name, []).append(alias)
    automaton = ahocorasick.Automaton()
    for name, aliases in names.items():
        automaton.add_word(name, (name, tuple(aliases)))
    automaton.make_automaton()
    return automaton
