"""Documents that a document cites, and relations that it states between others."""

from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.domain.found import DocumentWarning
from danchieu.domain.text import Span

RELATIONS = (
    "implements",
    "reports_on",
    "amends",
    "replaces",
    "repeals",
    "corrects",
    "consolidates",
    "guides",
    "based_on",
    "responds_to",
    "describes",
    "mentions",
)
"""Strongest first: of several stated relations the first in this order is kept."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a document is named.

    ``relation`` is what this place states, ``cue`` the span of the words that state
    it (None for plain mentions).
    """

    span: Span
    relation: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One distinct cited document with every place that names it.

    ``code`` is canonical ("1068/QĐ-TTg"), None for documents cited by name.
    ``date`` is EDTF or None. ``name`` is the cited title or the alias.
    ``resolved_code`` is what a name without a number stands for, by the alias table.
    ``issuer_inferred`` is true where the text leaves the issuer out.
    """

    code: str | None
    type: str | None
    number: str | None
    symbol: str | None
    date: str | None
    issuer: Agency | None
    name: str | None
    resolved_code: str | None
    relation: str
    pinpoints: tuple[str, ...]
    mentions: tuple[Mention, ...]
    confidence: float
    source: str
    issuer_inferred: bool = False
    warnings: tuple[DocumentWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedRelation:
    """A relation between two other documents; both are codes or names as cited."""

    subject: str
    relation: str
    object: str
    object_resolved_code: str | None
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class DescribedDocument:
    """The document that a news page is about; ``implements`` are codes."""

    code: str | None
    type: str | None
    date: str | None
    issuer: Agency | None
    title: str | None
    implements: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class References:
    """Everything that the document says about other documents."""

    citations: tuple[Citation, ...] = ()
    stated_relations: tuple[StatedRelation, ...] = ()
    described: tuple[DescribedDocument, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
