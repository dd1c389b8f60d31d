"""Until when something must be done."""

import re

from danchieu.domain.text import Span
from danchieu.phrases.dates import find_dates
from danchieu.rules import RuleBook

_DIGIT = re.compile(r"\d")
_LONGEST_DATE = 40
_DAYS, _MONTHS = 31, 12
_QUARTERS = {"33": "03-31", "34": "06-30", "35": "09-30", "36": "12-31"}
"""Quarters as EDTF writes them (ISO 8601-2:2019), and their last days."""


def read_deadline(
    value: str, sentence: Span, paragraph: Span, rules: RuleBook
) -> str | None:
    """Return the deadline of a task as EDTF, from its sentence, else its paragraph.

    A day that comes back every year is "--11-10". None where no word such as
    "trước" or "chậm nhất" stands before the date.
    """
    for span in dict.fromkeys((sentence, paragraph)):
        if not _DIGIT.search(value, span.start, span.end):
            continue
        found = (
            _dated(value, span, rules)
            or _in_year(value, span, rules)
            or _yearly(value, span, paragraph, rules)
        )
        if found:
            return found
    return None


def _dated(value: str, span: Span, rules: RuleBook) -> str | None:
    cue = rules.pattern("fields.deadline.cue").regex
    before = rules.pattern("fields.deadline.before").regex
    for match in cue.finditer(value, span.start, span.end):
        window = Span(match.start(), min(span.end, match.end() + _LONGEST_DATE))
        for phrase in find_dates(value, window, rules):
            if before.search(value, window.start, phrase.span.start):
                return last_day(phrase.edtf)
    return None


def last_day(edtf: str | None) -> str | None:
    """Return the day that ends a quarter ("2026-34"), anything else as it is."""
    year, _, part = (edtf or "").partition("-")
    return f"{year}-{_QUARTERS[part]}" if part in _QUARTERS else edtf


def _in_year(value: str, span: Span, rules: RuleBook) -> str | None:
    regex = rules.pattern("fields.deadline.in_year").regex
    match = regex.search(value, span.start, span.end)
    return match["year"] if match else None


def _yearly(value: str, span: Span, paragraph: Span, rules: RuleBook) -> str | None:
    day = rules.pattern("fields.deadline.yearly").regex.search(
        value, span.start, span.end
    )
    every = rules.pattern("fields.deadline.every_year").regex
    if day is None or not every.search(value, paragraph.start, paragraph.end):
        return None
    number, month = int(day["day"]), int(day["month"])
    if not (1 <= number <= _DAYS and 1 <= month <= _MONTHS):
        return None
    return f"--{month:02}-{number:02}"
