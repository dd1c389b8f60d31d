"""Assignments that stand in tables: task, lead, partners, time."""

from collections.abc import Iterator

from danchieu.domain.fields import Assignment
from danchieu.domain.outline import Cell, Outline
from danchieu.domain.text import Span
from danchieu.fields.actors import ActorReader
from danchieu.fields.bodies import ReadAgency, name_body
from danchieu.fields.columns import Columns, cell_at, read_columns
from danchieu.fields.deadlines import last_day
from danchieu.fields.paragraphs import trim
from danchieu.fields.readings import Reading
from danchieu.phrases.dates import find_dates
from danchieu.rules import RuleBook

_ROLES = ("metric", "coordinate", "lead", "task", "deadline")
_CONFIDENCE = 0.88
_LONGEST_ABBREVIATION = 60
_PARTS = ";,\n"


def read_table_assignments(
    reading: Reading,
    outline: Outline,
    actors: ActorReader,
    read_agency: ReadAgency,
) -> tuple[Assignment, ...]:
    """Return the assignments of tables with columns for tasks and leading bodies."""
    found: list[Assignment] = []
    printed, rules = reading.cells, reading.rules
    for table in outline.tables:
        columns = read_columns(table, _ROLES, rules)
        task_column = columns.first("task")
        if task_column is None or not columns.every("lead") or columns.every("metric"):
            continue
        path = outline.path_to(table.span.start)
        for row in table.rows:
            task = cell_at(row, task_column)
            for role, agency_span in _named(printed, row, columns, actors):
                name = printed[agency_span.start : agency_span.end]
                agency = name_body(name, read_agency)
                if task and agency:
                    found.append(
                        Assignment(
                            agency,
                            role,
                            task.value,
                            _deadline(printed, row, columns, rules),
                            task.span,
                            agency_span,
                            "fields.table.lead",
                            _CONFIDENCE,
                            path[-1].label if path else None,
                        )
                    )
    return tuple(found)


def _named(
    value: str, row: tuple[Cell, ...], columns: Columns, actors: ActorReader
) -> Iterator[tuple[str, Span]]:
    for role in ("lead", "coordinate"):
        for number in columns.every(role):
            cell = cell_at(row, number)
            for span in _bodies(value, cell.span, actors) if cell else ():
                yield role, span


def _bodies(value: str, cell: Span, actors: ActorReader) -> Iterator[Span]:
    """Yield the bodies of a cell; others may be short letters."""
    at = cell.start
    while at < cell.end:
        found = actors.read(value, at, cell.end)
        if found:
            yield from (found.whole,) if found.all_groups else found.spans
            at = found.end
        stops = [p for m in _PARTS if (p := value.find(m, at, cell.end)) >= 0]
        stop = min(stops, default=cell.end)
        name = trim(value, at, stop)
        if not found and name and _is_abbreviation(value[name.start : name.end]):
            yield name
        at = trim(value, stop + 1, cell.end).start


def _is_abbreviation(name: str) -> bool:
    return name[:1].isupper() and 1 < len(name) <= _LONGEST_ABBREVIATION


def _deadline(
    value: str, row: tuple[Cell, ...], columns: Columns, rules: RuleBook
) -> str | None:
    cell = cell_at(row, columns.first("deadline"))
    if cell is None:
        return None
    month = rules.pattern("fields.table.month").regex.match(cell.value)
    if month:
        return f"{month['year']}-{int(month['month']):02}"
    alone = rules.pattern("fields.table.year_alone").regex.match(cell.value)
    if alone:
        return alone["year"]
    dates = find_dates(value, cell.span, rules)
    return last_day(dates[-1].edtf) if dates else None
