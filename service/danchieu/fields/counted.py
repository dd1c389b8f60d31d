"""What a figure counts: metric, unit, rate."""

from danchieu.domain.fields import Target
from danchieu.fields.clauses import FigureClause
from danchieu.rules import RuleBook

_LONGEST_UNIT = 110
_MOST_COMMAS = 1


class CountedReader:
    """Reads the noun that a figure belongs to; holds the patterns."""

    def __init__(self, rules: RuleBook) -> None:
        """Take the patterns from ``rules``."""
        self._regex = {
            name: rules.pattern(f"fields.target.{name}").regex
            for name in (
                "duration",
                "no_unit",
                "measure",
                "unit_stop",
                "rate",
                "metric",
            )
        }

    def is_counted(self, value: str, clause: FigureClause) -> bool:
        """Say whether it counts things: neither a length of time nor a bare number."""
        figure, end = clause.figure, clause.span.end
        if figure.sign:
            return True
        if self._regex["duration"].match(value, figure.span.end, end):
            return False
        bare = self._regex["no_unit"].match(value, figure.span.end, end)
        if bare or figure.span.end >= end:
            return self._metric_before(value, clause) is not None
        return True

    def is_measure(self, value: str, clause: FigureClause) -> bool:
        """Say whether it is money, a size or a headcount of guests."""
        end = clause.span.end
        return bool(self._regex["measure"].match(value, clause.figure.span.end, end))

    def describe(self, value: str, clause: FigureClause) -> Target:
        """Return the target without year, place in the outline and source."""
        figure = clause.figure
        rate = self._regex["rate"].match(value, figure.span.end, clause.span.end)
        unit = self._unit(value, clause)
        metric = self._metric_before(value, clause) or _rest(value, clause)
        return Target(
            printed=" ".join(value[clause.span.start : clause.span.end].split()).rstrip(
                " .;,:"
            ),
            metric=metric,
            comparator=figure.comparator,
            min=figure.min,
            max=figure.max,
            unit=unit or figure.sign,
            percent=figure.percent,
            per=figure.per or (rate["per"] if rate else None),
            by=None,
            span=clause.span,
            source="",
            confidence=0.0,
        )

    def _unit(self, value: str, clause: FigureClause) -> str | None:
        start = clause.figure.span.end
        end = min(clause.span.end, start + _LONGEST_UNIT)
        stop = self._regex["unit_stop"].search(value, start, end)
        words = value[start : stop.start() if stop else end]
        unit = ",".join(words.split(",")[: _MOST_COMMAS + 1])
        return " ".join(unit.split()).strip(" ,-") or None

    def _metric_before(self, value: str, clause: FigureClause) -> str | None:
        match = self._regex["metric"].search(
            value, clause.span.start, clause.figure.span.start
        )
        return " ".join(match["metric"].split()) if match else None


def _rest(value: str, clause: FigureClause) -> str | None:
    words = value[clause.figure.span.end : clause.span.end]
    return " ".join(words.split()).strip(" .;,:/") or None
