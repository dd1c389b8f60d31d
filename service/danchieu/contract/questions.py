"""Answers about the graph: what is stated, by whom, in which words, and what is not."""

from typing import Literal

from danchieu.contract.parts import Confidence, Evidence, Relation, Shape, Warning
from danchieu.contract.trace import TracedDocument, TraceEntry


class Statement(Shape):
    """``subject`` relates to ``object``: the words, their page, and who states it."""

    subject: TracedDocument
    relation: Relation
    object: TracedDocument
    quote: str
    stated_by: str
    stated_in: str
    page: int
    confidence: Confidence


class Ground(Shape):
    """One step of what a document rests on; ``level`` 1 is its own word."""

    level: int
    statement: Statement


class GroundsAnswer(Shape):
    """What the documents asked for rest on, nearest first."""

    documents: tuple[TracedDocument, ...]
    grounds: tuple[Ground, ...]
    notes: tuple[Warning, ...] = ()


class PathAnswer(Shape):
    """The shortest way along citations, from one document to the other."""

    sources: tuple[TracedDocument, ...]
    goals: tuple[TracedDocument, ...]
    path: tuple[Statement, ...]
    notes: tuple[Warning, ...] = ()


class RestingDocument(Shape):
    """Who carries the changed document out, and whether it can know the change.

    ``before``: issued earlier than the change. ``names-the-change``: it cites the
    change. ``silent``: issued later without citing it. ``undated``: nobody can tell.
    """

    document: TracedDocument
    relation: Literal["direct", "basis", "via", "reports"]
    state: Literal["before", "names-the-change", "silent", "undated"]


class Change(Shape):
    """What changes the document asked for, and who rests on it."""

    statement: Statement
    resting: tuple[RestingDocument, ...]


class ChangesAnswer(Shape):
    """All known changes of the documents asked for."""

    documents: tuple[TracedDocument, ...]
    changes: tuple[Change, ...]
    notes: tuple[Warning, ...] = ()


class MissingDocument(Shape):
    """A document that is cited but not held, and by how many that are."""

    document: TracedDocument
    cited_by: int


class ConflictingValue(Shape):
    """One of two values, and where it is stated first."""

    value: str
    stated_by: str
    stated_in: str
    evidence: tuple[Evidence, ...] = ()


class Conflict(Shape):
    """Texts do not agree on one document; for issuers, on which one it is."""

    kind: Literal["two-dates", "two-titles", "two-issuers"]
    documents: tuple[TracedDocument, ...]
    values: tuple[ConflictingValue, ...]
    note: Warning


class CoverageRow(Shape):
    """A body and its documents; ``known`` is false where no edge is known.

    ``own`` are documents of the body, ``forerunners`` of bodies that were merged into
    it, ``lower`` of bodies below it, which do not count as its own.
    """

    id: str
    name: str
    known: bool
    own: tuple[TraceEntry, ...] = ()
    forerunners: tuple[TraceEntry, ...] = ()
    lower: tuple[TraceEntry, ...] = ()


class CoverageAnswer(Shape):
    """Which bodies have a document that carries out those asked for."""

    documents: tuple[TracedDocument, ...]
    by: Literal["provinces", "departments", "ministries"]
    on: str
    known: int
    unknown: int
    rows: tuple[CoverageRow, ...]
    notes: tuple[Warning, ...] = ()


class TargetCell(Shape):
    """A figure of one document, as the document prints it."""

    document: TracedDocument
    text: str
    comparator: Literal["=", ">=", "<=", "range", "~"]
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    by: str | None = None
    stated_by: str
    stated_in: str
    evidence: tuple[Evidence, ...] = ()


class TargetRow(Shape):
    """Figures that count the same, in one unit, for one period."""

    metric: str
    unit: str | None = None
    percent: bool
    per: str | None = None
    by: str | None = None
    cells: tuple[TargetCell, ...]


class TargetsAnswer(Shape):
    """Targets of the documents asked for and of those that carry them out.

    ``without`` are those whose own text is not held, or states no target.
    """

    documents: tuple[TracedDocument, ...]
    rows: tuple[TargetRow, ...]
    without: tuple[TracedDocument, ...] = ()
    notes: tuple[Warning, ...] = ()
