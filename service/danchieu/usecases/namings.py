"""From what a document says of itself and of others to namings."""

from dataclasses import replace

from danchieu.domain.citation import Citation, DescribedDocument
from danchieu.domain.header import Header
from danchieu.domain.link import DocumentKey
from danchieu.phrases.folding import fold
from danchieu.resolve import (
    Identity,
    document_key,
    identity_of_citation,
    identity_of_described,
    identity_of_document,
)
from danchieu.store import Named, Naming

_FULL_DATE = len("2020-01-31")
_LONGEST_NAME = 160


def own_named(header: Header, document_id: str) -> Named:
    """Return the held document itself; without a number it is a node of its own."""
    identity = identity_of_document(header)
    if identity is None:
        key = DocumentKey(f"@{document_id}", None, None)
        naming = Naming(key, own=True, only_in=document_id)
    else:
        naming = replace(naming_of(identity, document_id), own=True)
    return Named(
        naming,
        header.code.value if header.code else None,
        header.type.value if header.type else None,
        header.issuer.value if header.issuer else None,
        header.issued_on.value if header.issued_on else None,
        header.title.value if header.title else None,
    )


def cited_named(citation: Citation, document_id: str) -> Named:
    """Return the cited document; a name that stands for no code has no naming."""
    identity = identity_of_citation(citation)
    naming = None
    if identity is not None and citation.code is None:
        naming = _by_alias(identity)
    elif identity is not None:
        naming = naming_of(identity, document_id)
    return Named(
        naming,
        citation.code or citation.resolved_code,
        citation.type,
        citation.issuer,
        citation.date,
        citation.name,
    )


def described_named(described: DescribedDocument, document_id: str) -> Named:
    """Return the document of a news page."""
    identity = identity_of_described(described)
    return Named(
        naming_of(identity, document_id) if identity else None,
        described.code,
        described.type,
        described.issuer,
        described.date,
        described.title,
    )


def code_named(code: str, document_id: str) -> Named:
    """Return a document of which only the code is printed."""
    identity = Identity(document_key(code, None, None))
    return Named(naming_of(identity, document_id), code)


def alias_named(code: str, name: str) -> Named:
    """Return a document that is named, where the alias table gives the code."""
    identity = Identity(document_key(code, None, None), name=name)
    return Named(_by_alias(identity), code, title=name)


def naming_of(identity: Identity, document_id: str) -> Naming:
    """Return the naming, tied to the document where it tells too little.

    Where issuer and year are certain the name adds nothing, and a decree that
    everybody cites keeps few namings.
    """
    key, date = identity.key, identity.date
    certain = key.issuer is not None and f"/{key.year}/" in key.code
    told = key.issuer is not None or len(date or "") == _FULL_DATE
    return Naming(
        key,
        date,
        None if certain else _short(identity.name),
        only_in=None if told else document_id,
    )


def _by_alias(identity: Identity) -> Naming:
    return Naming(identity.key, identity.date, _short(identity.name), by_alias=True)


def _short(name: str | None) -> str | None:
    return fold(name)[:_LONGEST_NAME] if name else None
