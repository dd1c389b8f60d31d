"""Counts per field, and what was lost, one by one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class FieldScore:
    """Counts for one field; the ratios follow from them.

    ``right`` values were found, ``wrong`` were given but are not in the gold,
    ``missed`` are in the gold but were not given. A wrong value in place of a right
    one counts on both sides.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def support(self) -> int:
        """How many values the gold has."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        """Share of the given values that are right; None when none was given."""
        given = self.right + self.wrong
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """Share of the gold that was found; None when the gold is empty."""
        return self.right / self.support if self.support else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean; 0 when nothing was right, None when the gold is empty."""
        precision, recall = self.precision, self.recall
        if recall is None:
            return None
        if not precision or not recall:
            return 0.0
        return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class Loss:
    """One point lost: ``gold`` is None for a value that nobody asked for."""

    document: str
    field: str
    gold: str | None
    got: str | None

    def __str__(self) -> str:
        """Return ``document field gold → got``."""
        return f"{self.document} {self.field} {self.gold or '∅'} → {self.got or '∅'}"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One given value, how sure the program was (0 to 1), and whether it is right."""

    field: str
    confidence: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """The scores of a set of documents, and every loss in reading order."""

    documents: int
    fields: Mapping[str, FieldScore]
    losses: tuple[Loss, ...]
    judgements: tuple[Judgement, ...] = ()


class GoldItem(Protocol):
    """An entry of a gold list."""

    @property
    def optional(self) -> bool:
        """Whether missing it costs nothing."""


_Gold = TypeVar("_Gold", bound=GoldItem)
_Got = TypeVar("_Got")


@dataclass(slots=True)
class Tally:
    """Counts while documents are gone through; ``table`` gives the result."""

    document: str = ""
    counts: dict[str, list[int]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def exact(
        self,
        field_name: str,
        gold: str | None,
        got: str | None,
        same: Callable[[str, str], bool],
        confidence: float | None = None,
    ) -> None:
        """Count one value; nothing is counted where both sides have none."""
        if not gold and not got:
            return
        right = bool(gold and got and same(gold, got))
        self._count(
            field_name, right, bool(got) and not right, bool(gold) and not right
        )
        if got:
            self._judge(field_name, confidence, right)
        if not right:
            self.losses.append(Loss(self.document, field_name, gold, got))

    def pairs(
        self,
        field_name: str,
        golds: Sequence[_Gold],
        given: Iterable[_Got],
        likeness: Callable[[_Gold, _Got], float],
        *,
        whole: bool,
    ) -> list[tuple[_Gold, _Got]]:
        """Match two lists one to one and count; return what belongs together.

        Each gold entry in turn takes the most similar entry that is left (likeness
        0: never). What is left over is wrong, unless the gold is not ``whole``.
        """
        left, found = list(given), []
        self._count(field_name, False, False, False)
        for gold in golds:
            best = _best(gold, left, likeness)
            if best is not None:
                found.append((gold, left.pop(best)))
                self._count(field_name, True, False, False)
                self._judge(field_name, _confidence_of(found[-1][1]), True)
            elif not gold.optional:
                self._count(field_name, False, False, True)
                self.losses.append(Loss(self.document, field_name, label(gold), None))
        for extra in left if whole else ():
            self._count(field_name, False, True, False)
            self._judge(field_name, _confidence_of(extra), False)
            self.losses.append(Loss(self.document, field_name, None, label(extra)))
        return found

    def table(self, documents: int) -> ScoreTable:
        """Return what was counted so far."""
        fields = {name: FieldScore(*counts) for name, counts in self.counts.items()}
        return ScoreTable(documents, fields, tuple(self.losses), tuple(self.judgements))

    def _judge(self, name: str, confidence: float | None, is_right: bool) -> None:
        if confidence is not None:
            self.judgements.append(Judgement(name, confidence, is_right))

    def _count(self, name: str, right: bool, wrong: bool, missed: bool) -> None:
        counts = self.counts.setdefault(name, [0, 0, 0])
        for place, happened in enumerate((right, wrong, missed)):
            counts[place] += happened


def label(entry: object) -> str:
    """Return a short name of a list entry, for a person to find it by."""
    if isinstance(entry, str):
        return entry
    names = (
        *("agency", "code", "name", "subject", "relation", "object", "task", "text"),
        *("label", "heading", "header"),
    )
    values = (getattr(entry, name, None) for name in names)
    return " | ".join(str(value) for value in values if value)


def _confidence_of(entry: object) -> float | None:
    """Return how sure the program was of a list entry; None where it does not say."""
    sure = getattr(entry, "confidence", None)
    return sure if isinstance(sure, float) else None


def _best(
    gold: _Gold, given: Sequence[_Got], likeness: Callable[[_Gold, _Got], float]
) -> int | None:
    best, most = None, 0.0
    for place, entry in enumerate(given):
        alike = likeness(gold, entry)
        if alike > most:
            best, most = place, alike
    return best
