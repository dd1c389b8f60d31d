"""What a document rests on: what it cites, and what that cites in turn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from danchieu.domain.citation import RELATIONS
from danchieu.domain.link import Edge
from danchieu.graph.implementers import Caps, surest_first

RESTING = tuple(r for r in RELATIONS if r not in ("describes", "mentions"))
"""Relations by which one document rests on another, strongest first."""


class ForwardEdges(Protocol):
    """Looks up edges by the node they start in."""

    def edges_out_of(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> Sequence[Edge]:
        """Return the edges of these relations that start in one of the nodes."""
        ...


@dataclass(frozen=True, slots=True)
class Ground:
    """A document that is rested on: ``level`` 1 by the one asked for itself."""

    level: int
    edge: Edge


def grounds(
    node_id: str,
    edges: ForwardEdges,
    relations: Sequence[str] = RESTING,
    caps: Caps | None = None,
) -> tuple[Ground, ...]:
    """Return what ``node_id`` rests on, nearest first, each edge once.

    Of several statements of one relation between two documents the surest is kept.
    """
    caps = caps or Caps()
    seen, level = {node_id}, [node_id]
    found: dict[tuple[str, str, str], Ground] = {}
    for depth in range(1, caps.levels + 1):
        reached: dict[str, None] = {}
        for edge in sorted(edges.edges_out_of(level, relations), key=_in_order):
            key = edge.source, edge.relation, edge.target
            found.setdefault(key, Ground(depth, edge))
            reached[edge.target] = None
        level = sorted(n for n in reached if n not in seen)
        seen.update(level)
        if not level or len(found) >= caps.documents:
            break
    return tuple(found.values())[: caps.documents]


def path_between(
    sources: Iterable[str],
    goals: Iterable[str],
    edges: ForwardEdges,
    relations: Sequence[str] = RESTING,
    caps: Caps | None = None,
) -> tuple[Edge, ...]:
    """Return the shortest way along citations from a source to a goal, () for none.

    Of equally short ways the surest last hop is taken, then the surest before it.
    """
    caps, ends = caps or Caps(), set(goals)
    paths: dict[str, tuple[Edge, ...]] = {node: () for node in sources}
    level = sorted(n for n in paths if n not in ends)
    for _ in range(caps.levels):
        step: dict[str, tuple[Edge, ...]] = {}
        for edge in sorted(edges.edges_out_of(level, relations), key=surest_first):
            if edge.target not in paths and edge.target not in step:
                step[edge.target] = (*paths[edge.source], edge)
        met = sorted(step.keys() & ends)
        if met:
            return min((step[node] for node in met), key=_doubt)
        paths.update(step)
        level = sorted(step)
        if not level or len(paths) > caps.documents:
            break
    return ()


def _in_order(edge: Edge) -> tuple[str, int, float, str, int, str]:
    rank = RELATIONS.index(edge.relation)
    return (edge.source, rank, *surest_first(edge))


def _doubt(path: Sequence[Edge]) -> tuple[float, str]:
    return -path[-1].confidence, path[-1].target
