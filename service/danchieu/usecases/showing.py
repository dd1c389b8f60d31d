"""Looking at what the archive holds."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from danchieu.contract import (
    Citation,
    DocumentResult,
    PageShape,
    StoredResult,
    Warning,
    page_shape,
)
from danchieu.phrases.codes import fold_code
from danchieu.store import Correction, Placement, StoredFile, StoredNode, Summary
from danchieu.usecases.corrected_reading import added_citations
from danchieu.usecases.correcting import apply_corrections
from danchieu.usecases.remarks import left_open, two_dates
from danchieu.usecases.store import Store


def show_document(store: Store, document_id: str) -> StoredResult:
    """Return the result as people corrected it, its citations linked where known.

    Raises:
        NotFoundError: the document is not held.
    """
    row = json.loads(store.result(document_id))
    placements = store.placements(document_id)[1 : len(row["citations"]) + 1]
    nodes = store.nodes(p.node_id for p in placements if p and p.node_id)
    citations = [
        _linked(citation, placement, nodes)
        for citation, placement in zip(row["citations"], placements, strict=True)
    ]
    linked = StoredResult.model_validate(
        {**row, "citations": citations, "id": document_id}
    )
    decisions = store.shelf.corrections(document_id)
    return _link_added(store, apply_corrections(linked, decisions), decisions)


def show_result(store: Store, document_id: str) -> DocumentResult:
    """Return the result as it was read, without links.

    Raises:
        NotFoundError: the document is not held.
    """
    return DocumentResult.model_validate_json(store.result(document_id))


def show_page(store: Store, document_id: str, number: int) -> PageShape:
    """Return one page: its text and its words with boxes.

    Raises:
        NotFoundError: the document is not held or has no such page.
    """
    return page_shape(store.page(document_id, number))


def show_file(store: Store, document_id: str) -> StoredFile:
    """Return the file as it was given.

    Raises:
        NotFoundError: the document is not held, or its file is gone.
    """
    return store.file(document_id)


def list_documents(
    store: Store, *, limit: int = 50, offset: int = 0
) -> Sequence[Summary]:
    """Return the held documents, latest saved first."""
    return store.summaries(limit=limit, offset=offset)


def count_documents(store: Store) -> int:
    """Count the held documents."""
    return store.count()


def _link_added(
    store: Store, result: StoredResult, decisions: Sequence[Correction]
) -> StoredResult:
    """Link the citations that people added; they are the last of the list."""
    added = added_citations(decisions)
    if not added:
        return result
    linked = [
        citation.model_copy(update={"document_id": _meant(store, result.id, citation)})
        for citation in added
    ]
    kept = result.citations[: -len(added)]
    return result.model_copy(update={"citations": (*kept, *linked)})


def _meant(store: Store, document_id: str, citation: Citation) -> str | None:
    """Return the node of the citation, None where its code could mean several."""
    if citation.code is None:
        return None
    anchors = store.links.anchors_in(document_id, fold_code(citation.code))
    return store.links.node_at(anchors[0]) if len(anchors) == 1 else None


def _linked(
    citation: dict[str, Any],
    placement: Placement | None,
    nodes: Mapping[str, StoredNode],
) -> dict[str, Any]:
    if placement is None:
        return citation
    node = nodes.get(placement.node_id) if placement.node_id else None
    found = [left_open(placement), _date_remark(citation["date"], node)]
    return {
        **citation,
        "document_id": placement.node_id,
        "warnings": [*citation["warnings"], *_rows(found)],
    }


def _date_remark(date: str | None, node: StoredNode | None) -> Warning | None:
    """Remark on two dates, except where this citation agrees with the held file."""
    if node is None or (date is not None and date == node.own_date):
        return None
    return two_dates(node)


def _rows(warnings: Iterable[Warning | None]) -> list[dict[str, Any]]:
    return [w.model_dump() for w in warnings if w is not None]
