"""What a document says about other documents."""

from danchieu.contract.parts import (
    Agency,
    Confidence,
    Evidence,
    Relation,
    Shape,
    Warning,
)


class Citation(Shape):
    """One distinct cited document with every place that names it.

    ``relation`` is the strongest that the text states and ``relation_evidence`` the
    words that state it, from the cue to the end of the citation. ``document_id`` is
    the node in the graph: null outside an archive and where several could be meant.
    ``issuer_inferred`` is true where the text leaves the issuer out.
    """

    code: str | None = None
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: Agency | None = None
    issuer_inferred: bool = False
    name: str | None = None
    resolved_code: str | None = None
    relation: Relation
    relation_evidence: tuple[Evidence, ...] = ()
    pinpoints: tuple[str, ...] = ()
    document_id: str | None = None
    mentions: tuple[Evidence, ...] = ()
    confidence: Confidence
    method: str
    warnings: tuple[Warning, ...] = ()


class StatedRelation(Shape):
    """A relation between two other documents, each a code or a name as cited."""

    subject: str
    relation: Relation
    object: str
    object_resolved_code: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()


class DescribedDocument(Shape):
    """The document that a news page is about; ``implements`` are codes."""

    code: str | None = None
    type: str | None = None
    date: str | None = None
    issuer: Agency | None = None
    title: str | None = None
    implements: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
