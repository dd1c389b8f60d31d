"""From what a document says of itself and of others to namings."""

import re
from dataclasses import replace

from danchieu.domain.agency import Agency
from danchieu.domain.citation import Citation, DescribedDocument
from danchieu.domain.edtf import is_full_date
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

_LONGEST_NAME = 160
_PERIOD = re.compile(r"@\d{4}")
_OF_A_PLACE = ("province", "department", "district", "commune", "people_council")


def own_named(header: Header, document_id: str) -> Named:
    """Return the held document itself; without a number it is a node of its own."""
    identity = identity_of_document(header)
    issuer = header.issuer.value if header.issuer else None
    if identity is None:
        key = DocumentKey(f"@{document_id}", None, None)
        naming = Naming(key, own=True, only_in=document_id)
    else:
        naming = replace(_naming(identity, issuer, document_id), own=True)
    return Named(
        naming,
        header.code.value if header.code else None,
        header.type.value if header.type else None,
        issuer,
        header.issued_on.value if header.issued_on else None,
        header.title.value if header.title else None,
    )


def cited_named(citation: Citation, document_id: str) -> Named:
    """Return the cited document; a name that stands for no code has no naming."""
    identity = identity_of_citation(citation)
    naming = None
    if identity is not None:
        naming = _naming(identity, citation.issuer, document_id)
        told = naming.key.issuer is not None and naming.key.year is not None
        if citation.code is None and not told:
            naming = replace(naming, by_alias=True, only_in=None)
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
        _naming(identity, described.issuer, document_id) if identity else None,
        described.code,
        described.type,
        described.issuer,
        described.date,
        described.title,
    )


def code_named(code: str, document_id: str) -> Named:
    """Return a document of which only the code is printed."""
    identity = Identity(document_key(code, None, None))
    return Named(_naming(identity, None, document_id), code)


def alias_named(code: str, name: str) -> Named:
    """Return a document that is named, where the alias table gives the code."""
    naming = Naming(document_key(code, None, None), name=_short(name), by_alias=True)
    return Named(naming, code, title=name)


def _naming(identity: Identity, issuer: Agency | None, document_id: str) -> Naming:
    """Return the naming, tied to the document where it tells too little.

    Where issuer and year are certain the name adds nothing, and a decree that
    everybody cites keeps few namings.
    """
    key = replace(identity.key, issuer=_series_of(issuer))
    certain = key.issuer is not None and f"/{key.year}/" in key.code
    told = key.issuer is not None or is_full_date(identity.date)
    told = told or ":" in key.code
    return Naming(
        key,
        identity.date,
        None if certain else _short(identity.name),
        only_in=None if told else document_id,
    )


def _series_of(issuer: Agency | None) -> str | None:
    """Return the body whose number series the issuer uses, None when it is unknown.

    The head of a body (``…#chu-tich``) numbers in the body's series. A province
    before and after its merger (``lam-dong``, ``lam-dong@2025``) is parted by the
    date of the document, which texts state more surely. "UBND xã Tân An" without its
    province may be one of many.
    """
    if issuer is None or issuer.group:
        return None
    if issuer.level in _OF_A_PLACE and issuer.province is None:
        return None
    return _PERIOD.sub("", issuer.id.partition("#")[0])


def _short(name: str | None) -> str | None:
    return fold(name)[:_LONGEST_NAME] if name else None
