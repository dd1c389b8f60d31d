"""The codes that names of laws stand for."""

import re
from collections.abc import Mapping
from functools import lru_cache

from danchieu.phrases.folding import fold, plain_letters
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge

_CONSTITUTION = "hiến pháp"
_YEAR = re.compile(r"(?:,? (?:ban hành )?năm)? ?(?:19|20)\d\d$")
LAW_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


@lru_cache(maxsize=4096)
def law_key(name: str) -> str:
    """Return a law's name for comparing, a year at its end cut off.

    There is one constitution at a time, whatever is printed after the word.
    """
    key = _YEAR.sub("", _without_commas(name))
    return _CONSTITUTION if key.startswith(_CONSTITUTION) else key


def law_codes(name: str, date: str | None, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the codes of the laws of this name and, where given, date or year."""
    return tuple(alias.code for alias in laws_of_name(name, date, knowledge))


def laws_of_name(
    name: str, date: str | None, knowledge: Knowledge
) -> tuple[Alias, ...]:
    """Return the known laws of this name and, where given, date or year."""
    return tuple(
        alias
        for alias in _laws_by_name(knowledge).get(_without_commas(name), ())
        if not date or (alias.date or "").startswith(date)
    )


def known_law(printed: str, knowledge: Knowledge) -> str | None:
    """Return the longest name of a law that ``printed`` begins with, as it is written.

    Lost diacritics and commas do not matter; the length of the name is its length in
    print.
    "Luật Xây dựng bị phá dỡ" gives "Luật Xây dựng".
    """
    plain = f"{plain_letters(printed)} "
    for letters, name in _known_names(knowledge).get(_first_own_word(plain), ()):
        if plain.startswith(letters) and not plain[len(letters)].isalnum():
            return name
    return None


@lru_cache(maxsize=8)
def _known_names(knowledge: Knowledge) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return the names of laws by their first own word, the longest first."""
    names = {
        *knowledge.rules.word_list("citations.law_names").entries,
        *(
            name
            for alias in knowledge.gazetteers.aliases
            if alias.type in LAW_TYPES
            for name in alias.names
        ),
    }
    found: dict[str, list[tuple[str, str]]] = {}
    names |= {name.replace(",", "") for name in names}
    for name in sorted(names, key=len, reverse=True):
        plain = plain_letters(name)
        found.setdefault(_first_own_word(f"{plain} "), []).append((plain, name))
    return {word: tuple(pairs) for word, pairs in found.items()}


def _first_own_word(plain: str) -> str:
    """Return the word behind "luat" or "bo luat", which parts the names well."""
    words = plain.replace(",", " ").split(" ", 3)
    at = 2 if words[0] == "bo" else 1
    return words[at] if len(words) > at else ""


@lru_cache(maxsize=8)
def _laws_by_name(knowledge: Knowledge) -> Mapping[str, tuple[Alias, ...]]:
    found: dict[str, tuple[Alias, ...]] = {}
    for alias in knowledge.gazetteers.aliases:
        if alias.type in LAW_TYPES:
            for name in map(_without_commas, alias.names):
                found[name] = (*found.get(name, ()), alias)
    return found


def _without_commas(name: str) -> str:
    """Return the folded name; "Phòng chống ma túy" is "Phòng, chống ma túy"."""
    return fold(name).replace(",", "")
