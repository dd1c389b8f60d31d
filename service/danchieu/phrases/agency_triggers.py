"""Where in running text a name of a body may start, found in one pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from danchieu.domain.text import Span
from danchieu.phrases.agency_grammar import Entry, Grammar, grammar_of
from danchieu.phrases.agency_words import AND, LOWER, MARKS, Tree, look
from danchieu.rules.knowledge import Knowledge

_NEXT = re.compile(r"\s{0,40}([^\W_]{1,40}|\S)")
_NEW_TONES = (
    "òa",
    "óa",
    "ỏa",
    "õa",
    "ọa",
    "òe",
    "óe",
    "ỏe",
    "õe",
    "ọe",
    "ùy",
    "úy",
    "ủy",
    "ũy",
    "ụy",
)
_OLD_TONES = (
    "oà",
    "oá",
    "oả",
    "oã",
    "oạ",
    "oè",
    "oé",
    "oẻ",
    "oẽ",
    "oẹ",
    "uỳ",
    "uý",
    "uỷ",
    "uỹ",
    "uỵ",
)
_JOINING = "/-_–"
_LONGEST_SYLLABLE = 12
_TAKES_ANY_NAME = ("open", "closed")
_TAKES_A_BODY = ("opener", "head", "part")


@dataclass(frozen=True, slots=True)
class Opening:
    """A first word of names; what may follow it.

    ``followers`` are folded words or marks; ``capital`` says that any capitalised word
    or number may follow too, ``alone`` that the word is a name by itself, unless one
    of ``barred`` follows ("sở hữu") or one of ``behind`` stands before ("cán bộ",
    "Luật Thanh tra").
    """

    length: int
    followers: frozenset[str]
    barred: frozenset[str]
    behind: frozenset[str]
    capital: bool
    alone: bool


def starts_of_names(value: str, span: Span, knowledge: Knowledge) -> Iterator[int]:
    """Yield the offset of each word in ``span`` that may open a name, in order."""
    lower = _lower(value[span.start : span.end])
    before = value[span.start - 1] if span.start else " "
    laws = grammar_of(knowledge).law_words
    for last, opening in _automaton(knowledge).iter(lower):
        start = last + 1 - opening.length
        previous = lower[start - 1] if start else before
        if previous.isalnum() or lower[last + 1 : last + 2].isalnum():
            continue
        if _is_inside_another(value, span.start + start, opening, laws):
            continue
        if previous in _JOINING and _in_a_code(value, span.start + start):
            continue
        if _may_go_on(value, span.start + last + 1, opening):
            yield span.start + start


def _may_go_on(value: str, end: int, opening: Opening) -> bool:
    following = _NEXT.match(value, end)
    if following is None:
        return opening.alone
    key, case = look(following[1])
    if key in opening.barred:
        return False
    return (
        opening.alone or key in opening.followers or (opening.capital and case != LOWER)
    )


def _is_inside_another(
    value: str, start: int, opening: Opening, laws: frozenset[str]
) -> bool:
    """Say whether the word before makes a compound or the name of a law with this."""
    before = value[max(0, start - _LONGEST_SYLLABLE) : start].rstrip(" ")
    if not before or not before[-1].isalpha():
        return False
    word = before.split()[-1]
    return word in laws or (bool(opening.behind) and look(word)[0] in opening.behind)


def _in_a_code(value: str, start: int) -> bool:
    """Say whether "UBND" stands inside a code or file name ("12/UBND", "KH_UBND")."""
    before, first = value[start - 2 : start - 1], value[start : start + 2]
    return value[start - 1] == "_" or (
        first.isupper() and (before.isdigit() or before.isupper() or before.isspace())
    )


def _lower(value: str) -> str:
    """Return ``value`` in lower case, letter for letter."""
    lower = value.lower()
    if len(lower) == len(value):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in value)


@lru_cache(maxsize=8)
def _automaton(knowledge: Knowledge) -> ahocorasick.Automaton:
    grammar = grammar_of(knowledge)
    automaton = ahocorasick.Automaton()
    for word in {*grammar.names.branches, *grammar.units.branches}:
        for form in _spellings(word):
            automaton.add_word(form, _opening(word, len(form), grammar))
    automaton.make_automaton()
    return automaton


def _spellings(word: str) -> set[str]:
    pairs = zip(_NEW_TONES, _OLD_TONES, strict=True)
    return {word, *(word.replace(new, old) for new, old in pairs)}


def _opening(word: str, length: int, grammar: Grammar) -> Opening:
    names, units = grammar.names.branches.get(word), grammar.units.branches.get(word)
    followers: set[str] = set()
    roles = {entry.role for entry in names.entries} if names else set()
    if names is not None:
        followers |= _continuations(names)
    if roles.intersection(_TAKES_A_BODY):
        followers |= _first_words(
            grammar.names.branches, grammar.units.branches, grammar.links.branches
        )
        followers |= {",", ".", AND}
    if "open" in roles:
        followers |= _first_words(grammar.name_starts.branches)
    if units is not None:
        followers |= _continuations(units)
    if units is not None and units.entries:
        followers |= _first_words(
            grammar.tails.branches, grammar.place_kinds.branches, grammar.links.branches
        )
        followers |= {",", "/", "-", "–"} | grammar.conjunctions
    capital = bool(roles.intersection(_TAKES_ANY_NAME))
    alone = bool(roles.intersection(("body", "closed")))
    barred = _barred(word, grammar) - followers
    behind = grammar.words_before.get(word, frozenset())
    return Opening(
        length, frozenset(followers), frozenset(barred), behind, capital, alone
    )


def _barred(word: str, grammar: Grammar) -> set[str]:
    compounds = grammar.not_bodies.branches.get(word)
    if compounds is None:
        return set()
    return {key for key, node in compounds.branches.items() if node.entries}


def _continuations(node: Tree[Entry] | Tree[tuple[str, str | None]]) -> set[str]:
    return {*node.branches, *MARKS, AND} if node.bridged else {*node.branches}


def _first_words(*branches: Iterable[str]) -> set[str]:
    return {word for words in branches for word in words}
