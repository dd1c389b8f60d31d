"""Places behind the name of a body: "tỉnh Sơn La", "huyện", "các huyện, thành phố"."""

from dataclasses import dataclass, replace

from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_spelling import proper_words
from danchieu.phrases.agency_words import (
    AND,
    CAPITALS,
    DIGITS,
    INITIAL,
    LOWER,
    Word,
    Words,
)

_CITY, _PROVINCE, _DISTRICT, _COMMUNE = "city", "province", "district", "commune"
_ALL = "các"
_LONGEST_NAME = 4
"""Names of districts and communes have at most four syllables, mostly two."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a body stands.

    ``kind`` is ``province``, ``city`` (a "thành phố" of either level), ``district``
    or ``commune``; ``word`` its kind in full ("thị xã"), "" where none is printed.
    ``province`` is the printed province's name, ``unit`` the district's or commune's;
    both None when only the kind is printed ("tỉnh"). ``plural`` stands for all places
    of a kind. ``text`` is the print in one line.
    """

    kind: str
    text: str
    word: str = ""
    province: str | None = None
    unit: str | None = None
    plural: bool = False


def read_place(words: Words, index: int, grammar: Grammar) -> tuple[int, Place] | None:
    """Return (index after it, place) when one starts at ``index``."""
    return (
        _level(words, index, grammar)
        or _kind_and_name(words, index, grammar)
        or _bare_province(words, index, grammar)
    )


def read_unit_name(
    words: Words, index: int, grammar: Grammar
) -> tuple[int, str | None]:
    """Return (index after it, name) of a district or commune printed without kind."""
    end = _proper_name(words, index, grammar)
    return end, proper_words(words.printed(index, end)) if end > index else None


def _level(words: Words, index: int, grammar: Grammar) -> tuple[int, Place] | None:
    found = grammar.place_levels.longest(words, index)
    if found:
        end, (_, kind) = found
        return end, Place(kind, words.printed(index, end), plural=True)
    return None


def _kind_and_name(
    words: Words, index: int, grammar: Grammar
) -> tuple[int, Place] | None:
    plural = _is(words.at(index), _ALL)
    first = index + plural
    found = grammar.place_kinds.longest(words, first)
    if found is None or grammar.not_bodies.longest(words, first):
        return None
    end, (word, kind) = found
    end = _skip_dot(words, first, end, word)
    last = _further_kinds(words, end, grammar)
    if last > end or plural:
        after = _named_list(words, last, grammar) if last == end else last
        return after, Place(kind, words.printed(index, after), plural=True)
    return _named(words, (first, end), Place(kind, "", word), grammar)


def _further_kinds(words: Words, index: int, grammar: Grammar) -> int:
    """Return the index after ", thị xã, thành phố [X]"; ``index`` when none follow."""
    end = index
    while True:
        after = _skip_comma_and(words, end)
        found = grammar.place_kinds.longest(words, after) if after > end else None
        if found is None:
            return end
        end = _skip_dot(words, after, found[0], found[1][0])
        end = _proper_name(words, end, grammar)


def _named_list(words: Words, index: int, grammar: Grammar) -> int:
    """Return the index after "Mai Sơn, Yên Châu và Mộc Châu"."""
    end = _proper_name(words, index, grammar)
    while end > index:
        after = _skip_comma_and(words, end)
        if after == end or grammar.names.matches(words, after):
            return end
        last = _proper_name(words, after, grammar)
        if last == after:
            return end
        end = last
    return end


def _named(
    words: Words, kind: tuple[int, int], place: Place, grammar: Grammar
) -> tuple[int, Place]:
    first, end = kind
    last, province = _province_name(words, end, place.kind, grammar)
    if province is None and place.kind != _PROVINCE:
        last = _proper_name(words, end, grammar)
    after, outer = last, None
    if province is None and last > end:
        after, outer = _outer_places(words, last, place.kind, grammar)
    if last > end and after == last and place.kind in (_CITY, _DISTRICT):
        after = _further_kinds(words, last, grammar)
        if after > last:
            return after, replace(place, text=words.printed(first, after), plural=True)
    named = replace(place, text=words.printed(first, after), province=province or outer)
    if province is None and last > end:
        named = replace(named, unit=words.printed(end, last))
    return after, named


