"""Documents that the archive cites but does not hold."""

from danchieu.contract.questions import MissingDocument
from danchieu.usecases.describing import known_of
from danchieu.usecases.graph_store import GraphStore


def missing_documents(
    store: GraphStore, *, limit: int = 50
) -> tuple[MissingDocument, ...]:
    """Return what to look for first: the documents that most others cite."""
    with store.snapshot() as now:
        missing = now.missing(limit)
        known = known_of(now, (), nodes=[m.node_id for m in missing])
    return tuple(
        MissingDocument(document=known.document(m.node_id), cited_by=m.cited_by)
        for m in missing
    )
