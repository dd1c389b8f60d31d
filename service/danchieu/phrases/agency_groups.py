"""Names of groups of bodies: "các sở, ban, ngành tỉnh", "các đơn vị liên quan"."""

from dataclasses import dataclass

from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_places import read_place
from danchieu.phrases.agency_words import CAPITALS, INITIAL, Words

_ALL = "các"
_NAMES, _NOT = "names", "no"
_CLEAR, _FAIR, _WEAK = 0.9, 0.75, 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """Many bodies under one name; ``text`` is the print in one line."""

    text: str
    level: str
    province: str | None
    confidence: float


def read_group(
    words: Words, index: int, opener_end: int | None, grammar: Grammar
) -> tuple[int, Group] | None:
    """Return (index after it, group) when one starts at ``index``.

    ``opener_end`` is the index after "các", None when the name has no such word: then
    it needs two kinds ("sở, ngành") or "liên quan" behind it.
    """
    start = index if opener_end is None else opener_end
    end, levels, keys = _units(words, start, grammar)
    if not keys:
        return None
    strong = [k for k in keys if k not in grammar.weak_units]
    if opener_end is None and not _names_many(words, end, strong, keys, grammar):
        return None
    after, province = _tails(words, end, grammar)
    if after == end and opener_end is not None:
        after, province = _printed_owner(words, end, grammar)
    text = words.printed(index, after)
    level = _level(levels)
    only_places = all(grammar.place_kinds.branches.get(k.split()[0]) for k in keys)
    if only_places:
        confidence = _WEAK if opener_end is None else _FAIR
    else:
        confidence = _confidence(len(strong), level, closed=after > end)
    return after, Group(text, level, province, confidence)


def _names_many(
    words: Words, end: int, strong: list[str], keys: list[str], grammar: Grammar
) -> bool:
    """Say whether kinds without "các" name a group: two, or "đơn vị liên quan"."""
    if not strong:
        return False
    if len(keys) > 1:
        return True
    tail = grammar.tails.longest(words, end)
    is_place = grammar.place_kinds.branches.get(keys[0]) is not None
    return tail is not None and tail[1] == _NAMES and not is_place


def _units(
    words: Words, index: int, grammar: Grammar
) -> tuple[int, list[str | None], list[str]]:
    levels: list[str | None] = []
    keys: list[str] = []
    end, start = index, index
    while (found := grammar.units.longest(words, start)) is not None:
        compound = grammar.not_bodies.longest(words, start)
        if (compound and compound[0] > found[0]) or _names_one(words, start, grammar):
            break
        end, (key, level) = found
        keys.append(key)
        levels.append(level)
        start = _separator(words, end, grammar)
        if start == end:
            break
    return end, levels, keys


def _names_one(words: Words, index: int, grammar: Grammar) -> bool:
    """Say whether a single body of the gazetteers starts here ("Sở Tài chính")."""
    word = words.at(index)
    if word is None:
        return False
    return any(
        entry.role == "body"
        for _, entries in grammar.names.matches(words, index)
        for entry in entries
    )


def _separator(words: Words, index: int, grammar: Grammar) -> int:
    end = index
    word = words.at(end)
    if word is not None and word.key in (",", "/", "-", "–"):
        end += 1
        word = words.at(end)
    if word is not None and word.key in grammar.conjunctions:
        end += 1
        word = words.at(end)
    if word is not None and end > index and word.key == _ALL:
        end += 1
    return end


def _tails(words: Words, index: int, grammar: Grammar) -> tuple[int, str | None]:
    end: int = index
    province = None
    for _ in range(4):
        found = _tail(words, end, grammar)
        if found is None:
            break
        end, province = found[0], found[1] or province
    return end, province


def _tail(words: Words, index: int, grammar: Grammar) -> tuple[int, str | None] | None:
    """Return (index after it, province) of "liên quan", "thuộc Sở" or "tỉnh Y"."""
    tail = grammar.tails.longest(words, index)
    link = grammar.links.longest(words, index)
    if link is not None and (tail is None or tail[0] <= link[0]):
        return _owner(words, link[0], grammar)
    if tail is not None:
        return None if tail[1] == _NOT else (tail[0], None)
    place = read_place(words, index, grammar)
    return (place[0], place[1].province) if place else None


def _printed_owner(
    words: Words, index: int, grammar: Grammar
) -> tuple[int, str | None]:
    """Read the body right behind a group: "các Ban HĐND tỉnh"."""
    word = words.at(index)
    if word is None or word.line or word.case not in (INITIAL, CAPITALS):
        return index, None
    return _owner(words, index, grammar) or (index, None)


def _owner(words: Words, index: int, grammar: Grammar) -> tuple[int, str | None] | None:
    """Read what follows "thuộc": a place, a body or "Sở"."""
    place = read_place(words, index, grammar)
    if place:
        return place[0], place[1].province
    for end, entries in grammar.names.matches(words, index):
        if any(e.role in ("body", "closed") for e in entries):
            behind = read_place(words, end, grammar)
            return (behind[0], behind[1].province) if behind else (end, None)
    return None


def _level(levels: list[str | None]) -> str:
    named = [level for level in levels if level]
    return named[0] if named else "other"


def _confidence(strong: int, level: str, *, closed: bool) -> float:
    if strong == 0:
        return _WEAK
    if strong > 1 or level != "other" or closed:
        return _CLEAR
    return _FAIR