def _province_name(
    words: Words, index: int, kind: str, grammar: Grammar
) -> tuple[int, str | None]:
    if kind in (_CITY, _PROVINCE) and _is_name(words.at(index)):
        return grammar.provinces.longest(words, index) or (index, None)
    return index, None


def _outer_places(
    words: Words, index: int, kind: str, grammar: Grammar
) -> tuple[int, str | None]:
    """Read ", huyện Y, tỉnh Z" behind a commune, ", tỉnh Z" behind a district."""
    after = index + _is(words.at(index), ",")
    found = grammar.place_kinds.longest(words, after)
    if found is None:
        return index, None
    end, (_, outer) = found
    if outer == _DISTRICT and kind == _COMMUNE:
        last = _proper_name(words, end, grammar)
        if last == end:
            return index, None
        return _outer_places(words, last, _DISTRICT, grammar)
    if outer in (_CITY, _PROVINCE) and _is_name(words.at(end)):
        return grammar.provinces.longest(words, end) or (index, None)
    return index, None


def _bare_province(
    words: Words, index: int, grammar: Grammar
) -> tuple[int, Place] | None:
    found = grammar.provinces.longest(words, index)
    if found and _is_name(words.at(index)) and _all_capital(words, index, found[0]):
        return found[0], Place(
            _PROVINCE, words.printed(index, found[0]), province=found[1]
        )
    return None


def _all_capital(words: Words, first: int, after: int) -> bool:
    read = (words.at(i) for i in range(first, after))
    return all(w is not None and (w.case > LOWER or w.is_mark) for w in read)


def _proper_name(words: Words, index: int, grammar: Grammar) -> int:
    """Return the index after a proper name of capitalised words; ``index`` if none."""
    first = words.at(index)
    if not _is_name(first):
        return index
    end = index
    while end - index < _LONGEST_NAME and (word := words.at(end)) is not None:
        if not _goes_on(word, first, end - index) or _is_body(words, end, grammar):
            break
        if end > index and _opens_place(words, end, grammar):
            break
        end += 1
    return end


def _goes_on(word: Word, first: Word | None, count: int) -> bool:
    if not word.is_word or word.case == LOWER:
        return False
    if count == 0:
        return True
    if first is not None and first.case == DIGITS:
        return False
    if (
        first is not None
        and first.case == CAPITALS
        and (word.line or word.case == INITIAL)
    ):
        return False
    return not (word.line and count > 1)


def _opens_place(words: Words, index: int, grammar: Grammar) -> bool:
    """See "HUYỆN MỘC CHÂU" right behind "XÃ TÂN LẬP"."""
    kind = grammar.place_kinds.longest(words, index)
    return kind is not None and _is_name(words.at(kind[0]))


def _is_body(words: Words, index: int, grammar: Grammar) -> bool:
    return any(
        entry.role == "body"
        for _, entries in grammar.names.matches(words, index)
        for entry in entries
    )


def _is(word: Word | None, key: str) -> bool:
    return word is not None and word.key == key


def _is_name(word: Word | None) -> bool:
    return word is not None and word.is_word and word.case > LOWER


def _skip_dot(words: Words, first: int, end: int, meant: str) -> int:
    """Step over the dot of "TP."; the dot of a sentence stays."""
    word = words.at(end)
    short = len(words.printed(first, end)) < len(meant)
    return end + int(short and word is not None and word.key == "." and not word.gap)


def _skip_comma_and(words: Words, index: int) -> int:
    end = index
    if _is(words.at(end), ",") or _is(words.at(end), "/"):
        end += 1
    if _is(words.at(end), AND):
        end += 1
    return end
