"""A document as people corrected it, for what it says to the graph."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from danchieu.contract import Citation as CitationShape
from danchieu.contract import DocumentResult
from danchieu.contract.parts import Agency as AgencyShape
from danchieu.domain.agency import Agency
from danchieu.domain.citation import Citation
from danchieu.domain.document import Document
from danchieu.domain.found import Found
from danchieu.domain.header import Header
from danchieu.domain.text import Span
from danchieu.store import Correction
from danchieu.usecases.added_entries import added_entries
from danchieu.usecases.decided_values import (
    agency_typed,
    keeps_value,
    parts_of_code,
    standing,
)
from danchieu.usecases.read_facts import list_facts

_NOWHERE = Span(0, 0)
_TEXTS = ("type", "issued_on", "title")


def corrected_document(
    document: Document, result: DocumentResult, corrections: Iterable[Correction]
) -> Document:
    """Return the document with head and cited codes as people corrected them.

    The citations stay in their order and number, added ones follow: see
    ``corrected_relations`` for those that people rejected. ``result`` was made from
    ``document``.
    """
    corrections = tuple(corrections)
    decided = standing(corrections)
    if not decided:
        return document
    header = _header(document.header, decided)
    citations = list(document.references.citations)
    for place, decision in _on_citations(result, decided).items():
        if decision.action == "correct" and decision.new:
            citations[place] = _citation(citations[place], json.loads(decision.new))
    citations += [_added(shape) for shape in added_citations(corrections)]
    references = replace(document.references, citations=tuple(citations))
    return replace(document, header=header, references=references)


def added_citations(corrections: Iterable[Correction]) -> tuple[CitationShape, ...]:
    """Return the citations that people added, in their order."""
    entries = added_entries(corrections).get("citations", ())
    return tuple(e.item for e in entries if isinstance(e.item, CitationShape))


def corrected_relations(
    result: DocumentResult, corrections: Iterable[Correction]
) -> dict[int, str | None]:
    """Return the relation of each citation decided on, None for a rejected one."""
    relations: dict[int, str | None] = {}
    for place, decision in _on_citations(result, standing(corrections)).items():
        if not keeps_value(decision):
            relations[place] = None
        elif decision.action == "correct" and decision.new:
            relations[place] = json.loads(decision.new).get("relation")
    return relations


def _on_citations(
    result: DocumentResult, decided: Mapping[str, Correction]
) -> dict[int, Correction]:
    if not decided:  # as of nearly all: their lists need not be gone through
        return {}
    return {
        fact.index: decided[fact.key]
        for fact in list_facts(result)
        if fact.field == "citations" and fact.key in decided
    }


def _header(header: Header, decided: Mapping[str, Correction]) -> Header:
    changes: dict[str, Any] = {}
    for name in (*_TEXTS, "code", "issuer"):
        decision = decided.get(f"header.{name}")
        if decision is None or decision.action == "accept":
            continue
        before = getattr(header, name)
        typed = json.loads(decision.new) if decision.new else None
        value = typed and _value(name, typed, before)
        changes[name] = value and _found(value, before, decision.who)
        if name == "code":
            number, symbol = parts_of_code(value) if value else (None, None)
            changes["number"] = number and _found(number, None, decision.who)
            changes["symbol"] = symbol and _found(symbol, None, decision.who)
    return replace(header, **changes)


def _value(name: str, typed: dict[str, Any], before: Found[Any] | None) -> Any:  # noqa: ANN401
    if name != "issuer":
        return typed["value"]
    shape = AgencyShape.model_validate(_plain(before.value)) if before else None
    known = agency_typed(typed, shape)
    return Agency(known.id, known.name, known.level, known.province)


def _plain(agency: Agency) -> dict[str, Any]:
    keys = ("id", "name", "level", "province")
    return {key: getattr(agency, key) for key in keys}


def _found(value: Any, before: Found[Any] | None, who: str) -> Found[Any]:  # noqa: ANN401
    span = before.span if before else _NOWHERE
    return Found(value, str(value), span, f"user:{who}", 1.0)


def _citation(citation: Citation, typed: dict[str, Any]) -> Citation:
    named = ("type", "name", "date")
    changes: dict[str, Any] = {n: typed[n] for n in named if n in typed}
    if typed.get("code"):
        number, symbol = parts_of_code(typed["code"])
        changes |= {"code": typed["code"], "number": number, "symbol": symbol}
    return replace(citation, **changes)


def _added(shape: CitationShape) -> Citation:
    return Citation(
        code=shape.code,
        type=shape.type,
        number=shape.number,
        symbol=shape.symbol,
        date=shape.date,
        issuer=None,
        name=shape.name,
        resolved_code=None,
        relation=shape.relation,
        pinpoints=(),
        mentions=(),
        confidence=shape.confidence,
        source=shape.method,
    )
