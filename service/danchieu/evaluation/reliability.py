"""Whether a confidence means something: shares of right values by confidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from danchieu.evaluation.tally import Judgement

SURE = 0.9
"""From here on a reader may take a value as read: 95 of 100 are to be right."""
_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, SURE, 0.95)
_TOP = 1.0


@dataclass(frozen=True, slots=True)
class Reliability:
    """The values given with a confidence from ``low`` to under ``high``."""

    name: str
    low: float
    high: float
    given: int
    right: int
    mean_confidence: float

    @property
    def share(self) -> float:
        """The share of these values that is right."""
        return self.right / self.given


def reliability_by_step(judgements: Sequence[Judgement]) -> tuple[Reliability, ...]:
    """Return one row per step of confidence that any value fell into."""
    highs = (*_STEPS[1:], _TOP)
    rows = (
        _row("all", judgements, low, high)
        for low, high in zip(_STEPS, highs, strict=True)
    )
    return tuple(row for row in rows if row is not None)


def reliability_of_sure(judgements: Sequence[Judgement]) -> tuple[Reliability, ...]:
    """Return per field what was given with a confidence of ``SURE`` or more."""
    names = dict.fromkeys(item.field for item in judgements)
    rows = (
        _row(name, [item for item in judgements if item.field == name], SURE, _TOP)
        for name in names
    )
    return tuple(row for row in rows if row is not None)


def render_reliability(judgements: Sequence[Judgement]) -> str:
    """Return both tables as lines of plain text."""
    lines = ["confidence    given  right  share  mean confidence"]
    lines += [
        f"{row.low:.2f}-{row.high:.2f}   {_counts(row)}"
        for row in reliability_by_step(judgements)
    ]
    lines += ["", f"given with {SURE} or more, by field"]
    sure = reliability_of_sure(judgements)
    width = max((len(row.name) for row in sure), default=0)
    lines += [f"{row.name.ljust(width)}  {_counts(row)}" for row in sure]
    return "\n".join(lines)


def _counts(row: Reliability) -> str:
    return f"{row.given:6} {row.right:6}  {row.share:5.3f}  {row.mean_confidence:5.3f}"


def _row(
    name: str, judgements: Iterable[Judgement], low: float, high: float
) -> Reliability | None:
    inside = [
        item
        for item in judgements
        if low <= item.confidence < high or high == item.confidence == _TOP
    ]
    if not inside:
        return None
    mean = sum(item.confidence for item in inside) / len(inside)
    right = sum(item.is_right for item in inside)
    return Reliability(name, low, high, len(inside), right, mean)
