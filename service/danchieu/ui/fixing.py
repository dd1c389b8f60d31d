"""The form in which a person decides on one value."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from danchieu.contract import Agency, DocumentResult
from danchieu.contract.parts import Shape
from danchieu.store import Correction
from danchieu.ui.facts import Row
from danchieu.ui.wording import CHOICES, FIELDS, PARTS
from danchieu.usecases.typed_values import choices_of, parts_of
from danchieu.wording import date_in_words, number_in_words

_LONG = ("text", "task", "title")
_USUAL = {"relation": "mentions", "role": "responsible", "comparator": "="}
"""What a new entry says as long as nothing else is chosen."""
_UNSAID = ("body", "confidence", "method", "number", "symbol", "value")
"""Parts of a kept value that a reader need not be told."""
_DAYS = ("date", "by", "deadline")


@dataclass(frozen=True, slots=True)
class Part:
    """One input: its name, label and value; choices for a list."""

    name: str
    label: str
    kind: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def long(self) -> bool:
        """Whether the value may take several lines."""
        return self.kind == "text" and (self.name in _LONG or len(self.value) > 60)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class FixForm:
    """What the form asks of the value ``key``; ``main`` takes words of the page.

    A form that is new adds an entry to the list ``key``.
    """

    key: str
    label: str
    value: str
    parts: tuple[Part, ...]
    is_new: bool = False
    by_person: bool = False

    @property
    def main(self) -> str:
        """The part that words chosen on the page are put into."""
        return self.parts[0].name


def form_of(
    result: DocumentResult, row: Row, keys: Mapping[str, Sequence[str]]
) -> FixForm:
    """Return the form for the value of a row that has a key; ``keys`` are by list."""
    key = row.key or ""
    field = key.partition(":")[0]
    item = _item(result, field, row, keys)
    parts = tuple(
        _part(field, name, kind, _typed(item, name, kind, row))
        for name, kind in parts_of(field)
    )
    label = row.label if field.startswith("header.") else FIELDS[field]
    value = "" if row.absent else row.value
    return FixForm(key, label, value, parts, by_person=row.person is not None)


def new_form(field: str) -> FixForm:
    """Return the form that adds an entry to the list ``field``."""
    parts = tuple(
        _part(field, name, kind, _USUAL.get(kind, "")) for name, kind in parts_of(field)
    )
    return FixForm(field, FIELDS[field], "", parts, is_new=True)


def refilled(form: FixForm, typed: str) -> FixForm:
    """Return the form with what was typed before, JSON by part; else the same."""
    try:
        said = json.loads(typed)
    except ValueError:
        return form
    if not isinstance(said, dict):
        return form
    parts = tuple(replace(p, value=str(said.get(p.name, p.value))) for p in form.parts)
    return replace(form, parts=parts)


def _part(field: str, name: str, kind: str, value: str) -> Part:
    label = PARTS.get(f"{field}.{name}") or PARTS[name]
    return Part(name, label, kind, value, _choices(kind))


def _item(
    result: DocumentResult, field: str, row: Row, keys: Mapping[str, Sequence[str]]
) -> Shape | None:
    """Return the entry that the row shows, None for a value of the head."""
    known = keys.get(field, ())
    if row.key not in known:
        return None
    item: Shape = getattr(result, field)[known.index(row.key)]
    return item


def _typed(item: Shape | None, name: str, kind: str, row: Row) -> str:
    value = getattr(item, name, None) if item else None
    if item is None:
        return "" if row.absent or name != "value" else row.value
    if isinstance(value, Agency):
        return value.name
    if kind == "date":
        return date_in_words(value)
    if kind == "number":
        return "" if value is None else number_in_words(value)
    return value or ""


def _choices(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((choice, CHOICES[choice]) for choice in choices_of(kind))


def change_in_words(decision: Correction) -> tuple[str, str]:
    """Return the old and the new value of a decision as one line each."""
    is_day = decision.key == "header.issued_on"
    return _line(decision.old, is_day=is_day), _line(decision.new, is_day=is_day)


def _line(kept: str | None, *, is_day: bool) -> str:
    if kept is None:
        return ""
    row = json.loads(kept)
    if "value" in row:
        return date_in_words(row["value"]) if is_day else str(row["value"])
    said = [
        _said(name, part)
        for name, part in row.items()
        if name not in _UNSAID and not isinstance(part, dict | list | bool) and part
    ]
    return " · ".join(said)


def _said(name: str, part: str | float) -> str:
    if isinstance(part, float):
        return number_in_words(part)
    return date_in_words(part) if name in _DAYS else CHOICES.get(part, part)
