"""Dates as EDTF writes them: to the day, the month or the year only."""

import re
from typing import TypeGuard

_FULL = re.compile(r"\d{4}-\d\d-\d\d")


def is_full_date(date: str | None) -> TypeGuard[str]:
    """Say whether ``date`` names a day; False for a month, a year or no date."""
    return date is not None and _FULL.fullmatch(date) is not None
