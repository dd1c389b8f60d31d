"""What people decide on links, as callers see and say it."""

from typing import Annotated, Literal

from pydantic import Field

from danchieu.contract.parts import Shape
from danchieu.contract.trace import TracedDocument

DecisionKind = Literal["same", "not-same", "link", "no-link"]
_Reference = Annotated[str, Field(min_length=1, max_length=300)]


class LinkWish(Shape):
    """A person's word on what is meant: ``who`` says it, and ``why``.

    ``one`` and ``other`` are a code that only one held document bears, or none and only
    one node; the id of a node or of a held document; or ``DOCUMENT_ID:CODE``, the
    citation of that code in a held document. ``same`` and ``not-same`` are about any
    two; ``link`` and ``no-link`` about a citation and what it means. ``no-link``
    without ``other``: nothing known.
    """

    kind: DecisionKind
    one: _Reference
    other: _Reference | None = None
    who: Annotated[str, Field(min_length=1, max_length=80)]
    why: Annotated[str, Field(min_length=1, max_length=1_000)]


class DecidedPlace(Shape):
    """Where a decision points at: what ``document_id`` calls ``code``.

    ``means`` is what that is now; null where it stays open, or is not said any more.
    """

    document_id: str
    code: str
    means: TracedDocument | None = None


class LinkDecided(Shape):
    """One decision; it stays in the list when it is undone."""

    id: int
    kind: DecisionKind
    one: DecidedPlace
    other: DecidedPlace | None = None
    who: str
    why: str
    made_at: str
    undone_by: str | None = None
    undone_at: str | None = None
