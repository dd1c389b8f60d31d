"""Edges in a list, for questions to a graph."""

from collections.abc import Iterable, Sequence

from danchieu.domain.link import Edge


class EdgeList:
    """Looks edges up in a list."""

    def __init__(self, *edges: str) -> None:
        self.edges = [edge(text) for text in edges]

    def edges_into(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> Sequence[Edge]:
        ends = set(node_ids)
        return [e for e in self.edges if e.target in ends and e.relation in relations]

    def first_edges_into(
        self, node_id: str, relation: str, sources: int
    ) -> Sequence[Edge]:
        found = self.edges_into((node_id,), (relation,))
        first = sorted({e.source for e in found} - {node_id})[:sources]
        return [e for e in found if e.source in first]

    def edges_between(
        self, sources: Iterable[str], relations: Sequence[str], target: str
    ) -> Sequence[Edge]:
        starts = set(sources)
        return [e for e in self.edges_into((target,), relations) if e.source in starts]

    def edges_out_of(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> Sequence[Edge]:
        starts = set(node_ids)
        return [e for e in self.edges if e.source in starts and e.relation in relations]


def edge(text: str) -> Edge:
    """Read ``A implements X by N 0.9``; who states it and how surely may be absent."""
    words = text.split()
    source, relation, target = words[:3]
    stated_by = words[4] if len(words) > 4 else source
    confidence = float(words[5]) if len(words) > 5 else 0.9
    return Edge(source, relation, target, stated_by, text, 1, confidence)
