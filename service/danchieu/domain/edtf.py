"""Dates as EDTF writes them: to the day, the month or the year only."""

from typing import TypeGuard

_FULL = len("2020-01-31")


def is_full_date(date: str | None) -> TypeGuard[str]:
    """Say whether ``date`` names a day; False for a month, a year or no date."""
    return date is not None and len(date) == _FULL
