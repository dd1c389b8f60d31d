"""Số, ký hiệu: number, symbol and code from the number line alone."""

import re
from dataclasses import dataclass

from danchieu.domain.found import DocumentWarning, Found
from danchieu.domain.text import Span
from danchieu.header.scope import HeadScope
from danchieu.phrases.codes import CodePhrase, find_codes

_RULE = "structure.line.number"
_SYMBOL_RULE = "header.number.symbol"
_AUTHENTICATED_RULE = "header.number.authenticated"
_AUTHENTICATION = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_ABOVE = 400
_TYPES = "phrases.code_party_types"
_TYPE_BEFORE = re.compile(r"([A-ZĐ]{2,4})\s?$")
"""The type in front of the body in "12 CV/SNV", as older papers have it."""
_NEAR = 12
_TALLER = 1.5
_READABLE = 0.75


@dataclass(frozen=True, slots=True)
class NumberLine:
    """What the number line says; ``blank`` when the place for the number is empty."""

    number: Found[str] | None = None
    symbol: Found[str] | None = None
    code: Found[str] | None = None
    year: int | None = None
    blank: bool = False
    warnings: tuple[DocumentWarning, ...] = ()


def read_number_line(scope: HeadScope) -> NumberLine:
    """Read the first number line of the letterhead; never a cited document's number.

    A consolidated text without a letterhead has its number where it is authenticated.
    """
    regex = scope.knowledge.rules.pattern(_RULE).regex
    for line in scope.lines("letterhead"):
        match = regex.search(scope.text[line])
        if match:
            start = line.start + match.start("rest")
            found = _read(scope, Span(start, line.end + _overflow(scope, line)))
            if found is not None:
                return found
    return _authenticated(scope) or NumberLine()


def _authenticated(scope: HeadScope) -> NumberLine | None:
    """Read the number above "XÁC THỰC VĂN BẢN HỢP NHẤT" at the end of the text."""
    value = scope.text.value
    at = value.rfind(_AUTHENTICATION)
    regex = scope.knowledge.rules.pattern(_AUTHENTICATED_RULE).regex
    match = regex.search(value, max(at - _ABOVE, 0), at) if at >= 0 else None
    return _read(scope, Span(*match.span("rest"))) if match else None


def _overflow(scope: HeadScope, line: Span) -> int:
    """Count the letters of the next line when the code is cut by the line end."""
    rest = scope.text.value[line.end : line.end + 60].lstrip("\n")
    if not scope.text[line].endswith(("-", "/")) and not rest.startswith("/"):
        return 0
    return 60 - len(rest) + len(rest.split("\n", 1)[0]) if rest else 0


def _read(scope: HeadScope, rest: Span) -> NumberLine | None:
    value, rules = scope.text.value, scope.knowledge.rules
    codes = find_codes(value, Span(max(0, rest.start - 6), rest.end), rules)
    start = next((c for c in codes if c.span.start - rest.start < _NEAR), None)
    if start is not None and start.span.start == rest.start:
        return _printed(scope, start)
    return _blank(scope, rest)


def _printed(scope: HeadScope, code: CodePhrase) -> NumberLine:
    value = scope.text.value
    number = Span(code.span.start, code.span.start + len(code.number))
    symbol = Span(value.index(code.symbol[0], number.end), code.span.end)
    sure = scope.text.reading_confidence(code.span)
    confidence = round(0.99 * sure - 0.1 * code.mended, 3)
    found_symbol = Found(
        code.symbol, value[symbol.start : symbol.end], symbol, _RULE, confidence
    )
    if _looks_written(scope, number, symbol):
        return NumberLine(
            symbol=found_symbol, year=code.year, warnings=(_handwritten(number),)
        )
    return NumberLine(
        Found(code.number, value[number.start : number.end], number, _RULE, confidence),
        found_symbol,
        Found(
            code.code,
            value[code.span.start : code.span.end],
            code.span,
            _RULE,
            confidence,
        ),
        code.year,
    )


def _looks_written(scope: HeadScope, number: Span, symbol: Span) -> bool:
    """Tell pen from print on scans: badly read, taller than the symbol, or far off."""
    if scope.text.reading_confidence(number) < _READABLE:
        return True
    digits, letters = scope.text.words(number), scope.text.words(symbol)
    if not digits or not letters or digits[-1] == letters[0]:
        return False
    if digits[-1].confidence == 1:
        return False
    _, top, right, bottom = digits[-1].box
    left, symbol_top, _, symbol_bottom = letters[0].box
    height = symbol_bottom - symbol_top
    return bottom - top > _TALLER * height or left - right > height


def _blank(scope: HeadScope, rest: Span) -> NumberLine | None:
    """Read the symbol behind an empty or unreadable number."""
    printed = scope.text[rest]
    for slash in [i for i, c in enumerate(printed) if c in "/-"]:
        sample = "số 1" + re.sub(r"(?<=[-/])\s+", "", printed[slash:])
        codes = find_codes(sample, Span(0, len(sample)), scope.knowledge.rules)
        if codes and codes[0].number == "1":
            return _symbol_alone(scope, rest, slash, codes[0])
    match = scope.knowledge.rules.pattern(_SYMBOL_RULE).regex.search(printed)
    if match is None:
        return None
    span = Span(rest.start + match.start(), rest.start + match.end("symbol"))
    symbol = re.sub(r"\s", "", match["symbol"])
    found = Found(symbol, scope.text[span], span, _SYMBOL_RULE, 0.7)
    place = Span(rest.start, span.start)
    return NumberLine(symbol=found, warnings=(_handwritten(place),))


def _symbol_alone(
    scope: HeadScope, rest: Span, slash: int, code: CodePhrase
) -> NumberLine:
    printed = scope.text[rest]
    start = printed.index(code.symbol[0], slash)
    end = _end_of_symbol(printed, start, len(code.symbol))
    value = code.symbol
    own_type = _TYPE_BEFORE.search(printed[:slash])
    if own_type and own_type[1] in scope.knowledge.rules.word_list(_TYPES):
        start, value = own_type.start(1), own_type[1] + printed[slash] + value
    span = Span(rest.start + start, rest.start + end)
    sure = scope.text.reading_confidence(span)
    symbol = Found(value, printed[start:end], span, _RULE, round(0.95 * sure, 3))
    written = printed[: min(start, slash)].strip(" .…_,:\n-")
    place = Span(rest.start, max(rest.start + slash, rest.start + 1))
    note = _handwritten(place) if written else _blank_number(place)
    return NumberLine(
        symbol=symbol, year=code.year, blank=not written, warnings=(note,)
    )


def _end_of_symbol(printed: str, offset: int, letters: int) -> int:
    """Count ``letters`` that are not spaces from ``offset`` on."""
    at = offset
    while letters and at < len(printed):
        letters -= not printed[at].isspace()
        at += 1
    return at


def _blank_number(span: Span) -> DocumentWarning:
    return DocumentWarning(
        "blank-number",
        "Số văn bản để trống.",
        "The number of the document is left blank.",
        span,
    )


def _handwritten(span: Span) -> DocumentWarning:
    return DocumentWarning(
        "handwritten",
        "Số văn bản không đọc được chắc chắn (có thể viết tay); đề nghị kiểm tra.",
        "The number could not be read with certainty (it may be handwritten).",
        span,
    )
