"""Which of the documents of an answer are wanted."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from danchieu.contract import TracedDocument, TraceEntry
from danchieu.errors import NotFoundError
from danchieu.phrases.folding import fold
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases.places import Places


@dataclass(frozen=True, slots=True)
class Wanted:
    """What people ask of an answer; None or () is no condition.

    ``province`` is a name of any time; ``province_now`` the name of a province of
    today, which stands for all that were merged into it. ``since`` and ``until`` are
    ISO dates or years, both included. ``held`` asks for documents in the archive, or
    not in it. A document that does not say what is asked for is not wanted.
    """

    province: str | None = None
    province_now: str | None = None
    level: str | None = None
    type: str | None = None
    since: str | None = None
    until: str | None = None
    held: bool | None = None
    ways: tuple[str, ...] = field(default=())

    def choose(
        self, entries: Sequence[TraceEntry], knowledge: Knowledge | None
    ) -> tuple[TraceEntry, ...]:
        """Return the wanted ones of ``entries``, in their order.

        Raises:
            NotFoundError: no province has the name.
        """
        provinces = self._provinces(knowledge)
        places = Places(knowledge.gazetteers) if knowledge and provinces else None
        return tuple(
            e
            for e in entries
            if (not self.ways or e.relation in self.ways)
            and self._fits(e.document)
            and (places is None or _province(e.document, places) in (provinces or ()))
        )

    def _provinces(self, knowledge: Knowledge | None) -> frozenset[str] | None:
        """Return the provinces that are wanted, None for all."""
        name = self.province_now or self.province
        if name is None or knowledge is None:
            return None
        places = Places(knowledge.gazetteers)
        named = places.named(name)
        provinces = knowledge.gazetteers.provinces.values()
        today = {p.id for p in provinces if p.valid_to is None}
        if self.province_now is not None:
            named = places.with_forerunners(named & today)
        if not named:
            raise NotFoundError(
                f"no province is called {name!r}; write its name as in the gazetteer"
            )
        return named

    def _fits(self, document: TracedDocument) -> bool:
        level = document.issuer.level if document.issuer else None
        return (
            self.level in (None, level)
            and (self.type is None or fold(self.type) == fold(document.type or ""))
            and self.held in (None, document.in_archive)
            and self._in_period(document.date)
        )

    def _in_period(self, date: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if not date:
            return False
        since, until = self.since or "", self.until or ""
        early = since and date[: len(since)] < since[: len(date)]
        late = until and date[: len(until)] > until[: len(date)]
        return not early and not late


def _province(document: TracedDocument, places: Places) -> str | None:
    issuer = document.issuer
    if issuer is None:
        return None
    return places.of(issuer.id, issuer.province, document.date).province
