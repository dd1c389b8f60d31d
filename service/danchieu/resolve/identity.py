"""What is known of a document, cited or held, to tell it from all others."""

import re
from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.domain.citation import Citation, DescribedDocument
from danchieu.domain.header import Header
from danchieu.domain.link import DocumentKey
from danchieu.phrases.codes import fold_code

_CODE_YEAR = re.compile(
    r"^(?:\d{1,5}[a-zđ]?[/-]|[tq]cvn[^:]{1,20}:)((?:19|20)\d\d)(?:/|$)"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A key, and what supports it: ``date`` is EDTF, ``name`` the title or None.

    Two identities with equal keys are one document; ``agree`` decides the rest.
    """

    key: DocumentKey
    date: str | None = None
    name: str | None = None


def identity_of_document(header: Header) -> Identity | None:
    """Return who the document itself is; None while its number is blank.

    A draft has no identity yet: nobody can cite it by number.
    """
    if header.code is None:
        return None
    issuer = header.issuer.value if header.issuer else None
    date = header.issued_on.value if header.issued_on else None
    title = header.title.value if header.title else None
    return Identity(document_key(header.code.value, issuer, date), date, title)


def identity_of_citation(citation: Citation) -> Identity | None:
    """Return whom the citation means; None when it is by a name that stands for none.

    A name that the alias table resolves gives the key of its code, without a year
    unless the code holds one: the table knows the document, the text not its date. A
    misprinted code that name and date put right gives the key of the right one.
    """
    code = citation.resolved_code or citation.code
    if code is None:
        return None
    key = document_key(code, citation.issuer, citation.date)
    return Identity(key, citation.date, citation.name)


def identity_of_described(described: DescribedDocument) -> Identity | None:
    """Return who the document of a news page is; None without its code."""
    if described.code is None:
        return None
    key = document_key(described.code, described.issuer, described.date)
    return Identity(key, described.date, described.title)


def document_key(code: str, issuer: Agency | None, date: str | None) -> DocumentKey:
    """Return the key of a printed code.

    The year is the one inside the code ("30/2020/NĐ-CP", "TCVN 13606:2023"), else that
    of the date: numbers begin again every year. Numbers of the National Assembly carry
    their year; Party numbers run over a term of five years, there the date's year
    stands too and ``agree`` asks for more than equal years. The issuer is the body,
    also where its head signs: both number in one series.
    """
    folded = fold_code(code)
    inside = _CODE_YEAR.match(folded)
    year = inside[1] if inside else (date or "")[:4]
    return DocumentKey(
        folded,
        issuer.id.partition("#")[0] if issuer else None,
        int(year) if year.isdecimal() and len(year) == len("2020") else None,
    )
