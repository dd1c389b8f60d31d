"""Citations and stated relations as plain values."""

from danchieu.contract.places import Places
from danchieu.contract.shaped_facts import Row, agency_row, warning_row
from danchieu.domain.citation import Citation, Mention, References
from danchieu.domain.text import Span

_LONGEST_QUOTE = 600


def reference_rows(references: References, places: Places) -> Row:
    """Return the lists of the result that speak of other documents."""
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
        "warnings": [warning_row(w, places) for w in citation.warnings],
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
