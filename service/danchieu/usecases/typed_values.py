"""What people type into a form, as the values of the contract."""

import re
from collections.abc import Mapping
from datetime import date
from typing import get_args

from danchieu.contract import Assignment, Target
from danchieu.domain.citation import RELATIONS

PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "header": (("value", "text"),),
    "header.issued_on": (("value", "date"),),
    "signatures": (("name", "text"), ("title", "text")),
    "citations": (
        *(("code", "text"), ("type", "text"), ("date", "date")),
        *(("issuer", "text"), ("relation", "relation"), ("name", "text")),
    ),
    "targets": (
        *(("text", "text"), ("comparator", "comparator"), ("min", "number")),
        *(("max", "number"), ("unit", "text"), ("by", "date")),
    ),
    "assignments": (
        *(("agency", "text"), ("role", "role"), ("task", "text")),
        ("deadline", "date"),
    ),
    "recipients": (("text", "text"), ("purpose", "text")),
}
"""Field → the parts of it that a form asks for, and the kind of each."""

Typed = str | float | None
_ONE_OF = {"citations": ("code", "name"), "signatures": ("name", "title")}
"""Parts of which one at least must be filled."""
_BOUNDS = ("min", "max")
_NEEDED = {"value", "text", "agency", "task", "relation", "role", "comparator"}
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MONTH = re.compile(r"(?:tháng\s*)?(\d{1,2})[/.-](\d{4})")
_EDTF = re.compile(r"\d{4}|\d{4}-\d{2}|--\d{2}-\d{2}")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBER = re.compile(
    r"-?\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|-?\d{1,15}(?:[.,]\d{1,6})?"
)
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "relation": RELATIONS,
    "role": get_args(Assignment.model_fields["role"].annotation),
    "comparator": get_args(Target.model_fields["comparator"].annotation),
}


class WrongValueError(ValueError):
    """``part`` of a form holds what cannot be used as its ``kind``."""

    def __init__(self, part: str, kind: str) -> None:
        super().__init__(f"{part}: not a {kind}")
        self.part = part
        self.kind = kind


def parts_of(field: str) -> tuple[tuple[str, str], ...]:
    """Return name and kind of each part of a field."""
    if field == "results":
        field = "targets"
    return PARTS.get(field) or PARTS[field.partition(".")[0]]


def choices_of(kind: str) -> tuple[str, ...]:
    """Return what may be chosen, nothing for free text."""
    return _CHOICES.get(kind, ())


def typed_values(field: str, typed: Mapping[str, str]) -> dict[str, Typed]:
    """Return the values of the contract for what was typed; blank is None.

    Raises:
        WrongValueError: a part is needed and blank, or cannot be read.
    """
    values = {
        name: _typed(name, kind, typed.get(name, "").strip())
        for name, kind in parts_of(field)
    }
    wanted = _ONE_OF.get(field, ())
    if wanted and not any(values[name] for name in wanted):
        raise WrongValueError(wanted[0], "blank")
    return values | _both_bounds(values)


def _both_bounds(values: Mapping[str, Typed]) -> dict[str, Typed]:
    """Return least and most of a lone figure, as the contract has them."""
    known = values.get("min") if values.get("max") is None else values.get("max")
    if values.get("comparator") != "=" or known is None:
        return {}
    return {name: known if values[name] is None else values[name] for name in _BOUNDS}


def _typed(part: str, kind: str, typed: str) -> Typed:
    if not typed:
        if part in _NEEDED:
            raise WrongValueError(part, "blank")
        return None
    if kind == "text":
        return " ".join(typed.split())
    read = _read(kind, typed)
    if read is None:
        raise WrongValueError(part, kind)
    return read


def _read(kind: str, typed: str) -> Typed:
    if kind == "date":
        return parse_day(typed)
    if kind == "number":
        return parse_number(typed)
    return typed if typed in choices_of(kind) else None


def parse_day(typed: str) -> str | None:
    """Return EDTF for ``14/03/2021``, ``10/2022``, ``2022`` or EDTF itself."""
    if day := _DAY.fullmatch(typed) or _ISO.fullmatch(typed):
        parts = [int(part) for part in day.groups()]
        year, month, number = parts if parts[0] > 31 else reversed(parts)  # noqa: PLR2004
        try:
            return date(year, month, number).isoformat()
        except ValueError:
            return None
    if month_of := _MONTH.fullmatch(typed):
        in_year = 1 <= int(month_of[1]) <= 12  # noqa: PLR2004
        return f"{month_of[2]}-{int(month_of[1]):02}" if in_year else None
    return typed if _EDTF.fullmatch(typed) else None


def parse_number(typed: str) -> float | None:
    """Return the number: ``1.250,5``, ``12,5`` or ``12.5``."""
    if not _NUMBER.fullmatch(typed):
        return None
    if "," in typed or re.fullmatch(r"-?\d{1,3}(\.\d{3})+", typed):
        typed = typed.replace(".", "").replace(",", ".")
    return float(typed)
