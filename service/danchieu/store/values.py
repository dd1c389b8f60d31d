"""Between values and what a column holds."""

import hashlib
import json
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from danchieu.domain.agency import Agency, Successor
from danchieu.domain.link import DocumentKey
from danchieu.domain.page import Page, Word
from danchieu.store.records import Naming, Placement

Row = Any
"""A result row of SQLAlchemy, whose columns are attributes."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOTHING = "[]"
_BODIES = 8_192
"""So many bodies are kept as JSON and back: few issue most documents."""


def to_json(value: object) -> str:
    """Return compact JSON, letters as they are."""
    return _ENCODER.encode(value)


def fingerprint(naming: Naming) -> str:
    """Return a short name for the naming, equal for equal namings only."""
    key = naming.key
    told = (key.code, key.issuer, key.year, naming.date, naming.name)
    how = (naming.own, naming.by_alias, naming.only_in)
    return hashlib.sha256(to_json((*told, *how)).encode()).hexdigest()[:40]


NAMING_COLUMNS = (
    "fingerprint",
    "code",
    "issuer",
    "year",
    "date",
    "name",
    "own",
    "by_alias",
    "only_in",
    "confidence",
    "warnings",
    "candidates",
)


def naming_row(naming: Naming, print_: str) -> tuple[object, ...]:
    """Return the ``NAMING_COLUMNS`` of a naming that is not placed yet."""
    key = naming.key
    return (
        print_,
        key.code,
        key.issuer,
        key.year,
        naming.date,
        naming.name,
        naming.own,
        naming.by_alias,
        naming.only_in,
        1.0,
        _NOTHING,
        _NOTHING,
    )


def naming_of(row: Row) -> Naming:
    """Return the naming of a row."""
    return Naming(
        DocumentKey(row.code, row.issuer, row.year),
        row.date,
        row.name,
        row.own,
        row.by_alias,
        row.only_in,
    )


PLACEMENT_COLUMNS = ("node_id", "confidence", "warnings", "reason", "candidates")


def placement_row(placement: Placement) -> tuple[object, ...]:
    """Return the ``PLACEMENT_COLUMNS`` that say where a naming belongs."""
    return (
        placement.node_id,
        placement.confidence,
        to_json(placement.warnings) if placement.warnings else _NOTHING,
        placement.reason,
        to_json(placement.candidates) if placement.candidates else _NOTHING,
    )


def placement_of(row: Row) -> Placement:
    """Return where the naming of a row belongs."""
    return Placement(
        row.node_id,
        row.confidence,
        _strings(row.warnings),
        row.reason,
        _strings(row.candidates),
    )


def _strings(value: str) -> tuple[str, ...]:
    return () if value == _NOTHING else tuple(json.loads(value))


@lru_cache(_BODIES)
def agency_json(agency: Agency | None) -> str | None:
    """Return a body as JSON, None for None."""
    return None if agency is None else to_json(asdict(agency))


@lru_cache(_BODIES)
def agency_of(value: str | None) -> Agency | None:
    """Return the body, None for None."""
    if value is None:
        return None
    row = json.loads(value)
    successor = row.pop("successor")
    return Agency(**row, successor=Successor(**successor) if successor else None)


PAGE_COLUMNS = ("document_id", "number", "text", "words", "width", "height", "origin")


def page_row(document_id: str, page: Page) -> tuple[object, ...]:
    """Return the ``PAGE_COLUMNS`` of a page."""
    words = [(w.start, w.end, *w.box, w.confidence) for w in page.words]
    return (
        document_id,
        page.number,
        page.text,
        to_json(words),
        page.width,
        page.height,
        page.origin,
    )


def page_of(row: Row) -> Page:
    """Return the page of a row."""
    words = tuple(
        Word(start, end, (x0, y0, x1, y1), confidence)
        for start, end, x0, y0, x1, y1, confidence in json.loads(row.words)
    )
    return Page(row.number, row.text, words, row.width, row.height, row.origin)
