"""Số, ký hiệu: number, symbol and code from the number line alone."""

import re
from dataclasses import dataclass

from danchieu.domain.found import DocumentWarning, Found
from danchieu.domain.text import Span
from danchieu.header.scope import HeadScope
from danchieu.phrases.codes import CodePhrase, find_codes

_RULE = "header.number.printed"
_BLANK_RULE = "header.number.blank"
_NEAR = 12
_READABLE = 0.55


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
    """Read the first number line of the letterhead; never a cited document's number."""
    rules = scope.knowledge.rules
    for region in scope.spans("letterhead"):
        printed = rules.pattern(_RULE).regex
        for match in printed.finditer(scope.text.value, region.start, region.end):
            line = _read(scope, Span(*match.span("rest")))
            if line is not None:
                return line
    return NumberLine()


def _read(scope: HeadScope, rest: Span) -> NumberLine | None:
    value = scope.text.value
    codes = find_codes(
        value, Span(max(0, rest.start - 6), rest.end), scope.knowledge.rules
    )
    start = next((c for c in codes if c.span.start - rest.start < _NEAR), None)
    if start is not None:
        return _printed(scope, start)
    blank = scope.knowledge.rules.pattern(_BLANK_RULE).regex.match(
        value[rest.start : rest.end]
    )
    return _blank(scope, rest, blank) if blank else None


def _printed(scope: HeadScope, code: CodePhrase) -> NumberLine:
    value = scope.text.value
    number = Span(code.span.start, code.span.start + len(code.number))
    symbol = Span(value.index(code.symbol[0], number.end), code.span.end)
    sure = scope.text.reading_confidence(code.span)
    confidence = round(0.99 * sure - 0.1 * code.mended, 3)
    found_symbol = Found(
        code.symbol, value[symbol.start : symbol.end], symbol, _RULE, confidence
    )
    if scope.text.reading_confidence(number) < _READABLE:
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


def _blank(scope: HeadScope, rest: Span, match: re.Match[str]) -> NumberLine | None:
    """Read the symbol behind an empty or unreadable number."""
    sample = "số 1" + match["rest"].replace("- ", "-").replace("/ ", "/")
    codes = find_codes(sample, Span(0, len(sample)), scope.knowledge.rules)
    if not codes:
        return None
    start = rest.start + match.start("rest")
    printed = scope.text.value[start : start + len(match["rest"])]
    tight = len(codes[0].symbol)
    offset = printed.index(codes[0].symbol[0])
    end = _end_of_symbol(printed, offset, tight)
    span = Span(start + offset, start + end)
    symbol = Found(codes[0].symbol, printed[offset:end], span, _BLANK_RULE, 0.95)
    written = match["number"].strip(" .…_,:\n")
    number_place = Span(max(rest.start - 1, 0), start)
    note = _handwritten(number_place) if written else _blank_number(number_place)
    return NumberLine(
        symbol=symbol, year=codes[0].year, blank=not written, warnings=(note,)
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
