"""Questions to the graph: pure functions over edges."""

from danchieu.graph.aligning import Figure, Fillers, Row, align
from danchieu.graph.changes import (
    CHANGES,
    Resting,
    State,
    changing_edges,
    resting_on,
)
from danchieu.graph.coverage import Covered, Unit, cover
from danchieu.graph.grounds import (
    RESTING,
    ForwardEdges,
    Ground,
    grounds,
    path_between,
)
from danchieu.graph.implementers import WAYS, Caps, Edges, Finding, implementers

__all__ = [
    "CHANGES",
    "RESTING",
    "WAYS",
    "Caps",
    "Covered",
    "Edges",
    "Figure",
    "Fillers",
    "Finding",
    "ForwardEdges",
    "Ground",
    "Resting",
    "Row",
    "State",
    "Unit",
    "align",
    "changing_edges",
    "cover",
    "grounds",
    "implementers",
    "path_between",
    "resting_on",
]
