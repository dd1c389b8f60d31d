"""The codes that names of laws stand for."""

from collections.abc import Mapping
from functools import lru_cache

from danchieu.phrases.folding import fold
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge

LAW_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")


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
