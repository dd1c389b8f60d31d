"""A place in the text that names a document, with what is said of it there."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase
from danchieu.rules.gazetteers import Alias


@dataclass(frozen=True, slots=True)
class Particulars:
    """What follows a code or a name: ``end`` is where it ends, the title left out.

    ``date`` is EDTF; ``odd`` and ``impossible`` mark the printed one. ``name`` is the
    title as printed at ``name_span``, white space folded.
    """

    end: int
    date: str | None = None
    date_span: Span | None = None
    odd: bool = False
    impossible: bool = False
    issuer: Agency | None = None
    name: str | None = None
    name_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """One place that names a document.

    ``span`` runs from the type word to the end of the code or name. ``source`` is
    ``citations.coded``, ``citations.law``, ``citations.named`` or
    ``gazetteers.aliases``. ``law`` is the name of a law before its number. ``alone``
    is true where neither type word nor "số" stands before the code. ``year`` is one
    printed beside a name ("Luật Hóa chất năm 2007").
    """

    span: Span
    source: str
    code: CodePhrase | None = None
    type: str | None = None
    told: Particulars = Particulars(0)
    law: str | None = None
    year: str | None = None
    pinpoints: tuple[str, ...] = ()
    alias: Alias | None = None
    alone: bool = False
    listed: bool = False

    @property
    def tail_end(self) -> int:
        """Return where the title ends, or the particulars where there is none."""
        return self.told.name_span.end if self.told.name_span else self.told.end


@dataclass(slots=True)
class Taken:
    """Spans that are spoken for; they do not overlap much, so neighbours tell."""

    spans: list[Span] = field(default_factory=list)

    def add(self, spans: Iterable[Span]) -> None:
        """Take further spans."""
        for span in spans:
            insort(self.spans, span)

    def overlaps(self, span: Span) -> bool:
        """Say whether one of them shares a character with ``span``."""
        at = bisect_left(self.spans, span)
        near = self.spans[max(at - 2, 0) : at + 1]
        return any(span.overlaps(other) for other in near)
