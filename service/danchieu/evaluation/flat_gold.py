"""Turns the flat form of gold (code, date, signer at the top) into our shape."""

import re
from collections.abc import Mapping
from typing import Any

_DEADLINE = re.compile(r"\d{4}(?:-\d\d){0,2}|--\d\d-\d\d")
_LISTS = ("citations", "targets", "results", "assignments")

_Json = Mapping[str, Any]


def from_flat(flat: _Json) -> dict[str, Any]:
    """Return the same annotation in our shape; keys that are not scored are left out.

    A list that the flat file does not have stays None: it was not annotated.
    """
    return {
        "id": flat.get("id"),
        "kind": flat.get("kind"),
        "draft": bool(flat.get("draft")),
        "header": _header(flat),
        "signatures": _signatures(flat),
        "recipients": [{"text": text} for text in flat.get("recipients") or []],
        "citations": _each(flat, "citations", _citation),
        "targets": _each(flat, "targets", _figure),
        "results": _each(flat, "results", _figure),
        "assignments": _each(flat, "assignments", _assignment),
        "stated_relations": None,
        "described_documents": None,
        "warnings": None,
        "scopes": {k: flat[f"{k}_scope"] for k in _LISTS if f"{k}_scope" in flat},
        "handwritten": flat.get("handwritten") or [],
        "unreadable": flat.get("unreadable") or [],
        "form": "flat",
    }


def _header(flat: _Json) -> dict[str, Any]:
    keys = ("type", "number", "symbol", "code", "issuer", "place", "title")
    return {key: flat.get(key) for key in (*keys, "urgency", "secrecy")} | {
        "parent_issuer": flat.get("parent"),
        "issued_on": flat.get("date"),
        "issuer_alt": _several(flat.get("issuer_alt")),
    }


def _signatures(flat: _Json) -> list[dict[str, Any]] | None:
    if "signer" not in flat:
        return None
    signer = flat["signer"]
    if not signer:
        return []
    authority = re.split(r"\s*;\s*", signer.get("authority") or "")
    return [
        {
            "name": signer.get("name"),
            "title": signer.get("title"),
            "authority": [part for part in authority if part],
        }
    ]


def _each(flat: _Json, key: str, shape: Any) -> list[dict[str, Any]] | None:  # noqa: ANN401
    return [shape(item) for item in flat[key]] if key in flat else None


def _citation(item: _Json) -> dict[str, Any]:
    keys = ("code", "type", "date", "issuer", "name", "relation")
    return {key: item.get(key) for key in keys} | {
        "resolved_code": item.get("resolves_to"),
        "pinpoints": _several(item.get("pinpoint")),
        "also_accepted": _several(item.get("also_accepted")),
        "optional": bool(item.get("optional")),
    }


def _figure(item: _Json) -> dict[str, Any]:
    keys = ("text", "comparator", "min", "max", "unit", "per", "by")
    return {key: item.get(key) for key in keys} | {
        "percent": bool(item.get("percent")),
        "also_comparator": _several(item.get("also_comparator")),
        "optional": bool(item.get("optional")),
    }


def _assignment(item: _Json) -> dict[str, Any]:
    due = _DEADLINE.search(str(item.get("deadline") or item.get("by") or ""))
    return {key: item.get(key) for key in ("agency", "role")} | {
        "task": item.get("task") or "",
        "deadline": due[0] if due else None,
        "also_agency": _several(item.get("also_agency")),
        "optional": bool(item.get("optional")),
    }


def _several(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else value
