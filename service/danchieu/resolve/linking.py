"""From a citation to the one node it can mean, or to the reason why not."""

from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.domain.link import Link, Unlinked
from danchieu.resolve.agreement import Agreement, agree
from danchieu.resolve.identity import Identity

NAME_ONLY = "cited by name only"
UNKNOWN = "no document of this code is known"
OTHERS = "documents of this code are of another issuer or year"
SEVERAL = "several documents share this code"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A node of the graph that may be meant, with what is known of it.

    The store gives every node whose folded code is the cited one; nodes of the same
    issuer and date with another number may be added, for slips of the pen.
    """

    node_id: str
    identity: Identity


def link(identity: Identity | None, candidates: Sequence[Candidate]) -> Link | Unlinked:
    """Return the node that ``identity`` means, or why it stays open.

    Links only when exactly one candidate agrees; a candidate that agrees without a
    remark wins over those that agree with one. None as ``identity`` is a citation by
    a name that stands for no code.
    """
    if identity is None:
        return Unlinked(NAME_ONLY)
    found = [
        (candidate, agreement)
        for candidate in candidates
        if (agreement := agree(identity, candidate.identity)) is not None
    ]
    best = _clean(found) or found
    if len(best) == 1:
        candidate, agreement = best[0]
        return Link(candidate.node_id, agreement.confidence, agreement.warnings)
    if best:
        return Unlinked(SEVERAL, tuple(c.node_id for c, _ in best))
    same_code = tuple(
        c.node_id for c in candidates if c.identity.key.code == identity.key.code
    )
    return Unlinked(OTHERS if same_code else UNKNOWN, same_code)


def _clean(
    found: Sequence[tuple[Candidate, Agreement]],
) -> list[tuple[Candidate, Agreement]]:
    return [(c, a) for c, a in found if not a.warnings]
