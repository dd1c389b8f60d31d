"""From the document as read to the result that we promise."""

from collections.abc import Sequence
from typing import Any

from danchieu import __version__
from danchieu.contract.places import Places
from danchieu.contract.result import SCHEMA_VERSION, DocumentResult
from danchieu.domain.agency import Agency
from danchieu.domain.citation import Citation, Mention, References
from danchieu.domain.document import Document
from danchieu.domain.fields import Assignment, Fields, Target
from danchieu.domain.found import DocumentWarning, Found
from danchieu.domain.header import Header
from danchieu.domain.outline import Node, Table
from danchieu.domain.page import Page
from danchieu.domain.text import Span, Text

Row = dict[str, Any]
_LONGEST_QUOTE = 600


def to_result(document: Document, rules_version: str | None = None) -> DocumentResult:
    """Return what we promise for ``document``, every value with its evidence."""
    places = Places(document.text)
    fields, references = document.fields, document.references
    row = {
        "schema_version": SCHEMA_VERSION,
        "versions": {"package": __version__, "rules": rules_version},
        "source": _source(document),
        "kind": _fact(document.header.kind, places),
        "draft": document.header.draft,
        "header": _header(document.header, places),
        **_fields(fields, places),
        **_references(references, document.text, places),
        "sections": [
            _section(n, document.text, places) for n in document.outline.nodes
        ],
        "tables": [_table(t, places) for t in document.outline.tables],
        "warnings": [_warning(w, places) for w in _warnings(document)],
    }
    return DocumentResult.model_validate(row)


def _source(document: Document) -> Row:
    source, pages = document.source, document.text.pages
    return {
        "file_name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "byte_size": source.byte_size,
        "page_count": len(pages),
        "text_origin": _text_origin(pages),
    }


def _text_origin(pages: Sequence[Page]) -> str:
    origins = {p.origin for p in pages if p.text.strip()} or {p.origin for p in pages}
    return "mixed" if len(origins) > 1 else next(iter(origins), "digital")


def _warnings(document: Document) -> list[DocumentWarning]:
    """Return the warnings of all stages, each once."""
    stages = (
        document.warnings,
        document.outline.warnings,
        document.header.warnings,
        document.fields.warnings,
        document.references.warnings,
    )
    return list(dict.fromkeys(w for stage in stages for w in stage))


def _warning(warning: DocumentWarning, places: Places) -> Row:
    return {
        "code": warning.code,
        "message": warning.message,
        "message_en": warning.message_en,
        "evidence": places.of(warning.span) if warning.span else [],
    }


def _fact(found: Found[str] | None, places: Places) -> Row | None:
    if found is None:
        return None
    return {
        "value": found.value,
        "text": found.printed,
        "confidence": found.confidence,
        "evidence": places.of(found.span, *found.also),
        "method": found.source,
    }


def _agency_fact(found: Found[Agency] | None, places: Places) -> Row | None:
    if found is None:
        return None
    return {
        "value": agency_row(found.value),
        "text": found.printed,
        "confidence": found.confidence,
        "evidence": places.of(found.span, *found.also),
        "method": found.source,
    }


def agency_row(agency: Agency | None) -> Row | None:
    """Return a body as plain values, None for None."""
    if agency is None:
        return None
    successor = agency.successor
    return {
        "id": agency.id,
        "name": agency.name,
        "level": agency.level,
        "province": agency.province,
        "successor": successor
        and {"id": successor.id, "name": successor.name, "from": successor.since},
        "group": agency.group,
    }


def _header(header: Header, places: Places) -> Row:
    return {
        "type": _fact(header.type, places),
        "number": _fact(header.number, places),
        "symbol": _fact(header.symbol, places),
        "code": _fact(header.code, places),
        "issuer": _agency_fact(header.issuer, places),
        "parent_issuer": _agency_fact(header.parent_issuer, places),
        "place": _fact(header.place, places),
        "issued_on": _fact(header.issued_on, places),
        "title": _fact(header.title, places),
        "urgency": _fact(header.urgency, places),
        "secrecy": _fact(header.secrecy, places),
    }


