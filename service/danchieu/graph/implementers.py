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
    itself, and whoever states an edge is not found for that.
    """
    caps = caps or Caps()
    carried_out = _carried_out(node_id, edges, caps)
    reports = _one_step(edges, carried_out, node_id, REPORTS_ON)
    grounds = _one_step(edges, {node_id: ()}, node_id, BASED_ON)
    by_way: dict[str, _Paths] = {
        "direct": {n: p for n, p in carried_out.items() if len(p) == 1},
        "via": {n: p for n, p in carried_out.items() if len(p) > 1},
        "reports": reports,
        "basis": grounds,
    }
    return _strongest(by_way)[: caps.documents]


def _carried_out(node_id: str, edges: Edges, caps: Caps) -> _Paths:
    """Return the path of each implementer, found level by level; () for the node."""
    paths: dict[str, tuple[Edge, ...]] = {node_id: ()}
    level: _Paths = paths
    for _ in range(caps.levels):
        found = _one_step(edges, level, node_id, IMPLEMENTS)
        level = {n: path for n, path in found.items() if n not in paths}
        if not level or len(paths) > caps.documents:
            break
        paths.update(level)
    return paths


def _one_step(
    edges: Edges, reached: _Paths, goal: str, relation: str
) -> dict[str, tuple[Edge, ...]]:
    """Return the nodes one edge before ``reached``, each with its surest path."""
    best: dict[str, tuple[Edge, ...]] = {}
    for edge in sorted(edges.edges_into(reached, (relation,)), key=surest_first):
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
