"""Where the own name of a body ends: "Trung tâm Công nghệ thông tin | chủ trì"."""

from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_words import AND, Word, Words

_MOST_WORDS = 16
_MOST_LOWER = 7
"""Syllables in lower case that may follow one capitalised syllable of a name."""


def own_name_end(words: Words, index: int, grammar: Grammar, *, capitals: bool) -> int:
    """Return the index after the own name that starts at ``index``; ``index`` if none.

    The name starts with a capital, a number or a word as "cổ phần", runs on over
    lower-case words until a verb, another body, a place or a mark, and may hold
    dashes, "&" and "và" before a capital. ``capitals`` says that the kind before it is
    printed in capitals only.
    """
    if not _may_start(words, index, grammar):
        return index
    end, lower = index, 0
    while end - index < _MOST_WORDS and (word := words.at(end)) is not None:
        if not word.is_word or word.key == AND:
            after = _over_mark(words, end, grammar)
            if after == end:
                break
            end, lower = after, 0
            continue
        if _ends_before(words, end, end - index, grammar, capitals=capitals):
            break
        lower = lower + 1 if word.case == 0 else 0
        if lower > _MOST_LOWER:
            break
        end += 1
    return end


def starts_body(words: Words, index: int, grammar: Grammar) -> bool:
    """Say whether a capitalised body of the gazetteers or a kind of one starts here."""
    word = words.at(index)
    if word is None or word.case == 0 or grammar.not_bodies.longest(words, index):
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
    if word.case == 0:
        return grammar.name_starts.longest(words, index) is not None
    return word.case == 3 or not _known_body(words, index, grammar)


def _ends_before(
    words: Words, index: int, count: int, grammar: Grammar, *, capitals: bool
) -> bool:
    word = words.at(index)
    if word is None:
        return True
    if _breaks_line(word, count, capitals=capitals):
        return True
    if word.case == 0:
        if count == 0:
            return False
        return bool(
            grammar.stops.longest(words, index)
            or grammar.place_kinds.longest(words, index)
            or grammar.links.longest(words, index)
        )
    if capitals and word.case == 1 and len(word.key) > 1:
        return True
    return count > 0 and _known_body(words, index, grammar)


def _breaks_line(word: Word, count: int, *, capitals: bool) -> bool:
    if not word.line or word.case == 0:
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
    if mark.key == ",":
        return index + 1 if _is_joined(words, index - 1, grammar) else index
    if mark.key == ".":
        return index + 1 if not (mark.gap or following.gap) else index
    if mark.key == AND and following.case == 0:
        return index + 1 if _is_joined(words, index - 1, grammar) else index
    if mark.is_mark or mark.key == AND:
        return index + 1 if following.case > 0 else index
    return index


def _is_joined(words: Words, index: int, grammar: Grammar) -> bool:
    return index >= 0 and grammar.joined.longest(words, index) is not None
