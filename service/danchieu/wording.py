"""Dates, numbers and figures as Vietnamese readers write them."""

import re
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

_COMPARATORS = {
    "vi": {">=": "từ ", "<=": "tối đa ", "~": "khoảng "},
    "en": {">=": "at least ", "<=": "at most ", "~": "about "},
}
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEARLY = re.compile(r"--(\d{2})-(\d{2})")
_VIETNAM = timezone(timedelta(hours=7))
_QUARTERS = ("33", "34", "35", "36")


class _Calendar(NamedTuple):
    """How a language names what is longer than a day, or comes back each year."""

    month: str
    quarters: tuple[str, ...]
    yearly: str


_CALENDARS = {
    "vi": _Calendar("tháng ", ("quý I", "quý II", "quý III", "quý IV"), "hằng năm"),
    "en": _Calendar("", ("Q1", "Q2", "Q3", "Q4"), "every year"),
}


def date_in_words(edtf: str | None, lang: str = "vi") -> str:
    """Return an EDTF date as Vietnamese read it; "" for None, odd forms as given.

    ``2021-03-14`` is 14/03/2021, ``2022-10`` is tháng 10/2022, ``--11-10`` is
    10/11 hằng năm; in English (``lang`` "en") the order stays, the words change.
    """
    words = _CALENDARS[lang]
    if not edtf:
        return ""
    if "/" in edtf:
        return " – ".join(date_in_words(part, lang) for part in edtf.split("/", 1))
    if day := _DATE.fullmatch(edtf):
        return f"{day[3]}/{day[2]}/{day[1]}"
    if yearly := _YEARLY.fullmatch(edtf):
        return f"{yearly[2]}/{yearly[1]} {words.yearly}"
    if month := _MONTH.fullmatch(edtf):
        named = dict(zip(_QUARTERS, words.quarters, strict=True)).get(month[2])
        return f"{named or words.month + month[2]}/{month[1]}"
    return edtf


def moment_in_words(moment: str | None) -> str:
    """Return a moment (ISO 8601 with its zone) in Vietnamese time; "" for None.

    ``2024-01-31T02:30:00+00:00`` is 09:30 31/01/2024.
    """
    if not moment:
        return ""
    there = datetime.fromisoformat(moment).astimezone(_VIETNAM)
    return there.strftime("%H:%M %d/%m/%Y")


def number_in_words(number: float) -> str:
    """Return a number with Vietnamese separators: 1.250,5."""
    plain = f"{number:,.6f}".rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,"))


def amount_in_words(
    comparator: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    lang: str = "vi",
) -> str:
    """Return a figure with its comparison and unit: ``từ 60 %``.

    In English (``lang`` "en") the comparison is; separators and unit stay.
    """
    if comparator == "range" and low is not None and high is not None:
        amount = f"{number_in_words(low)} – {number_in_words(high)}"
    else:
        number = low if low is not None else high
        amount = "" if number is None else number_in_words(number)
        amount = _COMPARATORS[lang].get(comparator, "") + amount
    return f"{amount} {unit or ''}".strip()
