"""Who carries out a document."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from danchieu.contract import Agency, TracedDocument, TraceEntry, Warning
from danchieu.contract.shaped_facts import agency_row
from danchieu.domain.link import Edge
from danchieu.errors import NotFoundError
from danchieu.graph import WAYS, Finding, implementers
from danchieu.phrases.codes import fold_code
from danchieu.store import StoredNode
from danchieu.usecases.remarks import by_name, issuer_not_stated, two_dates
from danchieu.usecases.store import Store

_BEFORE_THE_NUMBER = re.compile(r"^\D+")


def trace(store: Store, code: str) -> tuple[TraceEntry, ...]:
    """Return who carries out the document of this code, strongest way first.

    "Quyết định số 77/QĐ-TTg" is asked like "77/qđ-ttg". Where several documents
    share the code, each has its own entries: ``target`` tells which one is meant.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    found = {n: implementers(n, store) for n in _targets(store, code)}
    known = _known(store, found)
    entries = [
        _entry(finding, known.nodes[target], known)
        for target, findings in found.items()
        for finding in findings
    ]
    return tuple(sorted(entries, key=_order))


def trace_targets(store: Store, code: str) -> tuple[TracedDocument, ...]:
    """Return the documents that carry the code, apart by issuer and year.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    nodes = store.nodes(_targets(store, code))
    shapes = [_traced(node) for node in nodes.values()]
    return tuple(sorted(shapes, key=lambda d: (d.date or "", d.id)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the entries need of nodes and of the documents that state edges."""

    nodes: Mapping[str, StoredNode]
    file_names: Mapping[str, str]


def _targets(store: Store, code: str) -> tuple[str, ...]:
    number_first = _BEFORE_THE_NUMBER.sub("", code)
    targets = tuple(store.nodes_of_code(fold_code(number_first)))
    if not targets:
        raise NotFoundError(
            f"no document in the archive has or cites the code {code!r}; check the "
            "code, or load documents that cite it"
        )
    return targets


def _known(store: Store, found: Mapping[str, Iterable[Finding]]) -> _Known:
    edges = [e for findings in found.values() for f in findings for e in f.path]
    nodes = {*found, *(e.source for e in edges), *(e.target for e in edges)}
    return _Known(store.nodes(nodes), store.file_names(e.stated_by for e in edges))


def _entry(finding: Finding, target: StoredNode, known: _Known) -> TraceEntry:
    return TraceEntry.model_validate(
        {
            "document": _traced(known.nodes[finding.node_id]),
            "relation": finding.way,
            "also": finding.also,
            "target": _traced(target),
            "path": [_hop(edge, known) for edge in finding.path],
            "confidence": round(finding.confidence, 4),
            "warnings": _warnings(finding, target, known),
        }
    )


def _traced(node: StoredNode) -> TracedDocument:
    issuer = agency_row(node.issuer)
    return TracedDocument(
        code=node.code,
        type=node.type,
        issuer=Agency.model_validate(issuer) if issuer else None,
        date=node.date,
        title=node.title,
        id=node.id,
        in_archive=bool(node.documents),
        document_id=node.documents[0] if node.documents else None,
    )


def _hop(edge: Edge, known: _Known) -> dict[str, object]:
    return {
        "code": known.nodes[edge.source].code,
        "node_id": edge.source,
        "relation": edge.relation,
        "quote": edge.quote,
        "stated_by": edge.stated_by,
        "stated_in": known.file_names.get(edge.stated_by, edge.stated_by),
        "page": edge.page,
    }


def _warnings(finding: Finding, target: StoredNode, known: _Known) -> list[Warning]:
    on_the_way = [known.nodes[edge.source] for edge in finding.path]
    found = [
        *(by_name(edge, known.nodes[edge.target]) for edge in finding.path),
        *(two_dates(node) for node in (*on_the_way, target)),
        issuer_not_stated(target),
    ]
    return [w for w in found if w is not None]


def _order(entry: TraceEntry) -> tuple[int, str, str, str]:
    document = entry.document
    place = WAYS.index(entry.relation)
    return place, entry.target.id, document.date or "", document.id
