"""Scores the outline, the tables and the events of one document."""

from danchieu.evaluation.answers import (
    Answer,
    AnswerEvent,
    AnswerSection,
    AnswerTable,
)
from danchieu.evaluation.comparing import coverage, fold
from danchieu.evaluation.gold_schema import (
    GoldDocument,
    GoldEvent,
    GoldSection,
    GoldTable,
)
from danchieu.evaluation.tally import Tally

HEADING_COVERAGE = 0.8
HEADER_COVERAGE = 0.8
EVENT_COVERAGE = 0.5


def score_structure(gold: GoldDocument, answer: Answer, tally: Tally) -> None:
    """Count headings, tables and events; a list without gold is not scored.

    A section that the gold does not name counts as nothing, since numbered sentences
    are sections too; a table or an event that it does not name is wrong.
    """
    if gold.sections is not None:
        given = answer.sections
        tally.pairs("sections", gold.sections, given, _section_likeness, whole=False)
    if gold.tables is not None:
        _score_tables(gold.tables, answer.tables, tally)
    if gold.events is not None:
        tally.pairs("events", gold.events, answer.events, _event_likeness, whole=True)


def _score_tables(
    golds: tuple[GoldTable, ...], given: tuple[AnswerTable, ...], tally: Tally
) -> None:
    found = tally.pairs("tables", golds, given, _table_likeness, whole=True)
    for wanted, table in found:
        rows = str(wanted.rows), str(len(table.rows))
        tally.exact("table.rows", *rows, str.__eq__)


def _section_likeness(gold: GoldSection, got: AnswerSection) -> float:
    if fold(gold.label) != fold(got.label):
        return 0.0
    share = coverage(gold.heading, got.heading)
    return share if share >= HEADING_COVERAGE else 0.0


def _table_likeness(gold: GoldTable, got: AnswerTable) -> float:
    if len(gold.header) != len(got.header):
        return 0.0
    header = " ".join(cell or "" for cell in got.header)
    share = coverage(" ".join(gold.header), header)
    return share if share >= HEADER_COVERAGE else 0.0


def _event_likeness(gold: GoldEvent, got: AnswerEvent) -> float:
    if gold.date != got.date:
        return 0.0
    share = coverage(gold.text, got.text)
    return share if share >= EVENT_COVERAGE else 0.0
