"""Văn bản hành chính, văn bản quy phạm pháp luật, tin bài or something else."""

import re

from danchieu.domain.found import Found
from danchieu.domain.text import Span
from danchieu.header.number_line import NumberLine
from danchieu.header.opening import attached_line
from danchieu.header.scope import HeadScope
from danchieu.phrases.codes import find_codes

_ATTACHED = 80
_LAWS = re.compile(r"^(?:QH|UBTVQH)\d+$")


def read_kind(
    scope: HeadScope, number: NumberLine, type_: Found[str] | None
) -> Found[str]:
    """Tell the kind: a year inside the code makes it legal (Nghị định 34/2016 Điều 58).

    A page without letterhead, number and type is news when it reads so.
    """
    head = scope.spans("letterhead", "title") or (Span(0, 0),)
    span = head[0]
    printed = scope.text[span]
    if number.symbol is not None:
        symbol = number.symbol
        legal = _is_legal(scope, symbol.value, number.year, type_)
        value = "legal" if legal else "administrative"
        return Found(value, symbol.printed, symbol.span, "header.number.printed", 0.95)
    if type_ is not None:
        legal = _is_legal_type(scope, type_.value) or _attached_to_legal(scope)
        value = "legal" if legal else "administrative"
        return Found(value, type_.printed, type_.span, "inferred:type", 0.85)
    if scope.spans("signature", "recipients", "addressees", "letterhead"):
        return Found("administrative", printed, span, "inferred:layout", 0.8)
    if _reads_as_news(scope):
        return Found("news", printed, span, "inferred:no-letterhead", 0.9)
    return Found("other", printed, span, "inferred:no-letterhead", 0.5)


def _is_legal(
    scope: HeadScope, symbol: str, year: int | None, type_: Found[str] | None
) -> bool:
    if _LAWS.match(symbol):
        return True
    if year is None:
        return type_ is not None and _is_legal_type(scope, type_.value)
    company = type_ is not None and not _may_be_legal(scope, symbol)
    return not company


def _attached_to_legal(scope: HeadScope) -> bool:
    """See "(Ban hành kèm theo Quyết định số 9/2010/QĐ-UBND …)" below the title."""
    line = attached_line(scope)
    if line is None:
        return False
    span = Span(line.start, min(line.end + _ATTACHED, len(scope.text.value)))
    codes = find_codes(scope.text.value, span, scope.knowledge.rules)
    return (
        bool(codes)
        and codes[0].year is not None
        and _may_be_legal(scope, codes[0].symbol)
    )


def _may_be_legal(scope: HeadScope, symbol: str) -> bool:
    bodies = scope.knowledge.rules.word_list("header.legal_bodies").entries
    last = re.split(r"[-/]", symbol)[1:] or [symbol]
    return any(part in bodies or part.startswith("B") for part in last)


def _is_legal_type(scope: HeadScope, name: str) -> bool:
    types = scope.knowledge.gazetteers.document_types
    return any(t.name == name and t.legal for t in types)


def _reads_as_news(scope: HeadScope) -> bool:
    words = scope.knowledge.rules.word_list("header.news_words").entries
    value = scope.text.value.casefold()
    return sum(word in value for word in words) >= 1
