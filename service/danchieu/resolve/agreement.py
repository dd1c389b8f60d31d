"""Whether two identities can be, or must be, one document."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from danchieu.domain.edtf import is_full_date
from danchieu.phrases.folding import fold
from danchieu.resolve.identity import Identity

SAME_NAME = 85.0
_CODE = re.compile(r"^(\d{1,5})[a-zđ]?([/-].*)$")
_DIGITS_TO_SLIP = 2
_folded = lru_cache(8_192)(fold)


@dataclass(frozen=True, slots=True)
class Agreement:
    """That two identities are one document, how sure, and what a clerk would remark.

    ``warnings`` may hold ``two-dates`` (one document is dated differently in two
    places), ``issuer-not-stated`` (one side leaves the issuer out) and ``code-slip``
    (a digit changed or two swapped).
    """

    confidence: float
    warnings: tuple[str, ...] = ()


def agree(one: Identity, other: Identity) -> Agreement | None:
    """Return how the two agree, None when they are or may be two documents.

    Different issuers are different documents. The same code, issuer and year is one
    document: a number is given once a year. The same code and issuer with dates of
    two years is one document only where something supports it: day and month are
    equal (a misprinted year) or the names agree. Where an issuer is not stated, an
    equal full date or name must stand in for it.
    """
    if one.key.code != other.key.code:
        return _slip(one, other)
    if not _issuers_fit(one, other):
        return None
    stated = one.key.issuer is not None and other.key.issuer is not None
    if not stated and not (_same_full_date(one, other) or _same_name(one, other)):
        return None
    warnings = () if stated else ("issuer-not-stated",)
    return _by_dates(one, other, warnings)


def _by_dates(
    one: Identity, other: Identity, warnings: tuple[str, ...]
) -> Agreement | None:
    certain = 0.85 if warnings else 1.0
    if not one.date or not other.date:
        if one.key.year == other.key.year or None in (one.key.year, other.key.year):
            return Agreement(0.9 * certain, warnings)
        return None
    if _dates_overlap(one.date, other.date):
        return Agreement(certain, warnings)
    if one.key.year == other.key.year and not _is_party(one):
        return Agreement(0.85 * certain, (*warnings, "two-dates"))
    same_day = one.date[4:] == other.date[4:] and is_full_date(one.date)
    if same_day or _same_name(one, other):
        return Agreement(0.7 * certain, (*warnings, "two-dates"))
    return None


def _issuers_fit(one: Identity, other: Identity) -> bool:
    first, second = one.key.issuer, other.key.issuer
    return first is None or second is None or first == second


def _dates_overlap(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def _same_full_date(one: Identity, other: Identity) -> bool:
    return one.date == other.date and is_full_date(one.date)


def _same_name(one: Identity, other: Identity) -> bool:
    if not one.name or not other.name:
        return False
    names = _folded(one.name), _folded(other.name)
    return ratio(*names, score_cutoff=SAME_NAME) >= SAME_NAME


def _is_party(identity: Identity) -> bool:
    found = _CODE.match(identity.key.code)
    return found is not None and found[2].startswith("-")


def _slip(one: Identity, other: Identity) -> Agreement | None:
    first, second = _CODE.match(one.key.code), _CODE.match(other.key.code)
    if not first or not second or first[2] != second[2]:
        return None
    if min(len(first[1]), len(second[1])) < _DIGITS_TO_SLIP:
        return None
    near = OSA.distance(first[1], second[1]) == 1
    same_issuer = one.key.issuer is not None and one.key.issuer == other.key.issuer
    if near and same_issuer and _same_full_date(one, other) and _same_name(one, other):
        return Agreement(0.6, ("code-slip",))
    return None
