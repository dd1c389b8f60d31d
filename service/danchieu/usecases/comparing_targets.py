"""Targets of a document and of those that carry it out, side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from danchieu.contract import TracedDocument, TraceEntry
from danchieu.contract.duties import Target
from danchieu.contract.questions import TargetCell, TargetRow, TargetsAnswer
from danchieu.graph import Caps, Figure, Fillers, Row, align
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases.covering import CARRYING_OUT
from danchieu.usecases.notes import capped, no_edge_known
from danchieu.usecases.showing import show_result
from danchieu.usecases.store import Store
from danchieu.usecases.tracing import trace, trace_targets

MOST_DOCUMENTS = 300


@dataclass(frozen=True, slots=True)
class _Stated:
    """A target of ``document``, stated by a held one."""

    document: TracedDocument
    target: Target
    stated_by: str
    stated_in: str


def targets_side_by_side(
    store: Store,
    code: str,
    knowledge: Knowledge,
    *,
    limit: int = MOST_DOCUMENTS,
) -> TargetsAnswer:
    """Return the targets in rows that count the same, shared rows first.

    The targets of a document that is not held are what a held page states of it.
    Of ``limit`` implementers at most, strongest way first.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    with store.snapshot() as now:
        asked = trace_targets(now, code)
        caps = Caps(documents=limit)
        entries = trace(now, code, wanted=CARRYING_OUT, caps=caps)
        sources = _sources(asked, entries)
        stated = [s for d, by in sources for s in _stated(now, d, by)]
    telling = {s.document.id for s in stated}
    notes = [] if stated else [no_edge_known()]
    if len(entries) >= limit:
        notes.append(capped(limit))
    return TargetsAnswer(
        documents=asked,
        rows=tuple(_row(row, stated) for row in _aligned(stated, knowledge)),
        without=tuple(d for d, _ in sources if d.id not in telling),
        notes=tuple(notes),
    )


def _sources(
    asked: Iterable[TracedDocument], entries: Iterable[TraceEntry]
) -> list[tuple[TracedDocument, tuple[str, ...]]]:
    """Return each document once, with the held ones that state its relation."""
    found: dict[str, tuple[TracedDocument, tuple[str, ...]]] = {
        document.id: (document, ()) for document in asked
    }
    for entry in entries:
        stated_by = tuple(hop.stated_by for hop in entry.path[:1])
        found.setdefault(entry.document.id, (entry.document, stated_by))
    return list(found.values())


def _stated(
    store: Store, document: TracedDocument, described_by: Iterable[str]
) -> Iterator[_Stated]:
    own = document.document_id
    for stated_by in [own] if own else dict.fromkeys(described_by):
        result = show_result(store, stated_by)
        for target in result.targets:
            if own or _is_of(target, document):
                yield _Stated(document, target, stated_by, result.source.file_name)


def _is_of(target: Target, document: TracedDocument) -> bool:
    if target.of is None or document.code is None:
        return False
    return fold_code(target.of) == fold_code(document.code)


def _aligned(stated: Sequence[_Stated], knowledge: Knowledge) -> tuple[Row, ...]:
    rules = knowledge.rules
    fillers = Fillers(
        {fold(w) for w in rules.word_list("fields.metric.leads").entries},
        {fold(w) for w in rules.word_list("fields.metric.asides").entries},
    )
    figures = [
        Figure(
            s.document.id,
            place,
            s.target.metric,
            s.target.unit,
            s.target.percent,
            s.target.per,
            s.target.by,
        )
        for place, s in enumerate(stated)
    ]
    return align(figures, fillers)


def _row(row: Row, stated: Sequence[_Stated]) -> TargetRow:
    return TargetRow(
        metric=row.metric,
        unit=row.unit,
        percent=row.percent,
        per=row.per,
        by=row.by,
        cells=tuple(_cell(stated[figure.place]) for figure in row.figures),
    )


def _cell(stated: _Stated) -> TargetCell:
    target = stated.target
    return TargetCell(
        document=stated.document,
        text=target.text,
        comparator=target.comparator,
        min=target.min,
        max=target.max,
        unit=target.unit,
        by=target.by,
        stated_by=stated.stated_by,
        stated_in=stated.stated_in,
        evidence=target.evidence,
    )
