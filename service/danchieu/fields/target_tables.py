"""Targets that stand in tables: rows of metrics, columns of years or levels."""

from collections.abc import Iterator

from danchieu.domain.fields import Target
from danchieu.domain.outline import Cell, Outline, Table
from danchieu.domain.text import Span, Text
from danchieu.fields.columns import Columns, cell_at, read_columns
from danchieu.fields.periods import read_title_year, read_year
from danchieu.phrases.figures import FigurePhrase, find_figures
from danchieu.rules import RuleBook

_ROLES = ("metric", "unit", "achieved", "value")
_CONFIDENCE = 0.8
_LEAD_WORDS = 24


def read_table_targets(
    text: Text,
    outline: Outline,
    rules: RuleBook,
    *,
    year: str | None,
    later_than: str | None,
) -> tuple[Target, ...]:
    """Return the targets of tables with a column of metrics ("Chỉ tiêu").

    ``year`` is the year of the title, for columns and rows that name none. In a
    report only columns for years ``later_than`` the report are planned.
    """
    return tuple(
        target
        for table in outline.tables
        for target in _read_table(text, table, rules, (year, later_than))
    )


def _read_table(
    text: Text, table: Table, rules: RuleBook, years: tuple[str | None, str | None]
) -> Iterator[Target]:
    columns = read_columns(table, _ROLES, rules)
    metric_column = columns.first("metric")
    if metric_column is None:
        return
    year, later_than = years
    named = {
        n: _title_year(table.header[n].value, rules) for n in columns.every("value")
    }
    for row in table.rows:
        metric = cell_at(row, metric_column)
        if metric is None:
            continue
        if _is_section(row, metric):
            year = _title_year(metric.value, rules) or year
            continue
        for number, column_year in named.items():
            value = cell_at(row, number)
            late = later_than is None or (column_year or "") > later_than
            if value and late:
                by = column_year or year
                yield from _targets(text, metric, value, _unit(row, columns), by, rules)


def _targets(
    text: Text,
    metric: Cell,
    value: Cell,
    unit: str | None,
    by: str | None,
    rules: RuleBook,
) -> Iterator[Target]:
    for figure in _levels(text.value, value.span, rules):
        per = (unit or "").rpartition("/")[2] if "%/" in (unit or "") else None
        yield Target(
            printed=f"{metric.value}: {value.value}",
            metric=metric.value,
            comparator=figure.comparator,
            min=figure.min,
            max=figure.max,
            unit=unit or figure.sign,
            percent=figure.percent or _is_percent(unit),
            per=figure.per or per,
            by=read_year(text.value, value.span, rules) or by,
            span=Span(
                min(metric.span.start, value.span.start),
                max(metric.span.end, value.span.end),
            ),
            source="fields.table.metric",
            confidence=_CONFIDENCE,
        )


def _levels(value: str, cell: Span, rules: RuleBook) -> Iterator[FigurePhrase]:
    """Yield the figures that open the cell or one of its parts."""
    for figure in find_figures(value, cell, rules):
        opened = max(
            value.rfind(mark, cell.start, figure.span.start) for mark in ";\n,"
        )
        start = max(cell.start, opened + 1)
        if figure.span.start - start <= _LEAD_WORDS:
            yield figure


def _is_percent(unit: str | None) -> bool:
    """Say whether a column of units counts hundredths; "%o" is a misread ‰."""
    return unit is not None and "%" in unit.replace("%o", "")


def _unit(row: tuple[Cell, ...], columns: Columns) -> str | None:
    cell = cell_at(row, columns.first("unit"))
    return cell.value if cell else None


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
