"""Who carries out a document."""

from collections.abc import Mapping, Sequence

from danchieu.contract import TracedDocument, TraceEntry, Warning
from danchieu.domain.link import Edge
from danchieu.graph import WAYS, Caps, Finding, implementers
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases.describing import Known, known_of, targets_of
from danchieu.usecases.filtering import Wanted
from danchieu.usecases.remarks import by_name, issuer_not_stated, two_dates
from danchieu.usecases.store import Store


def trace(
    store: Store,
    code: str,
    *,
    wanted: Wanted | None = None,
    knowledge: Knowledge | None = None,
    caps: Caps | None = None,
) -> tuple[TraceEntry, ...]:
    """Return who carries out the document of this code, strongest way first.

    "Quyết định số 77/QĐ-TTg" is asked like "77/qđ-ttg". Where several documents
    share the code, each has its own entries: ``target`` tells which one is meant.
    Provinces can be ``wanted`` only with ``knowledge`` of them.

    Raises:
        NotFoundError: no document of this code is held or cited, or no province is
            called so.
    """
    with store.snapshot() as now:
        found = {n: implementers(n, now, caps) for n in targets_of(now, code)}
        entries = entries_of(now, found)
    if wanted is None:
        return entries
    return wanted.choose(entries, knowledge)


def entries_of(
    store: Store, found: Mapping[str, Sequence[Finding]]
) -> tuple[TraceEntry, ...]:
    """Return findings by the document asked for as entries, strongest way first."""
    edges = [e for findings in found.values() for f in findings for e in f.path]
    known = known_of(store, edges, nodes=found)
    entries = [
        _entry(finding, target, known)
        for target, findings in found.items()
        for finding in findings
    ]
    return tuple(sorted(entries, key=_order))


def trace_targets(store: Store, code: str) -> tuple[TracedDocument, ...]:
    """Return the documents that carry the code, apart by issuer and year.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    with store.snapshot() as now:
        targets = targets_of(now, code)
        return known_of(now, (), nodes=targets).documents(targets)


def _entry(finding: Finding, target: str, known: Known) -> TraceEntry:
    return TraceEntry.model_validate(
        {
            "document": known.document(finding.node_id),
            "relation": finding.way,
            "also": finding.also,
            "target": known.document(target),
            "path": [_hop(edge, known) for edge in finding.path],
            "confidence": round(finding.confidence, 4),
            "warnings": _warnings(finding, target, known),
        }
    )


def _hop(edge: Edge, known: Known) -> dict[str, object]:
    return {
        "code": known.nodes[edge.source].code,
        "node_id": edge.source,
        "relation": edge.relation,
        "quote": edge.quote,
        "stated_by": edge.stated_by,
        "stated_in": known.stated_in(edge.stated_by),
        "page": edge.page,
    }


def _warnings(finding: Finding, target: str, known: Known) -> list[Warning]:
    on_the_way = [known.nodes[edge.source] for edge in finding.path]
    found = [
        *(by_name(edge, known.nodes[edge.target]) for edge in finding.path),
        *(two_dates(node) for node in (*on_the_way, known.nodes[target])),
        issuer_not_stated(known.nodes[target]),
    ]
    return [w for w in found if w is not None]


def _order(entry: TraceEntry) -> tuple[int, str, str, str]:
    document = entry.document
    place = WAYS.index(entry.relation)
    return place, entry.target.id, document.date or "", document.id
