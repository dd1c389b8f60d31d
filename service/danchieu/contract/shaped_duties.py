"""Signers, recipients, figures and duties as plain values."""

from danchieu.contract.places import Places
from danchieu.contract.shaped_facts import Row, agency_row
from danchieu.domain.fields import Assignment, Fields, Target


def duty_rows(fields: Fields, places: Places) -> Row:
    """Return the lists of the result that come from the body's figures and duties."""
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
