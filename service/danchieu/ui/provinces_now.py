"""From the provinces of documents to those that stand there today."""

from collections import Counter
from collections.abc import Iterable, Sequence

from danchieu.rules.knowledge import Knowledge


class ProvincesNow:
    """Knows of each province of the past the one that it belongs to now."""

    def __init__(self, knowledge: Knowledge) -> None:
        provinces = knowledge.gazetteers.provinces
        self._now: dict[str, str] = {}
        for province in provinces.values():
            last = province
            while last.successor is not None:
                last = provinces[last.successor]
            self._now[province.name] = last.name

    def counts(self, before: Iterable[tuple[str, int]]) -> Sequence[tuple[str, int]]:
        """Return how many documents each province of today has, most first."""
        counted: Counter[str] = Counter()
        for name, count in before:
            counted[self._now.get(name, name)] += count
        return sorted(counted.items(), key=lambda item: (-item[1], item[0]))

    def forerunners(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names of all provinces that belong to these now."""
        wanted = set(names)
        return tuple(old for old, now in self._now.items() if now in wanted)
