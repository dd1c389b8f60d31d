"""Which namings of one code can be one document, found without comparing all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.fuzz import ratio

from danchieu.domain.edtf import is_full_date
from danchieu.resolve import Agreement, Identity, agree
from danchieu.store import Naming

_SAME_NAME, _OTHER_NAME = 85.0, 50.0
_MERGER, _MERGER_YEAR = "2025-07", 2025
_COLONS_OF_A_LOCAL_BODY = 2
"""Ids read ``vn:ubnd:son-la`` for bodies of a place, ``vn:chinh-phu`` for others."""
_DIGITS = re.compile(r"\d+")


def kinship(one: Naming, other: Naming) -> Agreement | None:
    """Return how two namings are one document, None when they may be two.

    Beyond ``agree``: where the years differ, names that have little in common, or
    another figure ("năm 2021", "năm 2022"), are two documents, whatever else is
    alike; and a local body may count from 1 again on the day of the mergers.
    """
    issuers = one.key.issuer, other.key.issuer
    if None not in issuers and issuers[0] != issuers[1]:
        return None
    halves = half_of(one), half_of(other)
    if None not in halves and halves[0] != halves[1]:
        return None
    found = agree(
        Identity(one.key, one.date, one.name),
        Identity(other.key, other.date, other.name),
    )
    if found and one.key.year != other.key.year and _names_part(one, other):
        return None
    return found


def is_same_held(one: Naming, other: Naming) -> bool:
    """Say whether two held files are the same document.

    A number is given once a year; where the dates differ within the year, one of
    two numbers may be misread, so the titles must agree.
    """
    if one.key.year != other.key.year:
        return False
    found = kinship(one, other)
    if found is None or "issuer-not-stated" in found.warnings:
        return found is not None and _same_date(one, other) and same_name(one, other)
    return not found.warnings or same_name(one, other)


def same_name(one: Naming, other: Naming) -> bool:
    """Say whether both are named, and alike; one name may hold the other."""
    if not one.name or not other.name or _figures_differ(one, other):
        return False
    short, long = sorted((one.name, other.name), key=len)
    return short in long or ratio(short, long) >= _SAME_NAME


def half_of(naming: Naming) -> str | None:
    """Return the side of the mergers of 1 July 2025 on which a local body dated it.

    Nghị quyết 202/2025/QH15: the authorities of merged provinces, and the new
    communes, work from that day. None outside 2025 and where the month is unknown.
    """
    issuer, date = naming.key.issuer or "", naming.date or ""
    if naming.key.year != _MERGER_YEAR or len(date) < len("2025-01"):
        return None
    if issuer.count(":") < _COLONS_OF_A_LOCAL_BODY:
        return None
    return "before" if date < _MERGER else "after"


def is_certain(naming: Naming) -> bool:
    """Say whether issuer and year are known so well that they name one document."""
    issuer, year = naming.key.issuer, naming.key.year
    if issuer is None or year is None:
        return False
    local = issuer.count(":") >= _COLONS_OF_A_LOCAL_BODY
    return not local or year != _MERGER_YEAR or half_of(naming) is not None


class Kin:
    """Finds the namings that can agree with one, by issuer, date and name.

    It holds each naming once, and is asked with those that it holds or with others.
    """

    def __init__(self, namings: Iterable[Naming]) -> None:
        self._by_issuer: dict[str, list[Naming]] = defaultdict(list)
        self._by_date: dict[str, list[Naming]] = defaultdict(list)
        self._named: list[Naming] = []
        self._named_without_issuer: list[Naming] = []
        for naming in namings:
            self._add(naming)

    def near(self, naming: Naming) -> Iterator[Naming]:
        """Give each naming that may agree with ``naming``, itself left out."""
        day = naming.date if is_full_date(naming.date) else None
        for other in self._by_date.get(day, ()) if day else ():
            if other is not naming:
                yield other
        for other in self._of_other_days(naming):
            if (not day or other.date != day) and other is not naming:
                yield other

    def _add(self, naming: Naming) -> None:
        issuer = naming.key.issuer
        if issuer is not None:
            self._by_issuer[issuer].append(naming)
        if is_full_date(naming.date):
            self._by_date[naming.date].append(naming)
        if naming.name:
            self._named.append(naming)
            if issuer is None:
                self._named_without_issuer.append(naming)

    def _of_other_days(self, naming: Naming) -> Iterator[Naming]:
        issuer = naming.key.issuer
        if issuer is None:
            yield from self._named if naming.name else ()
            return
        yield from (o for o in self._by_issuer.get(issuer, ()) if _not_far(naming, o))
        yield from self._named_without_issuer if naming.name else ()


def _not_far(one: Naming, other: Naming) -> bool:
    """Say whether two namings of one issuer may agree; over the years most do not.

    There only an equal day and month, or one name, can support it.
    """
    first, second = one.date, other.date
    if not first or not second or first[:4] == second[:4]:
        return True
    if one.key.year == other.key.year or first[4:] == second[4:]:
        return True
    if not one.name or not other.name:
        return False
    return ratio(one.name, other.name, score_cutoff=_SAME_NAME) >= _SAME_NAME


def _same_date(one: Naming, other: Naming) -> bool:
    return one.date == other.date and is_full_date(one.date)


def _names_part(one: Naming, other: Naming) -> bool:
    if not one.name or not other.name:
        return False
    short, long = sorted((one.name, other.name), key=len)
    alike = short in long or ratio(short, long) >= _OTHER_NAME
    return not alike or _figures_differ(one, other)


def _figures_differ(one: Naming, other: Naming) -> bool:
    if not one.name or not other.name:
        return False
    return set(_DIGITS.findall(one.name)) != set(_DIGITS.findall(other.name))
