"""Who issued a document that has no letterhead, and what tells it."""

import re
from dataclasses import dataclass, replace

from danchieu.domain.agency import Agency
from danchieu.domain.found import Found
from danchieu.domain.text import Span
from danchieu.header.opening import attached_line, find_today
from danchieu.header.scope import HeadScope, is_capital_name
from danchieu.phrases.agencies import (
    AgencyContext,
    AgencyPhrase,
    agencies_in,
    find_agencies,
    province_of,
    read_agency,
    symbol_issuer,
)
from danchieu.phrases.folding import fold

_ATTACHED_LENGTH = 400
_NEAR = 3
_OPENING = 2_500


@dataclass(frozen=True, slots=True)
class Issuers:
    """The issuing body and the body above it, as printed or inferred."""

    issuer: Found[Agency] | None = None
    parent: Found[Agency] | None = None


def infer_issuers(
    scope: HeadScope, symbol: Found[str] | None, context: AgencyContext
) -> Issuers:
    """Infer the issuer from what an annex is attached to, else from the symbol.

    Without either the first party of an agreement counts, or the body above the căn cứ.
    The source says which (``inferred:symbol``).
    """
    return _from_attachment(scope, context) or _infer(scope, symbol, context)


def _from_attachment(scope: HeadScope, context: AgencyContext) -> Issuers | None:
    """Take the issuer of an annex from "(Kèm theo … của …)" under its title."""
    line = attached_line(scope)
    if line is None:
        return None
    end = scope.text.value.find(")", line.start, line.start + _ATTACHED_LENGTH)
    span = Span(line.start, end if end > 0 else line.end)
    found = find_agencies(scope.text.value, span, scope.knowledge)
    if not found:
        return None
    source = "inferred:attached-to"
    return Issuers(_in_context(scope, found[-1], context, source, 0.8))


def _infer(
    scope: HeadScope, symbol: Found[str] | None, context: AgencyContext
) -> Issuers:
    signers = scope.spans("signature")
    if symbol is None:
        return Issuers(
            _from_title(scope, context)
            or _from_authority(scope, context)
            or _from_today(scope, context)
        )
    agency = symbol_issuer(symbol.value, scope.knowledge, context)
    if agency is None:
        return Issuers()
    supported = _is_named(agency, fold(scope.text.value))
    found = Found(
        agency,
        symbol.printed,
        symbol.span,
        "inferred:symbol",
        0.85 if supported else 0.6,
        signers[:1],
    )
    return Issuers(found, _infer_parent(found, scope, context))


def _from_title(scope: HeadScope, context: AgencyContext) -> Found[Agency] | None:
    """Take the first party of an agreement "giữa Chính phủ … và Chính phủ …"."""
    between = scope.knowledge.rules.pattern("header.title.between").regex
    for region in scope.spans("title")[:1]:
        match = between.search(scope.text.value, region.start, region.end)
        named = _named_at(scope, Span(match.end(), region.end)) if match else None
        if named is not None:
            return _in_context(scope, named, context, "inferred:title", 0.8)
    return None


def _from_authority(scope: HeadScope, context: AgencyContext) -> Found[Agency] | None:
    """Take the body of "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" above the căn cứ."""
    line = next(iter(scope.lines("basis")), None)
    if line is None or not is_capital_name(scope.text[line]):
        return None
    printed = scope.text[line]
    agency = read_agency(printed, scope.knowledge, context)
    if agency is None or agency.level == "other":
        return None
    whole = agency.id.partition("#")[0]
    starts = (match.start() for match in re.finditer(r"\S+", printed))
    bodies = (read_agency(printed[at:], scope.knowledge, context) for at in starts)
    body = next((b for b in bodies if b is not None and b.id == whole), None)
    if body is None:
        return None
    return Found(body, printed, line, "inferred:authority", 0.8)


def _from_today(scope: HeadScope, context: AgencyContext) -> Found[Agency] | None:
    """Take who acts in minutes: "Hôm nay, ngày 5/4/2022, Sở Y tế tiến hành …"."""
    today = find_today(scope)
    if today is None:
        return None
    match, region = today
    span = Span(match.end(), min(region.end, match.end() + _ATTACHED_LENGTH))
    named = _named_at(scope, span)
    if named is None:
        return None
    home = replace(context, province=context.province or _one_province(scope))
    return _in_context(scope, named, home, "inferred:acting", 0.75)


def _named_at(scope: HeadScope, span: Span) -> AgencyPhrase | None:
    """Return the body that is named right at the start of ``span``."""
    first = next(agencies_in(scope.text.value, span, scope.knowledge), None)
    near = first is not None and first.span.start - span.start <= _NEAR
    return first if near else None


def _in_context(
    scope: HeadScope,
    named: AgencyPhrase,
    context: AgencyContext,
    source: str,
    confidence: float,
) -> Found[Agency]:
    """Return the body that a name in running text means in this document."""
    printed = scope.text[named.span]
    agency = read_agency(printed, scope.knowledge, context) or named.agency
    return Found(agency, printed, named.span, source, confidence)


def _one_province(scope: HeadScope) -> str | None:
    """Return the one province that the first paragraphs name."""
    top = scope.text.value[:_OPENING].split("\n\n")
    named = {province_of(paragraph, scope.knowledge) for paragraph in top} - {None}
    return named.pop() if len(named) == 1 else None


def _is_named(agency: Agency, body: str) -> bool:
    """Say whether the folded text names the agency, with its place or without."""
    province = re.escape(fold(agency.province or ""))
    short = re.sub(rf"\s*(?:tỉnh|thành phố)\s+{province}$", "", fold(agency.name))
    return bool(short) and short in body


def _infer_parent(
    issuer: Found[Agency], scope: HeadScope, context: AgencyContext
) -> Found[Agency] | None:
    """A department of a province stands under its people's committee."""
    if issuer.value.level != "department" or issuer.value.province is None:
        return None
    parent = symbol_issuer("QĐ-UBND", scope.knowledge, context)
    if parent is None:
        return None
    return Found(
        parent, issuer.printed, issuer.span, "inferred:symbol", issuer.confidence
    )
