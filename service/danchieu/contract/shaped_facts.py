"""Facts, bodies and warnings as plain values."""

from typing import Any

from danchieu.contract.places import Places
from danchieu.domain.agency import Agency
from danchieu.domain.found import DocumentWarning, Found

Row = dict[str, Any]


def warning_row(warning: DocumentWarning, places: Places) -> Row:
    """Return a warning, its place shown."""
    return {
        "code": warning.code,
        "message": warning.message,
        "message_en": warning.message_en,
        "evidence": places.of(warning.span) if warning.span else [],
    }


def fact_row(found: Found[str] | None, places: Places) -> Row | None:
    """Return a fact, None for None."""
    if found is None:
        return None
    return {
        "value": found.value,
        "text": found.printed,
        "confidence": found.confidence,
        "evidence": places.of(found.span, *found.also),
        "method": found.source,
    }


def agency_fact_row(found: Found[Agency] | None, places: Places) -> Row | None:
    """Return a body that was read, None for None."""
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
