"""What the archive keeps for searching and for people's corrections."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """What search knows of a document beside its text; ``fields`` is free text.

    ``province`` is the historical one, ``signer`` the first.
    """

    kind: str
    type: str | None = None
    issuer: str | None = None
    province: str | None = None
    year: int | None = None
    signer: str | None = None
    fields: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that a person should look at; ``key`` finds it in the result."""

    key: str
    field: str
    value: str
    confidence: float
    page: int


@dataclass(frozen=True, slots=True)
class QueuedDoubt:
    """A doubt and the document that it is about."""

    document_id: str
    file_name: str
    code: str | None
    doubt: Doubt


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched: words, and the exact value of each facet that is chosen."""

    words: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: ids in order, how many there are, counts by facet."""

    ids: tuple[str, ...]
    total: int
    facets: dict[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided on one value; never deleted, only undone.

    ``action`` is ``correct``, ``accept``, ``reject``, ``unreadable`` or ``add``.
    ``old`` and ``new`` are JSON, as is ``evidence``; None where there is nothing to
    say.
    """

    document_id: str
    key: str
    action: str
    old: str | None
    new: str | None
    evidence: str | None
    who: str
    made_at: str
    id: int = 0
    undone_by: str | None = None
    undone_at: str | None = None
