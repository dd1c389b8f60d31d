"""Địa danh, ngày tháng năm: place and date of issue, and whether they are blank."""

import re
from dataclasses import dataclass, replace

from danchieu.domain.edtf import is_full_date
from danchieu.domain.found import DocumentWarning, Found
from danchieu.domain.text import Span
from danchieu.header.opening import TODAY_RULE, find_today
from danchieu.header.scope import HeadScope
from danchieu.phrases.dates import DatePhrase, find_dates
from danchieu.phrases.folding import plain_letters

_RULE = "structure.line.place_date"
_CLOSING_RULE = "header.closing_date"
_SHORT_RULES = ("header.date_alone", "header.place_date_short")
_READABLE = 0.7
_FOOT_LINES, _LINE_LENGTH = 12, 70
_YEAR = len("2021")
_NUMBER = re.compile(r"(?<=\s)[0-9A-Za-zÀ-ỹ|!]{1,4}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class PlaceDate:
    """Place and date; ``blank_day`` when room is left for the day."""

    place: Found[str] | None = None
    issued_on: Found[str] | None = None
    blank_day: bool = False
    warnings: tuple[DocumentWarning, ...] = ()


def read_place_date(scope: HeadScope, type_: str | None = None) -> PlaceDate:
    """Read the place and date line of the letterhead, else the closing formula.

    Minutes and contracts, by their ``type_``, have it in "Hôm nay, ngày …". The date
    is never a signature time stamp, a gazette or an effective date.
    """
    for line in scope.lines("letterhead"):
        found = _in_line(scope, line) or _alone(scope, line)
        if found is not None:
            return found
    dated_in_text = scope.knowledge.rules.word_list("header.dated_in_text").entries
    return (
        (_from_today(scope) if type_ in dated_in_text else None)
        or _at_foot(scope)
        or _from_closing(scope)
    )


def _alone(scope: HeadScope, line: Span) -> PlaceDate | None:
    """Read "Huế, 14/6/2023", or "Ngày: 14/6/2023" where no place is printed."""
    for rule in _SHORT_RULES:
        match = scope.knowledge.rules.pattern(rule).regex.search(scope.text[line])
        if match is None:
            continue
        span = Span(line.start + match.start(), line.start + match.end("date"))
        dates = find_dates(scope.text.value, span, scope.knowledge.rules)
        place = (
            _place(scope, line.start, match) if "place" in match.groupdict() else None
        )
        return PlaceDate(place, *_dated(scope, dates[0], rule)) if dates else None
    return None


def _from_today(scope: HeadScope) -> PlaceDate | None:
    """Read "Hôm nay, ngày 5 tháng 4 năm 2022" near the top of minutes."""
    found = find_today(scope)
    if found is None:
        return None
    span = Span(*found[0].span("date"))
    dates = find_dates(scope.text.value, span, scope.knowledge.rules)
    return PlaceDate(None, *_dated(scope, dates[0], TODAY_RULE)) if dates else None


def _in_line(scope: HeadScope, line: Span) -> PlaceDate | None:
    regex = scope.knowledge.rules.pattern(_RULE).regex
    match = regex.search(scope.text[line])
    return _read(scope, line.start, match) if match else None


def _at_foot(scope: HeadScope) -> PlaceDate | None:
    """Read the line above the signature, where permits and minutes have it."""
    tail = scope.spans("signature", "recipients")
    if not tail:
        return None
    above = [x for x in scope.lines("body", "basis") if x.end <= tail[0].start]
    for line in [*above[-_FOOT_LINES:], *scope.lines("signature", "recipients")]:
        if len(line) < _LINE_LENGTH and (found := _in_line(scope, line)):
            return found
    signed = (_alone(scope, line) for line in scope.lines("signature"))
    return next((found for found in signed if found), None)


def _read(scope: HeadScope, at: int, match: re.Match[str]) -> PlaceDate:
    found = _place(scope, at, match)
    printed_date = Span(at + match.start("date"), at + match.end("date"))
    dates = find_dates(scope.text.value, printed_date, scope.knowledge.rules)
    if not any(date.edtf and len(date.edtf) > _YEAR for date in dates):
        dates = _misread(scope, printed_date) or dates
    if not dates:
        return PlaceDate(found, blank_day="0" not in scope.text[printed_date])
    return PlaceDate(found, *_dated(scope, dates[0], _RULE))


def _place(scope: HeadScope, at: int, match: re.Match[str]) -> Found[str]:
    """Return the place; marks that a scan lost are put right where it is a province."""
    span = Span(at + match.start("place"), at + match.end("place"))
    printed, sure = scope.text[span], scope.text.reading_confidence(span)
    name = printed.strip(" -–()")
    mended = _province(scope, name) if sure < 1 else None
    belief = (0.85 if mended else 0.98) * max(sure, 0.6)
    return Found(mended or name, printed, span, _RULE, round(belief, 3))


def _province(scope: HeadScope, name: str) -> str | None:
    """Return the province of these letters, when that is not how its name is marked."""
    letters = plain_letters(name)
    marked = {
        province.name
        for province in scope.knowledge.gazetteers.provinces.values()
        if plain_letters(province.name) == letters
    }
    return marked.pop() if len(marked) == 1 and name not in marked else None


def _misread(scope: HeadScope, span: Span) -> tuple[DatePhrase, ...]:
    """Read a date whose digits a scan took for letters ("tháng I1 năm 20l7")."""
    if scope.text.reading_confidence(span) == 1:
        return ()
    letters = scope.knowledge.rules.word_list("header.misread_digits").entries
    table = str.maketrans({k: v or "" for k, v in letters.items()})
    printed = scope.text[span]
    mended = _NUMBER.sub(lambda m: m[0].translate(table), printed)
    dates = find_dates(mended, Span(0, len(mended)), scope.knowledge.rules)
    return tuple(replace(d, span=span, odd=True) for d in dates if d.edtf)


def _dated(
    scope: HeadScope, date: DatePhrase, rule: str
) -> tuple[Found[str] | None, bool, tuple[DocumentWarning, ...]]:
    if date.edtf is None:
        return None, False, (_impossible(date.span),)
    edtf = date.edtf
    warnings: tuple[DocumentWarning, ...] = ()
    sure = scope.text.reading_confidence(date.span)
    if is_full_date(edtf) and _day_confidence(scope, date) < _READABLE:
        edtf, warnings = edtf[:7], (_unsure_day(date.span),)
    confidence = round((0.7 if date.odd else 0.98) * max(sure, 0.6), 3)
    found = Found(edtf, scope.text[date.span], date.span, rule, confidence)
    return found, date.blank_day, warnings


def _day_confidence(scope: HeadScope, date: DatePhrase) -> float:
    digits = re.search(r"\d+", scope.text[date.span])
    if digits is None:
        return 1.0
    start = date.span.start + digits.start()
    return scope.text.reading_confidence(Span(start, start + len(digits[0])))


def _from_closing(scope: HeadScope) -> PlaceDate:
    """Read "… thông qua ngày 18 tháng 6 năm 2020" of laws and resolutions."""
    regex = scope.knowledge.rules.pattern(_CLOSING_RULE).regex
    for region in reversed(scope.spans("body", "signature", "recipients", "annex")):
        for match in regex.finditer(scope.text.value, region.start, region.end):
            span = Span(*match.span("date"))
            dates = find_dates(scope.text.value, span, scope.knowledge.rules)
            if dates:
                return PlaceDate(None, *_dated(scope, dates[0], _CLOSING_RULE))
    return PlaceDate()


def _impossible(span: Span) -> DocumentWarning:
    return DocumentWarning(
        "impossible-date",
        "Ngày ban hành in trên văn bản không có thật.",
        "The printed date of issue does not exist.",
        span,
    )


def _unsure_day(span: Span) -> DocumentWarning:
    return DocumentWarning(
        "handwritten",
        "Ngày ban hành không đọc được chắc chắn (có thể viết tay); đề nghị kiểm tra.",
        "The day of issue could not be read with certainty (it may be handwritten).",
        span,
    )
