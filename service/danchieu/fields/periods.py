"""The year by which a figure is meant."""

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

_BEST_FIRST = ("until", "stage", "year")
_TITLE_FIRST = ("stage", "until", "year")


def read_year(value: str, span: Span, rules: RuleBook) -> str | None:
    """Return the year of a clause: "đến năm" before "giai đoạn" before "năm".

    A vision ("tầm nhìn đến năm 2045") is no deadline.
    """
    return _year(value, span, rules, _BEST_FIRST)


def read_title_year(value: str, span: Span, rules: RuleBook) -> str | None:
    """Return the year of a title, where the span of the plan counts most."""
    return _year(value, span, rules, _TITLE_FIRST)


def read_first_year(value: str, span: Span, rules: RuleBook) -> str | None:
    """Return the first year that is named at all, visions left out."""
    period = rules.pattern("fields.target.period").regex
    for match in period.finditer(value, span.start, span.end):
        year = match["until"] or match["stage"] or match["year"]
        if year:
            return year
    return None


def _year(
    value: str, span: Span, rules: RuleBook, order: tuple[str, ...]
) -> str | None:
    period = rules.pattern("fields.target.period").regex
    found = [m.groupdict() for m in period.finditer(value, span.start, span.end)]
    for kind in order:
        for groups in found:
            if groups[kind]:
                return groups[kind]
    return None
