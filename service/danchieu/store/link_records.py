"""What people decide on links, and where they point at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a held document says of itself or of another, as a person pointed at it.

    ``code`` is folded; the document's own code means the document itself.
    ``fingerprint`` is that of the naming as it was then: when the document is gone,
    others that say the same still do.
    """

    document_id: str
    code: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """A person's word on what is meant; never deleted, only undone.

    ``kind`` is ``same`` or ``not-same`` (the documents that two anchors mean), or
    ``link`` or ``no-link`` (what the citation at ``one`` means). Only ``no-link`` may
    be without ``other``: then the citation means nothing that is known.
    """

    kind: str
    one: Anchor
    other: Anchor | None
    who: str
    why: str
    made_at: str
    id: int = 0
    undone_by: str | None = None
    undone_at: str | None = None
