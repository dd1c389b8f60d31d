"""A result as rows to show, each with a number that ties it to its boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.contract import Evidence
from danchieu.usecases.carding import DOUBTFUL


@dataclass(frozen=True, slots=True)
class Row:
    """One value to show; ``mark`` numbers it among all rows of the document.

    ``cells`` are its further columns, ``note`` a remark in small letters, ``quote``
    the words that say it. ``code`` is what a click may trace, ``held`` the document
    in the archive that it names. ``key`` is what a person may decide on, ``linker``
    who decided which document is meant.
    """

    mark: int
    label: str
    value: str
    evidence: tuple[Evidence, ...]
    cells: tuple[str, ...] = ()
    note: str = ""
    quote: str = ""
    code: str | None = None
    held: str | None = None
    missing: bool = False
    key: str | None = None
    confidence: float | None = None
    person: str | None = None
    linker: str | None = None
    absent: bool = False

    @property
    def page(self) -> int | None:
        """The first page that shows it; None when nothing shows it."""
        return self.evidence[0].page if self.evidence else None

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it: what is queued for them is marked."""
        return self.confidence is not None and self.confidence < DOUBTFUL

    @property
    def percent(self) -> str:
        """How sure the program is, "" for what has no figure or a person decided."""
        if self.confidence is None or self.person is not None:
            return ""
        return f"{round(self.confidence * 100)}%"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; ``columns`` name the cells, empty for a plain list."""

    key: str
    heading: str
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = ()


def rows_of(groups: Sequence[Group]) -> tuple[Row, ...]:
    """Return the rows of all groups."""
    return tuple(row for group in groups for row in group.rows)
