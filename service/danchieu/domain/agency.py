"""Bodies that issue documents and carry out tasks."""

from dataclasses import dataclass

LEVELS = (
    "central",
    "ministry",
    "province",
    "department",
    "district",
    "commune",
    "party",
    "people_council",
    "court",
    "procuracy",
    "other",
)


@dataclass(frozen=True, slots=True)
class Successor:
    """The body that took over, and since when (ISO date)."""

    id: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class Agency:
    """A body; ``id`` is canonical for body and period, ``name`` is historical.

    ``level`` is one of ``LEVELS``. ``province`` is None for central bodies and
    where the document does not tell. ``group`` marks "các sở, ban, ngành": many
    bodies under one name.
    """

    id: str
    name: str
    level: str
    province: str | None = None
    successor: Successor | None = None
    group: bool = False
