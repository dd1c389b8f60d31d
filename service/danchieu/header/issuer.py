"""Cơ quan ban hành and cơ quan chủ quản."""

import re
from dataclasses import replace

from danchieu.domain.agency import Agency
from danchieu.domain.found import Found
from danchieu.domain.text import Span
from danchieu.header.inferred_issuer import Issuers, infer_issuers
from danchieu.header.scope import HeadScope, is_capital_name
from danchieu.phrases.agencies import (
    AgencyContext,
    province_of,
    read_agency,
)
from danchieu.phrases.folding import fold, plain_letters
from danchieu.phrases.word_repair import repair_words

_RULE = "header.body_kinds"
_PROVINCE, _CITY = "tỉnh", "thành phố"
_DIRT = " .,:;'`\"-_|~^"
_BODY = 30_000
_LEGIBLE, _SUPPORTED = 0.8, 0.8
_SHORT = range(2, 7)
_TOPMOST = ("central", "province", "people_council")
_SPACES = re.compile(r"\s+")


def read_issuers(
    scope: HeadScope,
    place: str | None,
    symbol: Found[str] | None,
    issued_on: str | None,
) -> Issuers:
    """Read the left column; without one infer the issuer from symbol and place.

    An inferred issuer's source begins with ``inferred:``; its evidence is where it
    was inferred from.
    """
    year = int(issued_on[:4]) if issued_on else None
    province = province_of(place, scope.knowledge) if place else None
    context = AgencyContext(province, year, None, issued_on)
    names = _printed_names(scope)
    if names and symbol is not None and _is_joint(scope, symbol.value):
        return Issuers(_found(scope, names[0], context))
    if not names:
        return infer_issuers(scope, symbol, context)
    read = _read(scope, names, context)
    if read.issuer is not None:
        return read
    inferred = _for_lost_name(scope, symbol, context)
    return inferred if _fits(inferred, read.parent) else read


def _fits(inferred: Issuers, parent: Found[Agency] | None) -> bool:
    """Say whether the body inferred stands under the one that is printed, if any."""
    if parent is None:
        return True
    above = inferred.parent
    return above is not None and above.value.id == parent.value.id


def _for_lost_name(
    scope: HeadScope, symbol: Found[str] | None, context: AgencyContext
) -> Issuers:
    """Infer who issued what has a letterhead that a scan made unreadable.

    A city may have the name of its province: where the text names it, nobody can tell.
    """
    inferred = infer_issuers(scope, symbol, context)
    issuer = inferred.issuer
    if issuer is None or issuer.confidence < _SUPPORTED:
        return Issuers()
    city = fold(f"{_CITY} {issuer.value.province}")
    is_twin = city not in fold(issuer.value.name) and city in fold(scope.text.value)
    return Issuers() if is_twin else inferred


def _is_joint(scope: HeadScope, symbol: str) -> bool:
    """See "TTLT-BTC-BNV": the bodies stand side by side, the first one leads."""
    joint = scope.knowledge.rules.pattern("header.number.joint").regex
    return joint.match(symbol) is not None


def _printed_names(scope: HeadScope) -> list[Span]:
    """Return the spans of the bodies named above the number line, outermost first.

    A kind alone ("SỞ … VÀ MÔI", "TRƯỜNG") is the rest of the name above it.
    """
    rules = scope.knowledge.rules
    number = rules.pattern("structure.line.number").regex
    place = rules.pattern("structure.line.place_date").regex
    kinds = tuple(f"{k} " for k in rules.word_list("header.body_kinds").entries)
    goes_on = rules.word_list("header.open_names").entries
    names: list[Span] = []
    open_name = False
    for whole in scope.lines("letterhead"):
        line = _without_motto(scope, whole)
        if line is None:
            continue
        printed = scope.text[line]
        if number.search(printed) or place.search(printed):
            if names:
                break
        elif is_capital_name(printed):
            words = plain_letters(printed).strip(_DIRT)
            is_rest = " " not in words
            opens = f"{words} ".startswith(kinds) and not (open_name or is_rest)
            if opens or not names:
                names.append(line)
            else:
                names[-1] = Span(names[-1].start, line.end)
            open_name = opens and words in goes_on
    return names


def _without_motto(scope: HeadScope, line: Span) -> Span | None:
    """Cut the motto off a line that both columns share; None for the motto alone."""
    rules = scope.knowledge.rules
    plain = plain_letters(scope.text[line])
    found = rules.pattern("structure.plain.motto").regex.search(plain)
    found = found or rules.pattern("structure.plain.device").regex.search(plain)
    if found is None:
        return line
    rest = scope.text[line][: found.start()].rstrip()
    return Span(line.start, line.start + len(rest)) if rest else None


