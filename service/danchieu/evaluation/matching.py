"""How much an entry of a result is like an entry of the gold; 0 is another one."""

from dataclasses import dataclass

from danchieu.evaluation.answers import (
    AnswerAssignment,
    AnswerCitation,
    AnswerFigure,
)
from danchieu.evaluation.comparing import (
    code_key,
    coverage,
    likeness,
    same_agency,
    same_code,
)
from danchieu.evaluation.gold_schema import GoldAssignment, GoldCitation, GoldFigure

NAME_LIKENESS = 0.8
NAME_INSIDE_DISCOUNT = 0.05
FIGURE_COVERAGE = 0.5
TASK_COVERAGE = 0.6
RECIPIENT_LIKENESS = 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the gold; never optional."""

    text: str
    optional: bool = False


def line_likeness(gold: Line, got: str) -> float:
    """Lines of nơi nhận may differ by a fifth."""
    alike = likeness(gold.text, got)
    return alike if alike >= RECIPIENT_LIKENESS else 0.0


def citation_likeness(gold: GoldCitation, got: AnswerCitation) -> float:
    """A code decides alone; a name may also agree by what it stands for."""
    if gold.code:
        return float(code_key(gold.code) == code_key(got.code))
    stands_for = got.resolved_code or got.code
    if gold.resolved_code and same_code(gold.resolved_code, stands_for):
        return 1.0
    name = gold.name or gold.type
    inside = coverage(name, got.text or got.name) - NAME_INSIDE_DISCOUNT
    best = max(likeness(name, got.name), inside)
    return best if best >= NAME_LIKENESS and not got.code else 0.0


def figure_likeness(gold: GoldFigure, got: AnswerFigure) -> float:
    """The smaller bound and the percent sign must agree, and half of the words."""
    if not _same_number(gold.min, got.min) or gold.percent != bool(got.percent):
        return 0.0
    both = gold.max is not None and got.max is not None
    if both and not _same_number(gold.max, got.max):
        return 0.0
    share = coverage(gold.text, got.text)
    return share if share >= FIGURE_COVERAGE else 0.0


def assignment_likeness(gold: GoldAssignment, got: AnswerAssignment) -> float:
    """The agency must agree, and most of the task's words."""
    if not any(same_agency(n, got.agency) for n in (gold.agency, *gold.also_agency)):
        return 0.0
    share = coverage(gold.task, got.task)
    return share if share >= TASK_COVERAGE else 0.0


def _same_number(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return round(first, 6) == round(second, 6)
