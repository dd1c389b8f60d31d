"""Walks over a graph in arrays (compressed rows): the least that a question costs."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scale_archive import RELATIONS, Graph

_LEVELS, _HOPS = 4, 8
_Numbers = NDArray[np.int64]


class _Rows:
    """The neighbours of each node, one after the other."""

    def __init__(self, size: int, here: _Numbers, there: _Numbers) -> None:
        order = np.argsort(here, kind="stable")
        self._there = there[order]
        self._starts = np.searchsorted(here[order], np.arange(size + 1))

    def of(self, nodes: Iterable[int]) -> set[int]:
        """Return all neighbours of the nodes."""
        parts = [self._there[self._starts[n] : self._starts[n + 1]] for n in nodes]
        return set(np.concatenate(parts).tolist()) if parts else set()


class Walk:
    """Answers the graph's questions without words and without a database."""

    def __init__(self, graph: Graph) -> None:
        self._into = {
            name: self._rows(graph, graph.relation == RELATIONS.index(name))
            for name in ("implements", "reports_on", "based_on")
        }
        rests = graph.relation != RELATIONS.index("mentions")
        source, target = graph.source[rests], graph.target[rests]
        self._out = _Rows(graph.size, source, target)

    def implementers(self, number: int) -> set[tuple[int, str]]:
        """Return who carries the document out, each in its strongest way."""
        way = {number: ""}
        level = {number}
        for depth in range(_LEVELS):
            level = self._into["implements"].of(level) - way.keys()
            way |= dict.fromkeys(level, "direct" if depth == 0 else "via")
        for name, said, of in (
            ("reports_on", "reports", set(way)),
            ("based_on", "basis", {number}),
        ):
            new = self._into[name].of(of) - way.keys()
            way |= dict.fromkeys(new, said)
        del way[number]
        return set(way.items())

    def path(self, source: int, goal: int) -> int:
        """Return how many hops lead along citations to the goal, 0 for none."""
        seen, level = {source}, {source}
        for hops in range(1, _HOPS + 1):
            level = self._out.of(level) - seen
            if goal in level:
                return hops
            seen |= level
        return 0

    @staticmethod
    def _rows(graph: Graph, chosen: NDArray[np.bool_]) -> _Rows:
        return _Rows(graph.size, graph.target[chosen], graph.source[chosen])
