"""What amends or replaces a document, and who rests on what it said before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from danchieu.contract.questions import Change, ChangesAnswer, RestingDocument
from danchieu.domain.citation import RELATIONS
from danchieu.domain.link import Edge
from danchieu.graph import (
    CHANGES,
    Caps,
    Finding,
    changing_edges,
    implementers,
    resting_on,
)
from danchieu.usecases.describing import Known, known_of, targets_of
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.notes import no_edge_known


def changes_of(
    store: GraphStore, code: str, *, caps: Caps | None = None
) -> ChangesAnswer:
    """Return what changes the documents of this code, each with who rests on them.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    with store.snapshot() as now:
        return _changes(now, targets_of(now, code), caps)


def _changes(
    store: GraphStore, asked: Sequence[str], caps: Caps | None
) -> ChangesAnswer:
    edges = {node: changing_edges(store.edges_into((node,), CHANGES)) for node in asked}
    found = {node: implementers(node, store, caps) for node in asked if edges[node]}
    everyone = {f.node_id for findings in found.values() for f in findings}
    stated = [edge for node in asked for edge in edges[node]]
    known = known_of(store, stated, nodes={*asked, *everyone})
    cited = _cited_by(store.edges_out_of(everyone, RELATIONS))
    return ChangesAnswer(
        documents=known.documents(asked),
        changes=tuple(
            Change(
                statement=known.statement(edge),
                resting=_resting(edge, found[edge.target], known, cited),
            )
            for edge in stated
        ),
        notes=() if stated else (no_edge_known(),),
    )


def _cited_by(edges: Iterable[Edge]) -> Mapping[str, set[str]]:
    cited: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        cited[edge.source].add(edge.target)
    return cited


def _resting(
    change: Edge,
    findings: Sequence[Finding],
    known: Known,
    cited: Mapping[str, set[str]],
) -> tuple[RestingDocument, ...]:
    ways = {f.node_id: f.way for f in findings}
    dates = {n: known.nodes[n].date for n in (*ways, change.source)}
    return tuple(
        RestingDocument(
            document=known.document(one.node_id),
            relation=ways[one.node_id],
            state=one.state,
        )
        for one in resting_on(change.source, ways, dates, cited)
    )
