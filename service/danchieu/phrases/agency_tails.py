"""Where the own name of a body ends: "Trung tâm Công nghệ thông tin | chủ trì"."""

from itertools import pairwise

from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_words import (
    AND,
    CAPITALS,
    DIGITS,
    INITIAL,
    LOWER,
    Word,
    Words,
)

_MOST_WORDS = 16
_MOST_LOWER = 12
"""Syllables in lower case that may follow one capitalised syllable of a name."""


def own_name_end(
    words: Words,
    index: int,
    grammar: Grammar,
    *,
    capitals: bool = False,
    lower_start: bool = False,
) -> int:
    """Return the index after the own name that starts at ``index``; ``index`` if none.

    The name starts with a capital, a number or a word as "cổ phần", runs on over
    lower-case words until a verb, another body, a place or a mark, and may hold
    dashes, "&" and "và" before a capital. ``capitals`` says that the kind before it is
    printed in capitals only, ``lower_start`` that the name may start in lower case when
    a capital follows ("Công ty xây dựng Hồng Hà").
    """
    end = _end(words, index, grammar, capitals=capitals)
    if _may_start(words, index, grammar):
        return end
    if lower_start and any(_is_capital(words.at(i)) for i in range(index, end)):
        return end
    return index


def _is_capital(word: Word | None) -> bool:
    return word is not None and word.case in (INITIAL, CAPITALS)


def _end(words: Words, index: int, grammar: Grammar, *, capitals: bool) -> int:
    end, lower = index, 0
    while end - index < _MOST_WORDS and (word := words.at(end)) is not None:
        if not word.is_word or word.key == AND:
            after = _over_mark(words, end, grammar)
            if after == end:
                break
            end, lower = after, 0
            continue
        kept = grammar.keeps.longest(words, end)
        if kept and not _breaks_line(word, end - index, capitals=capitals):
            end = kept[0]
            continue
        if _ends_before(words, end, end - index, grammar, capitals=capitals):
            break
        lower = lower + 1 if word.case == LOWER else 0
        if lower > _MOST_LOWER:
            break
        end += 1
    return end


def starts_body(words: Words, index: int, grammar: Grammar) -> bool:
    """Say whether a capitalised body of the gazetteers or a kind of one starts here."""
    word = words.at(index)
    if word is None or word.case == LOWER or grammar.not_bodies.longest(words, index):
        return False
    return any(
        entry.role in ("body", "open", "closed", "head", "opener")
        for _, entries in grammar.names.matches(words, index)
        for entry in entries
    )


def _may_start(words: Words, index: int, grammar: Grammar) -> bool:
    word = words.at(index)
    if word is None or not word.is_word or word.key == AND:
        return False
    if word.case == LOWER:
        return grammar.name_starts.longest(words, index) is not None
    return word.case == DIGITS or not _known_body(words, index, grammar)


def _ends_before(
    words: Words, index: int, count: int, grammar: Grammar, *, capitals: bool
) -> bool:
    word = words.at(index)
    if word is None:
        return True
    if _breaks_line(word, count, capitals=capitals):
        return True
    if _is_code(words, index):
        return True
    if word.case == LOWER:
        return bool(
            grammar.stops.longest(words, index)
            or grammar.place_kinds.longest(words, index)
            or grammar.links.longest(words, index)
        )
    if capitals and word.case == INITIAL and len(word.key) > 1:
        return True
    return count > 0 and _known_body(words, index, grammar)


def _is_code(words: Words, index: int) -> bool:
    """Say whether "12/2020" or "số 12/2020" starts here."""
    read = [words.at(index + i) for i in range(3)]
    for number, mark in pairwise(read):
        if number and mark and number.case == DIGITS and mark.key == "/":
            return True
    return False


def _breaks_line(word: Word, count: int, *, capitals: bool) -> bool:
    if not word.line or word.case == LOWER:
        return False
    return count > 0 if capitals else count > 1


def _known_body(words: Words, index: int, grammar: Grammar) -> bool:
    if grammar.place_kinds.longest(words, index):
        return True
    return any(
        entry.body is not None
        and (not entry.body.needs_place or grammar.place_kinds.longest(words, end))
        for end, entries in grammar.names.matches(words, index)
        for entry in entries
    )


def _over_mark(words: Words, index: int, grammar: Grammar) -> int:
    """Return the index after a mark that the name goes on over, else ``index``."""
    mark, following = words.at(index), words.at(index + 1)
    if mark is None or following is None or not following.is_word:
        return index
    if starts_body(words, index + 1, grammar) or mark.line:
        return index
    return index + _joins(words, index, grammar)


def _joins(words: Words, index: int, grammar: Grammar) -> bool:
    """Say whether the mark or "và" here stands inside a name, by what follows it."""
    mark, following = words.at(index), words.at(index + 1)
    if mark is None or following is None:
        return False
    match mark.key:
        case ",":
            return index > 0 and grammar.joined.longest(words, index - 1) is not None
        case ".":
            return not (mark.gap or following.gap)
        case _ if mark.key == AND and following.case == LOWER:
            return not _starts_other(words, index + 1, grammar)
    if mark.key == AND and _starts_sentence_part(words, index + 1, grammar):
        return False
    return (mark.is_mark or mark.key == AND) and following.case > LOWER


def _starts_sentence_part(words: Words, index: int, grammar: Grammar) -> bool:
    """See a verb ("giao"), not a compound that begins like one ("giao thông")."""
    verb = grammar.stops.longest(words, index)
    return verb is not None and not grammar.keeps.longest(words, index)


def _starts_other(words: Words, index: int, grammar: Grammar) -> bool:
    """Say whether a lower-case word after "và" begins another thing than the name."""
    if grammar.keeps.longest(words, index):
        return False
    trees = (grammar.stops, grammar.units, grammar.names, grammar.place_kinds)
    return any(tree.matches(words, index) for tree in trees)
