"""What changes a document, and who still rests on what it said before."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from danchieu.domain.link import Edge

CHANGES = ("amends", "replaces", "repeals", "corrects", "consolidates")
State = Literal["before", "names-the-change", "silent", "undated"]
"""``before`` the change was issued; after it, naming it or silent; or not datable."""


@dataclass(frozen=True, slots=True)
class Resting:
    """An implementer, and how it stands to a change of what it carries out."""

    node_id: str
    state: State


def resting_on(
    change: str,
    implementers: Iterable[str],
    dates: Mapping[str, str | None],
    cited_by: Mapping[str, Collection[str]],
) -> tuple[Resting, ...]:
    """Say of each implementer whether it can know ``change``.

    ``dates`` are EDTF; ``cited_by`` holds what each document cites. A date that is
    not full counts as before or after only when all its days are.
    """
    return tuple(
        Resting(node, _state(node, change, dates, cited_by))
        for node in implementers
        if node != change
    )


def _state(
    node: str,
    change: str,
    dates: Mapping[str, str | None],
    cited_by: Mapping[str, Collection[str]],
) -> State:
    if change in cited_by.get(node, ()):
        return "names-the-change"
    own, changed = dates.get(node), dates.get(change)
    if not own or not changed:
        return "undated"
    length = min(len(own), len(changed))
    if own[:length] == changed[:length] and own != changed:
        return "undated"
    return "before" if own < changed else "silent"


def changing_edges(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return the surest statement of each change, by relation and document."""
    best: dict[tuple[int, str], Edge] = {}
    for edge in edges:
        key = CHANGES.index(edge.relation), edge.source
        held = best.get(key)
        if held is None or _rank(edge) < _rank(held):
            best[key] = edge
    return tuple(best[key] for key in sorted(best))


def _rank(edge: Edge) -> tuple[float, str, int]:
    return -edge.confidence, edge.stated_by, edge.page
