"""Questions to the graph: pure functions over edges."""

from danchieu.graph.implementers import WAYS, Caps, Edges, Finding, implementers

__all__ = ["WAYS", "Caps", "Edges", "Finding", "implementers"]
