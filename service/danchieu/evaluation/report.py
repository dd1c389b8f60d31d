"""Shows scores: a plain table, JSON, and what changed between two versions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danchieu.evaluation.answers import load_answers
from danchieu.evaluation.gold_schema import GoldDocument
from danchieu.evaluation.score import score_results
from danchieu.evaluation.tally import FieldScore, Loss, ScoreTable


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change won and what it cost, point by point."""

    gained: tuple[Loss, ...]
    lost: tuple[Loss, ...]


def render_table(table: ScoreTable) -> str:
    """Return the scores as lines of plain text, one per field."""
    width = max((len(name) for name in table.fields), default=0)
    rows = [_row(name.ljust(width), score) for name, score in table.fields.items()]
    return "\n".join([f"{table.documents} documents", *rows])


def table_as_json(table: ScoreTable) -> dict[str, Any]:
    """Return the scores as values for ``json.dumps``."""
    fields = {
        name: {
            "n": score.support,
            "right": score.right,
            "wrong": score.wrong,
            "missed": score.missed,
            "precision": score.precision,
            "recall": score.recall,
            "f1": score.f1,
        }
        for name, score in table.fields.items()
    }
    return {"documents": table.documents, "fields": fields}


def losses_of(table: ScoreTable, field: str) -> list[str]:
    """Return the losses of one field as lines, in reading order."""
    return [str(loss) for loss in table.losses if loss.field == field]


def compare_folders(
    golds: Sequence[GoldDocument], before: Path, after: Path
) -> Comparison:
    """Score two folders of results and return what changed.

    Raises:
        CorpusError: a result cannot be read.
    """
    tables = [score_results(golds, load_answers(folder)) for folder in (before, after)]
    return compare_tables(*tables)


def compare_tables(before: ScoreTable, after: ScoreTable) -> Comparison:
    """Return the losses that went away and those that are new.

    A value that was wrong and is wrong in another way is neither.
    """
    return Comparison(
        gained=_only_in_first(before.losses, after.losses),
        lost=_only_in_first(after.losses, before.losses),
    )


def render_comparison(comparison: Comparison) -> str:
    """Return ``gained:`` and ``lost:`` lines, or one line that nothing changed."""
    lines = [f"gained: {loss}" for loss in comparison.gained]
    lines += [f"lost: {loss}" for loss in comparison.lost]
    return "\n".join(lines) or "nothing gained, nothing lost"


def _row(name: str, score: FieldScore) -> str:
    ratios = (score.precision, score.recall, score.f1)
    precision, recall, f1 = ("    -" if r is None else f"{r:5.3f}" for r in ratios)
    return f"{name}  n={score.support:5}  P={precision}  R={recall}  F1={f1}"


def _only_in_first(first: Iterable[Loss], second: Iterable[Loss]) -> tuple[Loss, ...]:
    known = Counter(_point(loss) for loss in second)
    only = []
    for loss in first:
        point = _point(loss)
        if known[point]:
            known[point] -= 1
        else:
            only.append(loss)
    return tuple(only)


def _point(loss: Loss) -> tuple[str, ...]:
    asked = loss.gold is not None
    return (loss.document, loss.field, loss.gold or "", "" if asked else loss.got or "")
