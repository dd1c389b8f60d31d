"""Reads a short document without its own head."""

from factories import knowledge, text_of

from danchieu.citations import read_references
from danchieu.domain.agency import Agency
from danchieu.domain.citation import Citation, References
from danchieu.domain.found import Found
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline, Region
from danchieu.domain.text import Span

NOWHERE = Span(0, 0)
COMMITTEE = Agency(
    "vn:ubnd:son-la", "Ủy ban nhân dân tỉnh Sơn La", "province", "Sơn La"
)


def found(value: str) -> Found[str]:
    return Found(value, value, NOWHERE, "test", 1.0)


def header(
    type_: str | None = None,
    *,
    kind: str = "administrative",
    code: str | None = None,
    year: str = "2024-05-20",
) -> Header:
    return Header(
        kind=found(kind),
        type=found(type_) if type_ else None,
        code=found(code) if code else None,
        issuer=Found(COMMITTEE, COMMITTEE.name, NOWHERE, "test", 1.0),
        issued_on=found(year),
    )


def references(
    value: str, head: Header | None = None, *, title: str | None = None
) -> References:
    """Read ``value``; ``title`` is the part of it that is the title region."""
    text = text_of(value)
    regions: tuple[Region, ...] = ()
    if title:
        start = text.value.index(title)
        regions = (Region("title", Span(start, start + len(title))),)
    return read_references(text, Outline(regions), head or header(), knowledge())


def only(value: str, head: Header | None = None) -> Citation:
    (citation,) = references(value, head).citations
    return citation


def relations(value: str, head: Header | None = None) -> dict[str | None, str]:
    return {c.code or c.name: c.relation for c in references(value, head).citations}
