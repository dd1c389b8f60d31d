"""Dates as printed, partial and misprinted ones too, as EDTF."""

import re
from dataclasses import dataclass
from datetime import date

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

FIRST_YEAR, LAST_YEAR = 1900, 2100
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A printed date.

    ``edtf`` is "2021-03-14", "2022-11" when the day is blank, "2022" when the month
    is blank too, "2025-35" for the third quarter (EDTF level 2: 33 to 36), None for
    an impossible date (31/2/2021). ``odd`` marks one that was read although it is
    misprinted ("05/010/2021"). ``blank_day`` is true where a place is left for it.
    """

    span: Span
    edtf: str | None
    odd: bool = False
    blank_day: bool = False


def find_dates(value: str, span: Span, rules: RuleBook) -> tuple[DatePhrase, ...]:
    """Return the dates of ``value`` within ``span`` in text order, none overlapping.

    A bare year is no date here.
    """
    found: list[DatePhrase] = []
    for rule in rules.patterns_under("phrases.date"):
        for match in rule.regex.finditer(value, span.start, span.end):
            phrase = _phrase(match)
            if phrase and not any(phrase.span.overlaps(f.span) for f in found):
                found.append(phrase)
    return tuple(sorted(found, key=lambda phrase: phrase.span))


def parse_date(printed: str, rules: RuleBook) -> str | None:
    """Read one date from a short string; None for no, several or impossible dates."""
    found = find_dates(printed, Span(0, len(printed)), rules)
    return found[0].edtf if len(found) == 1 else None


def _phrase(match: re.Match[str]) -> DatePhrase | None:
    groups = match.groupdict()
    span = Span(*match.span())
    printed_year = groups.get("year") or ""
    year = int(printed_year) if printed_year.isdecimal() else None
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if groups.get("quarter"):
        quarter = groups["quarter"].upper()
        number = _QUARTERS.get(quarter) or int(quarter)
        return DatePhrase(span, f"{year}-{32 + number}")
    month_printed = groups["month"].strip(" ._…-\n\f")
    day_printed = (groups.get("day") or "").strip(" ._…-\n\f")
    blank = "day" in groups and not day_printed
    if not month_printed:
        return DatePhrase(span, str(year), blank_day=blank)
    edtf = _edtf(year, int(month_printed), int(day_printed) if day_printed else None)
    return DatePhrase(span, edtf, odd=len(month_printed) > len("12"), blank_day=blank)


def _edtf(year: int, month: int, day: int | None) -> str | None:
    try:
        full = date(year, month, day or 1)
    except ValueError:
        return None
    return full.isoformat() if day else f"{year}-{month:02}"
