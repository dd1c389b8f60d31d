"""Who carries out a document: by its own word, through others, or reporting on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from danchieu.domain.link import Edge

IMPLEMENTS, REPORTS_ON, BASED_ON = "implements", "reports_on", "based_on"
WAYS = ("direct", "via", "reports", "basis")
"""Strongest first: a document stands under the first way that holds."""


class Edges(Protocol):
    """Looks up edges by the node they end in."""

    def first_edges_into(
        self, node_id: str, relation: str, sources: int
    ) -> Sequence[Edge]:
        """Return the edges of a relation from the first so many nodes, by their ids."""
        ...

    def edges_between(
        self, sources: Iterable[str], relations: Sequence[str], target: str
    ) -> Sequence[Edge]:
        """Return the edges of these relations from the nodes to one other."""
        ...

    def edges_into(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> Sequence[Edge]:
        """Return the edges of these relations that end in one of the nodes."""
        ...


_Paths = Mapping[str, tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class Caps:
    """How far to go: ``levels`` of documents, ``documents`` in the answer."""

    levels: int = 4
    documents: int = 5_000


@dataclass(frozen=True, slots=True)
class Finding:
    """``node_id`` stands in this ``way`` to the document asked for.

    ``path`` leads from it to that document, one edge for each hop. ``also`` are the
    weaker ways that hold as well.
    """

    node_id: str
    way: str
    path: tuple[Edge, ...]
    also: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """How sure all hops are together."""
        product = 1.0
        for edge in self.path:
            product *= edge.confidence
        return product


def implementers(
    node_id: str, edges: Edges, caps: Caps | None = None
) -> tuple[Finding, ...]:
    """Return who carries out ``node_id``, strongest way first, each document once.

    ``direct``: an edge says that it implements the document. ``via``: it implements
    a document that implements it, by the shortest path. ``reports``: it reports on
    the document or on one that carries it out. ``basis``: it names the document as
    legal ground, which alone does not carry it out. Nothing is said of ``node_id``
    itself, and whoever states an edge is not found for that. Where the direct ones
    fill the answer nothing is looked for behind them: ``also`` then tells only what
    holds of the document asked for.
    """
    caps = caps or Caps()
    goal: _Paths = {node_id: ()}
    first = edges.first_edges_into(node_id, IMPLEMENTS, caps.documents)
    direct = _one_step(first, goal, node_id)
    if len(direct) < caps.documents:
        weaker = _weaker(node_id, direct, edges, caps)
    else:
        weaker = _also(node_id, direct, edges)
    return _strongest({"direct": direct, **weaker})[: caps.documents]


def _also(node_id: str, direct: _Paths, edges: Edges) -> dict[str, _Paths]:
    """Return the weaker ways in which the direct ones stand to the document."""
    said = edges.edges_between(direct, (REPORTS_ON, BASED_ON), node_id)
    goal: _Paths = {node_id: ()}
    reports = [e for e in said if e.relation == REPORTS_ON]
    grounds = [e for e in said if e.relation == BASED_ON]
    return {
        "via": {},
        "reports": _one_step(reports, goal, node_id),
        "basis": _one_step(grounds, goal, node_id),
    }


def _weaker(
    node_id: str, direct: _Paths, edges: Edges, caps: Caps
) -> dict[str, _Paths]:
    """Return all that stand to the document in the ways weaker than ``direct``."""
    goal: _Paths = {node_id: ()}
    via = _behind(node_id, direct, edges, caps)
    carried_out = {**goal, **direct, **via}
    reports = edges.edges_into(carried_out, (REPORTS_ON,))
    grounds = edges.edges_into(goal, (BASED_ON,))
    return {
        "via": via,
        "reports": _one_step(reports, carried_out, node_id),
        "basis": _one_step(grounds, goal, node_id),
    }


def _behind(node_id: str, direct: _Paths, edges: Edges, caps: Caps) -> _Paths:
    """Return the paths of those who carry the direct ones out, level by level."""
    paths: dict[str, tuple[Edge, ...]] = {}
    level = direct
    for _ in range(caps.levels - 1):
        if not level or len(direct) + len(paths) >= caps.documents:
            break
        found = _one_step(edges.edges_into(level, (IMPLEMENTS,)), level, node_id)
        level = {n: p for n, p in found.items() if n not in direct and n not in paths}
        paths.update(level)
    return paths


def _one_step(
    found: Iterable[Edge], reached: _Paths, goal: str
) -> dict[str, tuple[Edge, ...]]:
    """Return the nodes that edges ``found`` put before ``reached``, by surest paths."""
    best: dict[str, tuple[Edge, ...]] = {}
    for edge in sorted(found, key=surest_first):
        if edge.source == goal:
            continue
        path = (edge, *reached[edge.target])
        if edge.source not in best or len(path) < len(best[edge.source]):
            best[edge.source] = path
    return best


def surest_first(edge: Edge) -> tuple[float, str, int, str]:
    """Order statements by how sure they are, then by who states them."""
    return -edge.confidence, edge.stated_by, edge.page, edge.target


def _strongest(by_way: Mapping[str, _Paths]) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    seen: set[str] = set()
    for way in WAYS:
        for node in sorted(by_way[way]):
            if node not in seen and by_way[way][node]:
                seen.add(node)
                also = tuple(w for w in WAYS if w != way and node in by_way[w])
                findings.append(Finding(node, way, by_way[way][node], also))
    return tuple(findings)
