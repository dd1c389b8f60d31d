"""Bodies in their time: which unit bore a name then, and who took over."""

from collections.abc import Sequence
from datetime import date, timedelta

from danchieu.domain.agency import Agency, Successor
from danchieu.phrases.agency_context import AgencyContext
from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.folding import fold
from danchieu.rules.gazetteers import Body, Province

_MERGER_YEAR = 2025
_BEFORE_MERGER = "2025-06-30"


class Periods:
    """Places bodies by the day of one context."""

    def __init__(self, grammar: Grammar, context: AgencyContext) -> None:
        self._grammar, self._context = grammar, context

    def central(self, body: Body) -> Agency:
        """Return a body without a place."""
        heir = self._grammar.gazetteers.central_bodies.get(body.successor or "")
        successor = None
        if heir is not None and body.valid_to:
            successor = Successor(f"vn:{heir.id}", heir.name, _day_after(body.valid_to))
        return Agency(f"vn:{body.id}", body.name, body.level, None, successor)

    def placed(self, body: Body, province: str) -> Agency:
        """Return the body of this province in the context's time."""
        unit = self.province(province, body)
        level = (body.levels or {}).get("province", body.level)
        if unit is None:
            return Agency(f"vn:{body.id}", body.name, level, None)
        return Agency(
            f"vn:{body.id}:{unit.id}",
            _placed_name(body, unit),
            level,
            unit.name,
            self._successor(body, unit),
        )

    def province(self, name: str, body: Body | None = None) -> Province | None:
        """Return the unit of this name; of two, the one that stood at the time.

        A body that ended before the later unit began belongs to the earlier one.
        """
        units = self._grammar.provinces_named(fold(name))
        if body is not None and body.valid_to:
            units = tuple(u for u in units if (u.valid_from or "") <= body.valid_to)
        if not units:
            return None
        day = self._day(units)
        return next((u for u in units if u.stood_on(day)), units[0])

    def _successor(self, body: Body, unit: Province) -> Successor | None:
        heir = self._grammar.gazetteers.local_bodies.get(body.successor or "")
        if heir is not None and body.valid_to:
            name = _placed_name(heir, unit)
            return Successor(f"vn:{heir.id}:{unit.id}", name, _day_after(body.valid_to))
        new = self._grammar.gazetteers.provinces.get(unit.successor or "")
        if new is not None and unit.valid_to:
            name = _placed_name(body, new)
            return Successor(f"vn:{body.id}:{new.id}", name, _day_after(unit.valid_to))
        return None

    def _day(self, units: Sequence[Province]) -> str:
        """Return the day to judge by; where only 2025 is known, the issuer's period."""
        context = self._context
        if context.on and len(context.on) >= len("2025-07"):
            return (context.on + "-15")[: len("2025-07-15")]
        if context.year is not None and context.year != _MERGER_YEAR:
            return f"{context.year}-12-31"
        issuer = context.issuer.id if context.issuer else ""
        for unit in units:
            if unit.valid_from and f":{unit.id}" in issuer:
                return unit.valid_from
        return _BEFORE_MERGER


def _placed_name(body: Body, unit: Province) -> str:
    if not body.bare:
        return f"{body.name} {unit.full_name}"
    city_name = body.city_name if unit.kind == "thành phố" else None
    return f"{city_name or body.name} {unit.name}"


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
