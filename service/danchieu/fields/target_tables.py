"""Figures that stand in tables: rows of what is counted, columns of levels."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.fields import Target
from danchieu.domain.outline import Cell, Outline, Table
from danchieu.domain.text import Span, Text
from danchieu.fields.columns import cell_at, read_columns
from danchieu.fields.periods import read_title_year, read_year
from danchieu.phrases.figures import FigurePhrase, find_figures
from danchieu.phrases.folding import strip_marks
from danchieu.rules import RuleBook

_ROLES = (
    "metric",
    "counted",
    "unit",
    "compared",
    "achieved",
    "plan",
    "outcome",
    "value",
)
_SOURCE = "fields.table.metric"
_CONFIDENCE = 0.8
_LEAD_WORDS = 24
_FEWEST_LETTERS = 2
_LONGEST_REST = 12
_BEFORE = frozenset(" \n(:+-–~<>=≥≤±")


@dataclass(frozen=True, slots=True)
class Reported:
    """When a table speaks: ``year`` is the title's, for heads and rows that name none.

    A report looks back on ``until``: a column that is named by a later year only is
    planned. Other documents have no ``until`` and no results.
    """

    year: str | None
    until: str | None


def read_table_figures(
    text: Text, outline: Outline, rules: RuleBook, reported: Reported
) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    """Return the targets and the results of tables with a column of metrics.

    A column whose name says both ("Thực hiện kế hoạch"), or compares the two, gives
    neither.
    """
    found = [
        figure
        for table in outline.tables
        for figure in _TableReader(text, table, rules, reported).read()
    ]
    return (
        tuple(target for planned, target in found if planned),
        tuple(target for planned, target in found if not planned),
    )


class _TableReader:
    """Reads one table; holds what its columns say."""

    def __init__(
        self, text: Text, table: Table, rules: RuleBook, reported: Reported
    ) -> None:
        self._value = text.value
        self._table = table
        self._rules = rules
        self._reported = reported
        self._columns = read_columns(table, _ROLES, rules)
        self._metric = self._metric_column()
        self._money = rules.pattern("fields.table.money").regex

    def _metric_column(self) -> int | None:
        """Return the column of metrics; "Nội dung" is one beside plan and outcome."""
        columns = self._columns
        named = columns.first("metric")
        reached = columns.every("achieved") or columns.every("outcome")
        if named is not None or not (columns.every("plan") and reached):
            return named
        return columns.first("counted")

    def read(self) -> Iterator[tuple[bool, Target]]:
        """Yield the figures of the rows, and whether each is planned."""
        if self._metric is None:
            return
        year = _title_year(self._table.caption or "", self._rules)
        year = year or self._reported.year
        planned = self._planned_columns()
        years = {number: self._column_year(number) for number in planned}
        for row in self._table.rows:
            metric = cell_at(row, self._metric)
            if metric is None or not _is_name(metric):
                continue
            if _is_section(row, metric):
                year = _title_year(metric.value, self._rules) or year
                continue
            for number, is_planned in planned.items():
                level = cell_at(row, number)
                if level and self._counts(row, level):
                    by = years[number] or year
                    for target in self._targets(row, metric, level, by):
                        yield is_planned, target

    def _planned_columns(self) -> dict[int, bool]:
        """Return the columns that count, and whether each is planned."""
        columns, until = self._columns, self._reported.until
        planned = dict.fromkeys(columns.every("plan"), True)
        if until is None:
            levels = columns.every("value")
            levels += () if planned else columns.every("outcome")
            found = {**dict.fromkeys(levels, True), **planned}
        else:
            later = (n for n in columns.every("value") if self._is_later(n, until))
            reached = (*columns.every("achieved"), *columns.every("outcome"))
            own = (n for n in reached if self._is_own(n, until))
            found = {
                **dict.fromkeys(later, True),
                **planned,
                **dict.fromkeys(own, False),
            }
        divided = self._divided()
        return {n: found[n] for n in sorted(found) if n not in divided}

    def _is_later(self, number: int, until: str) -> bool:
        return (self._column_year(number) or "") > until

    def _is_own(self, number: int, until: str) -> bool:
        """Say whether a column is of the time that the report is about."""
        since = self._reported.year or until
        return (self._column_year(number) or since) >= since

    def _column_year(self, number: int) -> str | None:
        return _title_year(self._table.header[number].value, self._rules)

    def _divided(self) -> frozenset[int]:
        """Return the columns that a second row still names: their head is not sure."""
        below = self._table.rows[0] if self._table.rows else ()
        if cell_at(below, self._metric):
            return frozenset()
        return frozenset(n for n, cell in enumerate(below) if _is_name(cell))

    def _counts(self, row: tuple[Cell, ...], level: Cell) -> bool:
        """Say whether a level may be a target: money that is shared out is none."""
        if self._columns.first("metric") is not None:
            return True
        unit = cell_at(row, self._columns.first("unit"))
        names = (*self._table.header, *((unit,) if unit else ()))
        if any(self._money.search(strip_marks(cell.value)) for cell in names):
            return False
        figures = find_figures(self._value, level.span, self._rules)
        return bool(figures) and len(level.span) <= len(figures[0].span) + _LONGEST_REST

    def _targets(
        self, row: tuple[Cell, ...], metric: Cell, level: Cell, by: str | None
    ) -> Iterator[Target]:
        unit = self._unit(row, metric)
        for figure in _levels(self._value, level.span, self._rules):
            per = (unit or "").rpartition("/")[2] if "%/" in (unit or "") else None
            yield Target(
                printed=f"{metric.value}: {level.value}",
                metric=metric.value,
                comparator=figure.comparator,
                min=figure.min,
                max=figure.max,
                unit=unit or figure.sign,
                percent=figure.percent or _is_percent(unit),
                per=figure.per or per,
                by=read_year(self._value, level.span, self._rules) or by,
                span=Span(
                    min(metric.span.start, level.span.start),
                    max(metric.span.end, level.span.end),
                ),
                source=_SOURCE,
                confidence=_CONFIDENCE,
            )

    def _unit(self, row: tuple[Cell, ...], metric: Cell) -> str | None:
        """Return the unit of a row: in its column, else in brackets behind the name."""
        cell = cell_at(row, self._columns.first("unit"))
        if cell:
            return cell.value
        match = self._rules.pattern("fields.table.named_unit").regex.search(
            metric.value
        )
        return match["unit"] if match else None


def _levels(value: str, cell: Span, rules: RuleBook) -> Iterator[FigurePhrase]:
    """Yield the figures that open the cell or one of its parts.

    A figure behind a sign of another kind is half read ("§2"), a number of months none.
    """
    duration = rules.pattern("fields.target.duration").regex
    for figure in find_figures(value, cell, rules):
        opened = max(
            value.rfind(mark, cell.start, figure.span.start) for mark in ";\n,"
        )
        start = max(cell.start, opened + 1)
        if figure.span.start - start > _LEAD_WORDS:
            continue
        whole = start == figure.span.start or value[figure.span.start - 1] in _BEFORE
        if whole and not duration.match(value, figure.span.end, cell.end):
            yield figure


def _is_percent(unit: str | None) -> bool:
    """Say whether a column of units counts hundredths; "%o" is a misread ‰."""
    return unit is not None and "%" in unit.replace("%o", "")


def _is_name(cell: Cell) -> bool:
    """Say whether a cell has words; a row of column numbers ("A | 1 | 2") has none."""
    return sum(letter.isalpha() for letter in cell.value) >= _FEWEST_LETTERS


def _is_section(row: tuple[Cell, ...], metric: Cell) -> bool:
    """Say whether the row only parts the table ("I | Đến năm 2030 | | |")."""
    after = row[row.index(metric) + 1 :]
    return not any(cell.value.strip() for cell in after)


def _title_year(printed: str, rules: RuleBook) -> str | None:
    alone = rules.pattern("fields.table.year_alone").regex.match(printed)
    if alone:
        return alone["year"]
    named = read_title_year(printed, Span(0, len(printed)), rules)
    last = rules.pattern("fields.table.year_last").regex.search(printed)
    return named or (last["year"] if last else None)
