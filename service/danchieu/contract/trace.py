"""The answer to "who carries out this document"."""

from typing import Literal

from danchieu.contract.parts import Agency, Confidence, Shape, Warning

TraceRelation = Literal["direct", "basis", "via", "reports"]


class TracedDocument(Shape):
    """A document of the answer; held in the archive, or only known by citation.

    ``id`` is its node in the graph; ``document_id`` the file that holds it, null
    when ``in_archive`` is false. ``urn_lex`` (RFC 9676) and ``akn_iri`` are public
    identifiers, null where issuer, type or date is unknown.
    """

    code: str | None = None
    type: str | None = None
    issuer: Agency | None = None
    date: str | None = None
    title: str | None = None
    id: str
    in_archive: bool
    document_id: str | None = None
    urn_lex: str | None = None
    akn_iri: str | None = None


class Hop(Shape):
    """``code`` relates to the next hop's document, the last one to what was asked.

    ``quote`` are the words that state it, on ``page`` of the document
    ``stated_by`` (its id in the archive), whose file is ``stated_in``. ``code`` is
    null for a document without a number.
    """

    code: str | None = None
    node_id: str
    relation: Literal["implements", "based_on", "reports_on"]
    quote: str
    stated_by: str
    stated_in: str
    page: int


class TraceEntry(Shape):
    """One document that carries out the one asked for, and how we know.

    ``direct``: it says so, or another document says so of it. ``via``: it carries
    out a document that does. ``reports``: it reports on one of them. ``basis``: it
    only names it as legal ground. ``also`` are the weaker ways that hold as well.
    ``target`` is the one of the documents with the asked code that is meant.
    """

    document: TracedDocument
    relation: TraceRelation
    also: tuple[TraceRelation, ...] = ()
    target: TracedDocument
    path: tuple[Hop, ...]
    confidence: Confidence
    warnings: tuple[Warning, ...] = ()
