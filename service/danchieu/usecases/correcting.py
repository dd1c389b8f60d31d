"""What people decided, laid over what was read."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from danchieu.contract import (
    AgencyFact,
    Assignment,
    Citation,
    DocumentResult,
    Evidence,
    Fact,
    Warning,
)
from danchieu.contract.duties import Recipient
from danchieu.store import Correction
from danchieu.usecases.added_entries import added_entries
from danchieu.usecases.decided_values import (
    agency_typed,
    evidence_of,
    keeps_value,
    parts_of_code,
    standing,
    sure_of,
)
from danchieu.usecases.read_facts import (
    HEADER_FIELDS,
    Listed,
    ReadFact,
    list_facts,
)

_Result = TypeVar("_Result", bound=DocumentResult)
_AGENCIES = ("issuer", "parent_issuer")


def apply_corrections(result: _Result, corrections: Iterable[Correction]) -> _Result:
    """Return the result as people corrected it; without decisions the same.

    A corrected or accepted value has the method ``user:<name>`` and is certain. A
    rejected or unreadable one is gone, the latter with a warning. A decision whose
    value was not read again changes nothing. What people added follows what was read.
    """
    corrections = tuple(corrections)
    decided = standing(corrections)
    if not decided:
        return result
    changes = _header_change(result, decided) | _list_changes(result, decided)
    for field, entries in added_entries(corrections).items():
        kept = changes.get(field, getattr(result, field))
        changes[field] = (*kept, *(entry.item for entry in entries))
    changes["warnings"] = (*result.warnings, *_unreadable(decided))
    return result.model_copy(update=changes)


def kept_keys(
    result: DocumentResult, corrections: Iterable[Correction]
) -> dict[str, list[str]]:
    """Return the keys of the entries that ``apply_corrections`` leaves, by list."""
    corrections = tuple(corrections)
    decided = standing(corrections)
    keys: dict[str, list[str]] = {}
    for fact in list_facts(result):
        decision = decided.get(fact.key)
        if decision is None or keeps_value(decision):
            keys.setdefault(fact.field, []).append(fact.key)
    for field, entries in added_entries(corrections).items():
        keys.setdefault(field, []).extend(entry.key for entry in entries)
    return keys


def _header_change(
    result: DocumentResult, decided: Mapping[str, Correction]
) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name in HEADER_FIELDS:
        decision = decided.get(f"header.{name}")
        if decision is not None:
            facts[name] = _fact(name, getattr(result.header, name), decision)
    if facts.get("code") is not None and decided["header.code"].action == "correct":
        facts |= _parts_of_code(facts["code"])
    return {"header": result.header.model_copy(update=facts)} if facts else {}


def _fact(
    name: str, read: Fact | AgencyFact | None, decision: Correction
) -> Fact | AgencyFact | None:
    sure = sure_of(decision)
    if decision.action == "accept":
        return read and read.model_copy(update=sure)
    if decision.action != "correct" or decision.new is None:
        return None
    value = json.loads(decision.new)["value"]
    evidence = evidence_of(decision) or (read.evidence if read else ())
    row = {**sure, "text": _printed(evidence) or value, "evidence": evidence}
    if name not in _AGENCIES:
        return Fact.model_validate({**row, "value": value})
    before = read.value if isinstance(read, AgencyFact) else None
    body = agency_typed(json.loads(decision.new), before)
    return AgencyFact.model_validate({**row, "value": body})


def _parts_of_code(code: Fact) -> dict[str, Fact | None]:
    number, symbol = parts_of_code(code.value)
    return {
        name: code.model_copy(update={"value": part, "text": part}) if part else None
        for name, part in (("number", number), ("symbol", symbol))
    }


def _list_changes(
    result: DocumentResult, decided: Mapping[str, Correction]
) -> dict[str, Any]:
    lists: dict[str, list[Any]] = {}
    touched: set[str] = set()
    for fact in list_facts(result):
        decision = decided.get(fact.key)
        item = getattr(result, fact.field)[fact.index]
        kept = lists.setdefault(fact.field, [])
        if decision is None:
            kept.append(item)
            continue
        touched.add(fact.field)
        if keeps_value(decision):
            kept.append(_item(item, fact, decision))
    return {field: tuple(items) for field, items in lists.items() if field in touched}


def _item(item: Listed, fact: ReadFact, decision: Correction) -> Listed:
    parts: dict[str, Any] = json.loads(decision.new) if decision.new else {}
    if isinstance(item, Assignment) and "agency" in parts:
        parts["agency"] = agency_typed(parts, item.agency)
    if isinstance(item, Citation) and parts.get("issuer"):
        parts["issuer"] = agency_typed(parts, item.issuer)
    parts.pop("body", None)
    if parts.get("code"):
        parts["number"], parts["symbol"] = parts_of_code(parts["code"])
    evidence = evidence_of(decision)
    if evidence:
        parts["mentions" if fact.field == "citations" else "evidence"] = evidence
    sure = {} if isinstance(item, Recipient) else sure_of(decision)
    return item.model_copy(update={**parts, **sure})


def _printed(evidence: Iterable[Evidence]) -> str:
    return " ".join(place.text for place in evidence)


def _unreadable(decided: Mapping[str, Correction]) -> Iterable[Warning]:
    for decision in decided.values():
        if decision.action == "unreadable":
            yield Warning(
                code="marked-unreadable",
                message=(
                    f"{decision.who} xác nhận chỗ này trên bản gốc không đọc được: "
                    f"{decision.key}."
                ),
                message_en=f"{decision.who} found this unreadable: {decision.key}.",
                evidence=evidence_of(decision),
            )
