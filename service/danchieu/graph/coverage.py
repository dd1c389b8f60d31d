"""Which of a list of bodies have a document, and which have none that is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the list; ``came_from`` are the units that were merged into it."""

    id: str
    name: str
    came_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """A unit with the documents of its own, of its forerunners, and of lower bodies.

    All three empty: none is known, which does not say that there is none.
    """

    unit: Unit
    own: tuple[str, ...]
    forerunners: tuple[str, ...]
    lower: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Say whether the unit itself or a forerunner has a document."""
        return bool(self.own or self.forerunners)


def cover(
    units: Sequence[Unit],
    own: Iterable[tuple[str, str]],
    lower: Iterable[tuple[str, str]] = (),
) -> tuple[Covered, ...]:
    """Return each unit with its documents, in the order of ``units``.

    ``own`` and ``lower`` are pairs of a unit id (of today or of a forerunner) and a
    document. Ids that stand in no unit are left out.
    """
    mine, below = _by_unit(own), _by_unit(lower)
    return tuple(
        Covered(
            unit,
            mine.get(unit.id, ()),
            _of_all(mine, unit.came_from),
            (*below.get(unit.id, ()), *_of_all(below, unit.came_from)),
        )
        for unit in units
    )


def _by_unit(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for unit, document in pairs:
        found[unit].append(document)
    return {unit: tuple(documents) for unit, documents in found.items()}


def _of_all(
    by_unit: Mapping[str, tuple[str, ...]], units: Iterable[str]
) -> tuple[str, ...]:
    return tuple(d for unit in units for d in by_unit.get(unit, ()))
