"""Who issues documents with a symbol: "QĐ-TTg", "KH-UBND", "SNV-CCHC", "NQ/TW"."""

import re
from functools import lru_cache

from danchieu.domain.agency import Agency
from danchieu.phrases.agency_context import AgencyContext
from danchieu.phrases.agency_grammar import Grammar, fold_issuer_code
from danchieu.phrases.agency_periods import Periods
from danchieu.rules.gazetteers import Body

_NUMBER = re.compile(r"^\d{1,5}[a-zđ]?\s{0,2}[-/]\s{0,2}(?:(?:19|20)\d\d\s{0,2}[-/])?")
_PARTS = re.compile(r"[-–—/_\s]+")
_TERM = re.compile(r"^(QH|UBTVQH)\d{0,2}$")
_SMALL_PLACES = ("district", "commune")


def issuer_of_symbol(
    symbol: str, grammar: Grammar, context: AgencyContext
) -> Agency | None:
    """Return the body that the symbol names; None when it is not known which.

    A number before the symbol is skipped. Local codes take the context's province;
    "UBND" in a document of a district may be either level, so it gives None.
    """
    parts = [p for p in _PARTS.split(_NUMBER.sub("", symbol.strip())) if p]
    if not parts:
        return None
    for code in _issuer_codes(parts, grammar):
        bodies = grammar.codes.get(fold_issuer_code(code), ())
        if bodies:
            return _placed(bodies, grammar, context)
    return None


def _issuer_codes(parts: list[str], grammar: Grammar) -> list[str]:
    """Return the parts that may name the issuer, in the order to try them."""
    term = _TERM.match(parts[-1])
    if term:
        return [term[1]]
    if fold_issuer_code(parts[0]) in _types(grammar):
        return parts[1:2]
    return parts[:1]


@lru_cache(maxsize=8)
def _types(grammar: Grammar) -> frozenset[str]:
    """Return the symbols of document types, folded."""
    return frozenset(
        fold_issuer_code(symbol)
        for t in grammar.gazetteers.document_types
        for symbol in (t.symbol, *t.older_symbols)
        if symbol
    )


def _placed(
    bodies: tuple[Body, ...], grammar: Grammar, context: AgencyContext
) -> Agency | None:
    body = _in_time(bodies, context)
    periods = Periods(grammar, context)
    if body.levels is None:
        return periods.central(body)
    issuer = context.issuer
    if issuer is not None and issuer.level in _SMALL_PLACES and len(body.levels) > 1:
        return None
    if body.needs_place and issuer is not None and issuer.level == "department":
        return None
    if context.province is None or "province" not in body.levels:
        return None
    return periods.placed(body, context.province)


def _in_time(bodies: tuple[Body, ...], context: AgencyContext) -> Body:
    if context.year is None or len(bodies) == 1:
        return bodies[0]
    day = f"{context.year}-01-01"
    standing = [
        b for b in bodies if (b.valid_from or "") <= day <= (b.valid_to or "9999")
    ]
    return standing[0] if standing else bodies[0]
