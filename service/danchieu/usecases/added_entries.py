"""Entries of a list that a person added because the reading missed them."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danchieu.contract import Assignment, Citation, Evidence, Signature, Target
from danchieu.contract.duties import Recipient
from danchieu.store import Correction
from danchieu.usecases.decided_values import (
    agency_typed,
    evidence_of,
    parts_of_code,
    sure_of,
)
from danchieu.usecases.read_facts import Listed

ADDABLE = (
    *("citations", "assignments", "targets", "results"),
    *("recipients", "signatures"),
)
"""The lists that people may add to."""
_MARK = ":+"
_DIGEST = 12
_GONE = ("reject", "unreadable")


@dataclass(frozen=True, slots=True)
class AddedEntry:
    """An entry under its key; ``item`` is as the last decision on it says."""

    key: str
    item: Listed


def is_added(key: str) -> bool:
    """Say whether the key is one of an added entry."""
    return _MARK in key


def added_key(field: str, new: Mapping[str, Any], when: str) -> str:
    """Return the key of a new entry; the same one sent twice at once has one."""
    said = json.dumps([when, new], ensure_ascii=False, sort_keys=True)
    return f"{field}{_MARK}{hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]}"


def added_entries(corrections: Iterable[Correction]) -> dict[str, list[AddedEntry]]:
    """Return what people added, by list, in the order in which they did.

    An entry is there as long as its adding stands and nobody took it out again; later
    corrections of it count.
    """
    by_key: dict[str, list[Correction]] = {}
    for decision in corrections:
        if is_added(decision.key) and decision.undone_at is None:
            by_key.setdefault(decision.key, []).append(decision)
    entries: dict[str, list[AddedEntry]] = {}
    for key, decisions in by_key.items():
        if decisions[0].action != "add" or decisions[-1].action in _GONE:
            continue
        field = key.partition(":")[0]
        entries.setdefault(field, []).append(AddedEntry(key, _item(field, decisions)))
    return entries


def last_said(corrections: Iterable[Correction], key: str) -> str | None:
    """Return the values that stand for an added entry, as JSON."""
    said = [c.new for c in corrections if c.key == key and c.new and not c.undone_at]
    return said[-1] if said else None


def _item(field: str, decisions: Sequence[Correction]) -> Listed:
    said = [d for d in decisions if d.new is not None]
    parts: dict[str, Any] = json.loads(said[-1].new or "{}")
    places = [place for d in said if (place := evidence_of(d))]
    return _MAKERS[field](parts, places[-1] if places else (), sure_of(decisions[-1]))


def _citation(
    parts: dict[str, Any], places: tuple[Evidence, ...], sure: dict[str, Any]
) -> Citation:
    number, symbol = parts_of_code(parts.get("code") or "")
    issuer = agency_typed(parts, None) if parts.get("issuer") else None
    kept = {n: part for n, part in parts.items() if n not in ("issuer", "body")}
    row = {**kept, **sure, "number": number, "symbol": symbol, "mentions": places}
    return Citation(**row, issuer=issuer)


def _assignment(
    parts: dict[str, Any], places: tuple[Evidence, ...], sure: dict[str, Any]
) -> Assignment:
    kept = {name: parts.get(name) for name in ("role", "task", "deadline")}
    row = {**kept, **sure, "agency": agency_typed(parts, None), "evidence": places}
    return Assignment.model_validate(row)


def _target(
    parts: dict[str, Any], places: tuple[Evidence, ...], sure: dict[str, Any]
) -> Target:
    percent = (parts.get("unit") or "").startswith("%")
    return Target(**parts, percent=percent, evidence=places, **sure)


def _signature(
    parts: dict[str, Any], places: tuple[Evidence, ...], sure: dict[str, Any]
) -> Signature:
    return Signature(**parts, evidence=places, **sure)


def _recipient(
    parts: dict[str, Any], places: tuple[Evidence, ...], _sure: dict[str, Any]
) -> Recipient:
    return Recipient(**parts, evidence=places)


_MAKERS: Mapping[str, Callable[..., Listed]] = {
    "citations": _citation,
    "assignments": _assignment,
    "targets": _target,
    "results": _target,
    "signatures": _signature,
    "recipients": _recipient,
}
