"""One document as Akoma Ntoso 3.0."""

from collections.abc import Sequence

from lxml import etree

from danchieu.contract import AgencyFact, Citation, DocumentResult, Fact
from danchieu.contract.result import Section
from danchieu.domain.agency import Agency
from danchieu.domain.edtf import is_full_date
from danchieu.exports.akn_text import MarkedText, element
from danchieu.exports.identifiers import (
    Identified,
    akn_iri,
    is_act,
    plain_name,
    urn_lex,
)

_ISSUER, _US = "#issuer", "#danchieu"
_NO_DATE = "0001-01-01"
"""What stands where the schema asks for a date and the document gives none."""


def akoma_ntoso(result: DocumentResult, pages: Sequence[str]) -> bytes:
    """Return the document as XML: its whole text, its parts, its facts, its citations.

    ``pages`` are the texts of its pages, which the places of ``result`` count in.
    Văn bản quy phạm pháp luật become ``act``, all others ``doc``.
    """
    text = MarkedText(pages)
    _mark(text, result)
    legal = is_act(_value(result.header.code))
    root = element(None, "akomaNtoso")
    name = plain_name(_value(result.header.type) or result.kind.value)
    document = element(root, "act" if legal else "doc", name=name)
    _write_meta(document, result)
    head_end = _head_end(text, result)
    text.write_blocks(element(document, "preface"), 0, head_end)
    body = element(document, "body" if legal else "mainBody")
    _write_body(body, text, result.sections, head_end)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _mark(text: MarkedText, result: DocumentResult) -> None:
    header = result.header
    for fact, name in (
        (header.code, "docNumber"),
        (header.type, "docType"),
        (header.issuer, "docAuthority"),
        (header.title, "docTitle"),
    ):
        if fact is not None:
            text.mark(fact.evidence, name)
    issued = header.issued_on
    if issued is not None and is_full_date(issued.value):
        text.mark(issued.evidence, "docDate", date=issued.value)
    for citation in result.citations:
        _mark_citation(text, citation)
    for table in result.tables:
        text.set_table(table)


def _mark_citation(text: MarkedText, citation: Citation) -> None:
    issuer = citation.issuer
    iri = akn_iri(
        Identified(
            citation.code or citation.resolved_code,
            citation.type,
            Agency(issuer.id, issuer.name, issuer.level) if issuer else None,
            citation.date,
        )
    )
    if iri:
        text.mark(citation.mentions, "ref", href=iri, **{"class": citation.relation})
    else:
        kind = {"name": "citation", "class": citation.relation}
        text.mark(citation.mentions, "inline", **kind)


def _head_end(text: MarkedText, result: DocumentResult) -> int:
    """Return where the preface ends: after number, date, type and title on page 1."""
    header = result.header
    facts: tuple[Fact | AgencyFact | None, ...] = (
        header.issuer,
        header.code,
        header.type,
        header.title,
        header.issued_on,
    )
    ends = [
        text.offset(place.page, place.end)
        for fact in facts
        if fact is not None
        for place in fact.evidence[:1]
        if place.page == 1
    ]
    starts = [text.offset(s.page, s.start) for s in result.sections[:1]]
    return min([max(ends, default=0), *starts])


def _write_body(
    body: etree._Element, text: MarkedText, sections: Sequence[Section], start: int
) -> None:
    end = len(text.value)
    first = text.offset(sections[0].page, sections[0].start) if sections else end
    if first > start or not sections:
        leading = element(body, "hcontainer", name="text", eId="text")
        text.write_blocks(element(leading, "content"), start, first)
    _write_sections(body, text, sections, end=end, above="")


def _write_sections(
    parent: etree._Element,
    text: MarkedText,
    sections: Sequence[Section],
    *,
    end: int,
    above: str,
) -> None:
    """Write sections side by side; each goes on to where the next one starts."""
    starts = [text.offset(s.page, s.start) for s in sections]
    for place, (section, start) in enumerate(zip(sections, starts, strict=True)):
        stop = starts[place + 1] if place + 1 < len(starts) else end
        _write_section(
            parent, text, section, reach=(start, stop), name=f"{above}s{place + 1}"
        )


def _write_section(
    parent: etree._Element,
    text: MarkedText,
    section: Section,
    *,
    reach: tuple[int, int],
    name: str,
) -> None:
    start, end = reach
    box = element(parent, "hcontainer", name=f"level{section.level}", eId=name)
    children = section.children
    stop = text.offset(children[0].page, children[0].start) if children else end
    at = _write_heading(box, text, section, start, max(start, stop))
    if not children:
        text.write_blocks(element(box, "content"), at, end)
        return
    if text.value[at:stop].strip():
        text.write_blocks(element(box, "intro"), at, stop)
    _write_sections(box, text, children, end=end, above=f"{name}_")


def _write_heading(
    box: etree._Element, text: MarkedText, section: Section, start: int, end: int
) -> int:
    """Write number and heading; return where the rest of the section starts."""
    found = text.value.find(section.heading, start, end) if section.heading else -1
    if found < 0:
        return start
    number = text.value[start:found].strip()
    if number:
        element(box, "num").text = number
    text.write_inline(element(box, "heading"), found, found + len(section.heading))
    return found + len(section.heading)


def _write_meta(document: etree._Element, result: DocumentResult) -> None:
    header = result.header
    issuer = header.issuer.value if header.issuer else None
    body = Agency(issuer.id, issuer.name, issuer.level) if issuer else None
    date = _value(header.issued_on)
    identified = Identified(_value(header.code), _value(header.type), body, date)
    fallback = f"/akn/vn/doc/danchieu/{_NO_DATE}/{result.source.sha256[:32]}"
    iri = akn_iri(identified) or fallback
    meta = element(document, "meta")
    identification = element(meta, "identification", source=_US)
    day = (date, "issued") if is_full_date(date) else (_NO_DATE, "unknown")
    work = _frbr(identification, "FRBRWork", iri, day, _ISSUER, urn_lex(identified))
    element(work, "FRBRcountry", value="vn")
    if header.code is not None:
        element(work, "FRBRnumber", value=header.code.value)
    version = f"{iri}/vie@{date if day[1] == 'issued' else ''}"
    expression = _frbr(identification, "FRBRExpression", version, day, _ISSUER)
    element(expression, "FRBRlanguage", language="vie")
    _frbr(identification, "FRBRManifestation", f"{version}.xml", day, _US)
    references = element(meta, "references", source=_US)
    name = issuer.name if issuer else "?"
    slug = plain_name(issuer.id.removeprefix("vn:")) if issuer else "unknown"
    organization = "/akn/ontology/organization/vn"
    for key, where, shown in (
        ("issuer", f"{organization}/{slug}", name),
        ("danchieu", "/akn/ontology/organization/danchieu", "Dẫn Chiếu"),
    ):
        element(references, "TLCOrganization", eId=key, href=where, showAs=shown)


def _frbr(
    parent: etree._Element,
    name: str,
    iri: str,
    day: tuple[str, str],
    author: str,
    alias: str | None = None,
) -> etree._Element:
    level = element(parent, name)
    element(level, "FRBRthis", value=f"{iri}/!main")
    element(level, "FRBRuri", value=iri)
    if alias:
        element(level, "FRBRalias", value=alias, name="urn:lex")
    element(level, "FRBRdate", date=day[0], name=day[1])
    element(level, "FRBRauthor", href=author)
    return level
