"""What questions about the whole graph ask of the archive."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from danchieu.domain.link import Edge
from danchieu.graph import ForwardEdges
from danchieu.store import Missing, Said, StoredNode
from danchieu.usecases.store import Store


class GraphStore(Store, ForwardEdges, Protocol):
    """An archive whose graph can be walked forwards, and as a whole."""

    def snapshot(self) -> AbstractContextManager["GraphStore"]:
        """Lend the archive as it is now: what it answers fits together."""
        ...

    def walk_graph(self) -> Iterator[StoredNode | Edge]:
        """Give all nodes, then all edges, of one state and little at a time."""
        ...

    def missing(self, limit: int) -> Sequence[Missing]:
        """Return the nodes that no file holds, the most cited first."""
        ...

    def differing(self, column: str, limit: int) -> Sequence[Said]:
        """Return what is said of nodes of which two values of ``column`` are said."""
        ...

    def same_day(self, limit: int) -> Sequence[tuple[str, ...]]:
        """Return groups of different nodes with one code and one full date."""
        ...