def _fields(fields: Fields, places: Places) -> Row:
    return {
        "signatures": [
            {
                "name": s.name,
                "title": s.title,
                "authority": list(s.authority),
                "confidence": s.confidence,
                "evidence": places.of(s.span),
                "method": s.source,
            }
            for s in fields.signatures
        ],
        "recipients": [
            {
                "text": r.printed,
                "agency": agency_row(r.agency),
                "purpose": r.purpose,
                "evidence": places.of(r.span),
            }
            for r in fields.recipients
        ],
        "targets": [_target(t, places) for t in fields.targets],
        "results": [_target(t, places) for t in fields.results],
        "assignments": [_assignment(a, places) for a in fields.assignments],
        "events": [
            {
                "date": e.date,
                "text": e.printed,
                "hosts": list(e.hosts),
                "evidence": places.of(e.span),
            }
            for e in fields.events
        ],
    }


def _target(target: Target, places: Places) -> Row:
    return {
        "text": target.printed,
        "metric": target.metric,
        "comparator": target.comparator,
        "min": target.min,
        "max": target.max,
        "unit": target.unit,
        "percent": target.percent,
        "per": target.per,
        "by": target.by,
        "of": target.of,
        "section": target.section,
        "confidence": target.confidence,
        "evidence": places.of(target.span),
        "method": target.source,
    }


def _assignment(assignment: Assignment, places: Places) -> Row:
    spans = [assignment.span]
    if not assignment.span.contains(assignment.agency_span):
        spans.append(assignment.agency_span)
    return {
        "agency": agency_row(assignment.agency),
        "role": assignment.role,
        "task": assignment.printed,
        "deadline": assignment.deadline,
        "section": assignment.section,
        "confidence": assignment.confidence,
        "evidence": places.of(*spans),
        "method": assignment.source,
    }


def _references(references: References, text: Text, places: Places) -> Row:
    return {
        "citations": [_citation(c, places) for c in references.citations],
        "stated_relations": [
            {
                "subject": s.subject,
                "relation": s.relation,
                "object": s.object,
                "object_resolved_code": s.object_resolved_code,
                "confidence": s.confidence,
                "evidence": places.of(s.span),
            }
            for s in references.stated_relations
        ],
        "described_documents": [
            {
                "code": d.code,
                "type": d.type,
                "date": d.date,
                "issuer": agency_row(d.issuer),
                "title": d.title,
                "implements": list(d.implements),
                "evidence": places.of(d.span),
            }
            for d in references.described
        ],
    }


def _citation(citation: Citation, places: Places) -> Row:
    return {
        "code": citation.code,
        "type": citation.type,
        "number": citation.number,
        "symbol": citation.symbol,
        "date": citation.date,
        "issuer": agency_row(citation.issuer),
        "issuer_inferred": citation.issuer_inferred,
        "name": citation.name,
        "resolved_code": citation.resolved_code,
        "relation": citation.relation,
        "relation_evidence": places.of(*_stating_spans(citation)),
        "pinpoints": list(citation.pinpoints),
        "mentions": places.of(*(m.span for m in citation.mentions)),
        "confidence": citation.confidence,
        "method": citation.source,
        "warnings": [_warning(w, places) for w in citation.warnings],
    }


def _stating_spans(citation: Citation) -> tuple[Span, ...]:
    """Return the words of the first mention that states the citation's relation.

    One span from the cue to the end of the mention; two where a long list stands
    between them.
    """
    stating = [m for m in citation.mentions if m.relation == citation.relation]
    return _with_cue(stating[0]) if stating else ()


def _with_cue(mention: Mention) -> tuple[Span, ...]:
    if mention.cue is None:
        return (mention.span,)
    start = min(mention.cue.start, mention.span.start)
    end = max(mention.cue.end, mention.span.end)
    if end - start <= _LONGEST_QUOTE:
        return (Span(start, end),)
    return tuple(sorted((mention.cue, mention.span)))


def _section(node: Node, text: Text, places: Places) -> Row:
    page, start = places.page_and_offset(node.span.start)
    end_page, end = places.page_and_offset(node.span.end)
    return {
        "label": node.label,
        "heading": " ".join(text[node.heading].split()),
        "level": node.level,
        "page": page,
        "start": start,
        "end": end,
        "end_page": end_page,
        "children": [_section(child, text, places) for child in node.children],
    }


def _table(table: Table, places: Places) -> Row:
    evidence = places.of(table.span)
    return {
        "page": places.page_and_offset(table.span.start)[0],
        "caption": table.caption,
        "header": [c.value for c in table.header],
        "rows": [[c.value for c in row] for row in table.rows],
        "evidence": evidence,
    }
