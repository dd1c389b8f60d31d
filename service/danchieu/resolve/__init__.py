"""Which document is meant: identities, and links that abstain when in doubt."""

from danchieu.resolve.agreement import Agreement, agree
from danchieu.resolve.identity import (
    Identity,
    document_key,
    identity_of_citation,
    identity_of_described,
    identity_of_document,
)
from danchieu.resolve.linking import Candidate, link

__all__ = [
    "Agreement",
    "Candidate",
    "Identity",
    "agree",
    "document_key",
    "identity_of_citation",
    "identity_of_described",
    "identity_of_document",
    "link",
]