def _read(scope: HeadScope, names: list[Span], context: AgencyContext) -> Issuers:
    parents, last = names[:-1], names[-1]
    parent = None
    for span in parents:
        found = _found(scope, span, context)
        parent = found or parent
        if found and found.value.province:
            context = replace(context, province=found.value.province)
    if parent is not None:
        context = replace(context, issuer=parent.value)
    issuer = _found(scope, last, context)
    if issuer is None or parent is None:
        return Issuers(issuer, parent)
    alone = issuer.value.level in _TOPMOST and "/" not in issuer.value.id
    if alone or issuer.value.id == parent.value.id:
        return Issuers(issuer)
    return Issuers(issuer, parent)


def _found(
    scope: HeadScope, span: Span, context: AgencyContext
) -> Found[Agency] | None:
    """Read the body named at ``span``; lost marks are mended when it is not known."""
    printed = _SPACES.sub(" ", scope.text[span])
    sure = scope.text.reading_confidence(span)
    agency, mended = _read_or_mend(scope, printed, context, is_print=sure == 1)
    if agency is None or _is_doubtful(scope, agency, sure):
        return None
    agency, completed = _completed(scope, agency, context, is_print=sure == 1)
    agency = _as_written(scope, printed, _in_full(scope, agency, context))
    belief = (0.75 if agency.level == "other" else 0.97) - 0.12 * (mended or completed)
    return Found(
        agency, scope.text[span], span, _RULE, round(belief * max(sure, 0.6), 3)
    )


def _is_doubtful(scope: HeadScope, agency: Agency, sure: float) -> bool:
    """See a name nobody knows that a scan may have cut or misread."""
    if agency.level != "other" or sure == 1:
        return False
    kinds = scope.knowledge.rules.word_list("header.body_kinds").entries
    return sure < _LEGIBLE or plain_letters(agency.name) in kinds


def _read_or_mend(
    scope: HeadScope, printed: str, context: AgencyContext, *, is_print: bool
) -> tuple[Agency | None, bool]:
    """Read a name, and again with its lost marks mended when it is not known.

    What is no scan is mended only where that gives a body that we know.
    """
    agency = read_agency(printed, scope.knowledge, context)
    known = agency is not None and agency.level != "other"
    if known and is_print:
        return agency, False
    mended = repair_words(printed, scope.knowledge, scope.body())
    better = read_agency(mended, scope.knowledge, context) if mended else None
    if better is None or (is_print and better.level == "other"):
        return agency, False
    return better, True


def _in_full(scope: HeadScope, agency: Agency, context: AgencyContext) -> Agency:
    """Write out "Phòng QLCN" where the text names "Phòng Quản lý Công nghiệp"."""
    kind, _, short = agency.name.rpartition(" ")
    if not kind or not short.isupper() or len(short) not in _SHORT:
        return agency
    words = rf"{re.escape(kind)}((?:\s+[^\W\d_]+){{{len(short)}}})(?!\w)"
    for found in re.finditer(words, scope.body()[:_BODY]):
        initials = "".join(word[0] for word in found[1].split())
        if initials.upper() == short and not found[1].isupper():
            full = _SPACES.sub(" ", found[0])
            return read_agency(full, scope.knowledge, context) or agency
    return agency


def _as_written(scope: HeadScope, printed: str, agency: Agency) -> Agency:
    """Take the capitals of a name that we do not know from the running text."""
    own_name = agency.level == "other" or "/" in agency.id
    if not own_name or not printed.isupper():
        return agency
    words = r"\s+".join(re.escape(word) for word in agency.name.split())
    body = scope.body()[:_BODY]
    for found in re.finditer(rf"(?<!\w){words}(?!\w)", body, re.IGNORECASE):
        if found[0][0].isupper() and not found[0].isupper():
            return replace(agency, name=_SPACES.sub(" ", found[0]))
    return agency


def _completed(
    scope: HeadScope, agency: Agency, context: AgencyContext, *, is_print: bool
) -> tuple[Agency, bool]:
    """Give a committee whose place a scan lost the province of the place line.

    The place line of a district or commune names that, not the province: a "thành
    phố" that a scan names as nobody knows is the city of the place line.
    """
    misread = agency.level == "district" and not is_print
    name = agency.name.partition(f" {_CITY} ")[0] if misread else agency.name
    placed = agency.level != "province" or agency.id.count(":") > 1
    if placed and name == agency.name:
        return agency, False
    kinds = (_CITY,) if misread else (_PROVINCE, _CITY)
    for kind in kinds:
        fuller = read_agency(f"{name} {kind}", scope.knowledge, context)
        if fuller is not None and fuller.level == "province" and ":" in fuller.id[3:]:
            return fuller, True
    return agency, False
