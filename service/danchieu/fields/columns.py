"""Which column of a table says what."""

import re
from dataclasses import dataclass

from danchieu.domain.outline import Cell, Table
from danchieu.phrases.folding import strip_marks
from danchieu.rules import RuleBook


@dataclass(frozen=True, slots=True)
class Columns:
    """Column numbers by role; a role may have several columns or none."""

    by_role: dict[str, tuple[int, ...]]

    def first(self, role: str) -> int | None:
        """Return the first column of this role."""
        found = self.by_role.get(role, ())
        return found[0] if found else None

    def every(self, role: str) -> tuple[int, ...]:
        """Return all columns of this role, from the left."""
        return self.by_role.get(role, ())


def read_columns(table: Table, roles: tuple[str, ...], rules: RuleBook) -> Columns:
    """Give each column the first of ``roles`` that its name fits."""
    patterns = [(role, rules.pattern(f"fields.table.{role}").regex) for role in roles]
    found: dict[str, tuple[int, ...]] = {}
    for number, cell in enumerate(table.header):
        role = _role(strip_marks(cell.value), patterns)
        if role:
            found[role] = (*found.get(role, ()), number)
    return Columns(found)


def cell_at(row: tuple[Cell, ...], number: int | None) -> Cell | None:
    """Return a cell with text; None for no column, a short row or a blank cell."""
    if number is None or number >= len(row):
        return None
    return row[number] if row[number].value.strip() else None


def _role(name: str, patterns: list[tuple[str, re.Pattern[str]]]) -> str | None:
    return next((role for role, regex in patterns if regex.search(name)), None)
