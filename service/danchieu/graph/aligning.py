"""Figures of several documents side by side, where they count the same."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass

from danchieu.phrases.folding import fold

_WORD = re.compile(r"[^\W_]+")
_NOT_A_WORD = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of ``document``: what is counted, in which unit, until when.

    ``metric`` is None where the text does not tell; such a figure stands alone.
    ``place`` tells figures of one document apart.
    """

    document: str
    place: int
    metric: str | None
    unit: str | None
    percent: bool
    per: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """Figures that count the same, in the same unit, for the same period."""

    metric: str
    unit: str | None
    percent: bool
    per: str | None
    by: str | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Fillers:
    """Folded words that do not change what is counted.

    ``leads`` say nothing at the beginning ("số đơn"; not in "chuyển đổi số"),
    ``asides`` nowhere ("của tỉnh").
    """

    leads: Set[str] = frozenset()
    asides: Set[str] = frozenset()


def align(figures: Sequence[Figure], fillers: Fillers) -> tuple[Row, ...]:
    """Return rows of figures; those that more documents share stand first.

    Two figures count the same when the same words name what is counted, ``fillers``
    left out: one more word may name another thing. ``unit`` counts only where it is
    not the thing itself.
    """
    lead, aside = _any_of(fillers.leads), _any_of(fillers.asides)
    rows: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        words = _words(figure.metric, lead, aside)
        if words:
            unit = _unit(figure)
            key = (words, unit, figure.percent, figure.per, (figure.by or "")[:4])
            rows[key].append(figure)
    found = [_row(key, members) for key, members in rows.items()]
    return tuple(sorted(found, key=_place))


def _any_of(fillers: Set[str]) -> re.Pattern[str]:
    """Return the pattern of the words, the longest first; none matches nothing."""
    longest_first = sorted(fillers, key=lambda f: (-len(f), f))
    words = "|".join(re.escape(f) for f in longest_first) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _words(
    metric: str | None, lead: re.Pattern[str], aside: re.Pattern[str]
) -> tuple[str, ...]:
    plain = " ".join(_NOT_A_WORD.sub(" ", fold(metric or "")).split())
    plain = aside.sub(" ", plain).strip()
    while found := lead.match(plain):
        plain = plain[found.end() :].strip()
    return tuple(_WORD.findall(plain))


def _unit(figure: Figure) -> str | None:
    """Return the unit where it says more than the words of what is counted."""
    unit = set(_WORD.findall(fold(figure.unit or "")))
    if (
        figure.percent
        or not unit
        or unit <= set(_WORD.findall(fold(figure.metric or "")))
    ):
        return None
    return fold(figure.unit or "")


def _row(key: tuple[object, ...], members: Sequence[Figure]) -> Row:
    names = sorted({m.metric for m in members if m.metric}, key=lambda n: (len(n), n))
    one = members[0]
    unit = None if key[1] is None else one.unit
    until = one.by if len({m.by for m in members}) == 1 else (one.by or "")[:4] or None
    return Row(names[0], unit, one.percent, one.per, until, tuple(members))


def _place(row: Row) -> tuple[int, str, str, str]:
    documents = len({f.document for f in row.figures})
    return -documents, fold(row.metric), row.by or "", row.unit or ""
