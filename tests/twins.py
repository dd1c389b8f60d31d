"""Documents made by hand, for the rooms behind the chain."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.domain.citation import (
    Citation,
    DescribedDocument,
    Mention,
    References,
    StatedRelation,
)
from danchieu.domain.document import Document
from danchieu.domain.fields import Fields
from danchieu.domain.found import Found
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.page import Page, SourceFile
from danchieu.domain.text import Span, Text
from danchieu.text import join_pages

PRIME_MINISTER = Agency("thu-tuong", "Thủ tướng Chính phủ", "central")
GOVERNMENT = Agency("chinh-phu", "Chính phủ", "central")


def committee(province: str) -> Agency:
    """Return the people's committee of a province."""
    name = f"Ủy ban nhân dân tỉnh {province}"
    return Agency(f"ubnd:{province}", name, "province", province)


@dataclass(frozen=True)
class Cited:
    """A citation in short: how it is printed, and what the text says of it."""

    printed: str
    relation: str = "mentions"
    code: str | None = None
    date: str | None = None
    issuer: Agency | None = None
    type: str | None = None
    name: str | None = None
    resolved_code: str | None = None
    cue: str | None = None


@dataclass(frozen=True)
class Own:
    """What the head says, each as printed (value and print are the same here)."""

    code: str | None = None
    symbol: str | None = None
    type: str | None = None
    issuer: Agency | None = None
    date: str | None = None
    title: str | None = None
    kind: str = "administrative"


def span_of(text: Text, part: str, after: int = 0) -> Span:
    """Return where ``part`` stands; raises ValueError when it does not."""
    start = text.value.index(part, after)
    return Span(start, start + len(part))


def document(
    body: str,
    own: Own,
    cited: Sequence[Cited] = (),
    *,
    stated: Sequence[tuple[str, str, str, str | None]] = (),
    described: Sequence[DescribedDocument] = (),
    name: str = "van-ban.txt",
) -> Document:
    """Return a document that reads ``body`` as ``own`` and ``cited`` say.

    ``stated`` are (subject, relation, object, resolved code of the object); their
    evidence is the whole body.
    """
    text = join_pages([Page(n, p) for n, p in enumerate(body.split("\f"), start=1)])
    content = body.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    whole = Span(0, len(text.value))
    relations = tuple(StatedRelation(s, r, o, c, whole, 0.8) for s, r, o, c in stated)
    return Document(
        SourceFile(name, sha256, "text/plain", content),
        text,
        Outline(),
        header(own),
        Fields(),
        References(
            tuple(citation(text, c) for c in cited), relations, tuple(described)
        ),
    )


def header(own: Own) -> Header:
    """Return a header whose facts all point at the first letter."""
    number = own.code.partition("/")[0] if own.code else None
    symbol = own.symbol or (own.code.partition("/")[2] if own.code else None)
    issuer = own.issuer
    return Header(
        kind=Found(own.kind, own.kind, Span(0, 1), "test", 1.0),
        draft=own.code is None and own.kind != "news",
        type=_fact(own.type),
        number=_fact(number),
        symbol=_fact(symbol),
        code=_fact(own.code),
        issuer=Found(issuer, issuer.name, Span(0, 1), "test", 0.9) if issuer else None,
        issued_on=_fact(own.date),
        title=_fact(own.title),
    )


def citation(text: Text, cited: Cited) -> Citation:
    """Return the citation with one mention, its cue standing before it."""
    span = span_of(text, cited.printed)
    cue = span_of(text, cited.cue) if cited.cue else None
    code = cited.code
    return Citation(
        code=code,
        type=cited.type,
        number=code.partition("/")[0] if code else None,
        symbol=code.partition("/")[2] if code else None,
        date=cited.date,
        issuer=cited.issuer,
        name=cited.name,
        resolved_code=cited.resolved_code,
        relation=cited.relation,
        pinpoints=(),
        mentions=(Mention(span, cited.relation, cue),),
        confidence=0.9,
        source="test",
    )


def _fact(value: str | None) -> Found[str] | None:
    return Found(value, value, Span(0, 1), "test", 0.95) if value else None
