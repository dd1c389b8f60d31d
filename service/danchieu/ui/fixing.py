"""The form in which a person decides on one value."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from danchieu.contract import Agency, DocumentResult
from danchieu.contract.parts import Shape
from danchieu.store import Correction
from danchieu.ui.facts import Row
from danchieu.ui.wording import CHOICES, FIELDS, PARTS
from danchieu.usecases.typed_values import choices_of, parts_of
from danchieu.wording import date_in_words, number_in_words

_LONG = ("text", "task", "title")


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
    """What the form asks of the value ``key``; ``main`` takes words of the page."""

    key: str
    label: str
    value: str
    parts: tuple[Part, ...]

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
        Part(name, PARTS[name], kind, _typed(item, name, kind, row), _choices(kind))
        for name, kind in parts_of(field)
    )
    label = row.label if field.startswith("header.") else FIELDS[field]
    return FixForm(key, label, "" if row.absent else row.value, parts)


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
    return _line(decision.old), _line(decision.new)


def _line(kept: str | None) -> str:
    if kept is None:
        return ""
    row = json.loads(kept)
    if "value" in row:
        return date_in_words(str(row["value"]))
    said: Sequence[str] = [
        number_in_words(v) if isinstance(v, float) else CHOICES.get(str(v), str(v))
        for v in row.values()
        if v not in (None, "", False, [], ())
    ]
    return " · ".join(date_in_words(part) for part in said)
