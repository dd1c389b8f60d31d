"""The codes that names of laws stand for."""

import re
from collections.abc import Mapping
from functools import lru_cache

from danchieu.phrases.folding import fold
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
    key = _YEAR.sub("", fold(name))
    return _CONSTITUTION if key.startswith(_CONSTITUTION) else key


def law_codes(name: str, date: str | None, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the codes of the laws of this name and, where given, date or year."""
    wanted = fold(name)
    return tuple(
        alias.code
        for alias in _laws_by_name(knowledge).get(wanted, ())
        if not date or (alias.date or "").startswith(date)
    )


@lru_cache(maxsize=8)
def _laws_by_name(knowledge: Knowledge) -> Mapping[str, tuple[Alias, ...]]:
    found: dict[str, tuple[Alias, ...]] = {}
    for alias in knowledge.gazetteers.aliases:
        if alias.type in LAW_TYPES:
            for name in alias.names:
                found[fold(name)] = (*found.get(fold(name), ()), alias)
    return found
