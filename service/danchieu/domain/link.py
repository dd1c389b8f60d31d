"""Documents as nodes of the graph, and the links between them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentKey:
    """What tells one document from all others: code, issuer and year or term.

    ``code`` is folded for comparing ("1068/qđ-ttg"); ``issuer`` is an agency id or
    None when unknown; ``year`` is None where neither code nor date tells it.
    """

    code: str
    issuer: str | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """A citation that can mean only one node."""

    node_id: str
    confidence: float
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A citation that was left open: why, and which nodes it could mean."""

    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` relates to ``target`` (node ids), as stated by ``stated_by``.

    ``quote`` holds the words that state it, on ``page`` of the stating document.
    """

    source: str
    relation: str
    target: str
    stated_by: str
    quote: str
    page: int
    confidence: float
