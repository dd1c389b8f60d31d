"""Tên loại and trích yếu."""

import re
from dataclasses import dataclass
from functools import cache

from danchieu.domain.found import Found
from danchieu.domain.text import Span
from danchieu.header.opening import first_match
from danchieu.header.scope import HeadScope
from danchieu.phrases.folding import strip_marks
from danchieu.phrases.legibility import is_legible
from danchieu.phrases.word_repair import mend_misread
from danchieu.rules.knowledge import Knowledge

_SPACES = re.compile(r"\s+")
_LETTER_TYPE = "Công văn"
_LABEL_RULE = "header.title.labelled"
_DIRT = "'`´^~ "
"""Specks and strokes before the first letter; no title begins so."""
_LABEL_REGIONS, _LABEL_WITHIN = 2, 1_500
_NUMBER_RULE = "structure.line.number"
_PART_NUMBER = re.compile(r"(?:[Ss]ố\s)?[IVX\d]{1,5}[a-d]?\W*")


@dataclass(frozen=True, slots=True)
class TypeAndTitle:
    """Type and title; ``title_lines`` are the places of the title's lines."""

    type: Found[str] | None = None
    title: Found[str] | None = None


def read_type_and_title(scope: HeadScope, symbol: str | None) -> TypeAndTitle:
    """Read the title region; a V/v line or a symbol of a body makes it a letter."""
    lines = list(scope.lines("title"))
    if not lines:
        return TypeAndTitle(_type_from_symbol(scope, symbol))
    names = _types(scope.knowledge)
    found = _type_line(scope, lines[0], names)
    if found is None:
        title = _title(scope, lines)
        return TypeAndTitle(_letter(scope, lines[0], symbol), title)
    type_, rest = found
    is_number = rest is not None and _PART_NUMBER.fullmatch(scope.text[rest])
    body = ([rest] if rest and not is_number else []) + lines[1:]
    title = _labelled(scope) or _title(scope, _without_issuer_lines(scope, body))
    return TypeAndTitle(type_, title)


def _labelled(scope: HeadScope) -> Found[str] | None:
    """Read the title of a slip from "Nội dung trình: …" below its type."""
    regions = scope.spans("addressees", "body")[:_LABEL_REGIONS]
    found = first_match(scope, _LABEL_RULE, regions, _LABEL_WITHIN)
    if found is None:
        return None
    span = Span(*found[0].span("title"))
    value = _SPACES.sub(" ", scope.text[span]).strip(" .;")
    return Found(value, scope.text[span], span, _LABEL_RULE, 0.85)


def _type_line(
    scope: HeadScope, line: Span, names: dict[str, str]
) -> tuple[Found[str], Span | None] | None:
    """Return the type and the place of the words behind it on the same line."""
    words = list(re.finditer(r"\S+", scope.text[line]))
    for count in range(min(5, len(words)), 0, -1):
        end = words[count - 1].end()
        name = names.get(strip_marks(scope.text[line][:end]).strip(" .:*#"))
        if name is None:
            continue
        span = Span(line.start, line.start + end)
        rest = (
            Span(line.start + words[count].start(), line.end) if words[count:] else None
        )
        sure = scope.text.reading_confidence(span)
        return Found(
            name, scope.text[span], span, "header.type", max(0.8, 0.99 * sure)
        ), rest
    return None


def _without_issuer_lines(scope: HeadScope, lines: list[Span]) -> list[Span]:
    rules = scope.knowledge.rules
    drop = [
        rules.pattern("header.title.issuer_line").regex,
        rules.pattern("header.title.number_line").regex,
    ]
    while (
        lines and any(r.search(scope.text[lines[0]]) for r in drop) and len(lines) > 1
    ):
        lines = lines[1:]
    return lines


def _title(scope: HeadScope, lines: list[Span]) -> Found[str] | None:
    attached = scope.knowledge.rules.pattern("header.title.attached").regex
    kept = []
    for line in lines:
        printed = scope.text[line]
        if attached.search(printed):
            break
        if is_legible(printed):
            kept.append(line)
    if not kept:
        return None
    value = _SPACES.sub(" ", " ".join(scope.text[line] for line in kept))
    value = value.strip(" *_|").lstrip(_DIRT)
    span = Span(kept[0].start, kept[-1].end)
    sure = scope.text.reading_confidence(span)
    if sure < 1:
        value = mend_misread(value, scope.knowledge, scope.body())
    apart = len(kept) > 1 and any(
        scope.outline.region_at(at) != "title" for at in range(span.start, span.end, 40)
    )
    also = tuple(kept[1:]) if apart else ()
    span = kept[0] if apart else span
    belief = round(0.92 * max(sure, 0.6), 3)
    return Found(value, scope.text[span], span, "header.title", belief, also)


def _letter(scope: HeadScope, line: Span, symbol: str | None) -> Found[str] | None:
    known = _from_number_line(scope) or _type_from_symbol(scope, symbol)
    if known is not None:
        return known
    subject = scope.knowledge.rules.pattern("structure.plain.subject").regex
    if subject.search(strip_marks(scope.text[line])):
        return Found(_LETTER_TYPE, scope.text[line], line, "inferred:subject", 0.95)
    return None


def _from_number_line(scope: HeadScope) -> Found[str] | None:
    """Read the type that a court prints before the number ("Bản án số: …")."""
    regex = scope.knowledge.rules.pattern(_NUMBER_RULE).regex
    for line in scope.lines("letterhead"):
        match = regex.search(scope.text[line])
        if match and match["of"]:
            span = Span(line.start + match.start("of"), line.start + match.end("of"))
            name = _types(scope.knowledge).get(strip_marks(match["of"]).strip())
            return (
                Found(name, scope.text[span], span, _NUMBER_RULE, 0.95)
                if name
                else None
            )
    return None


def _type_from_symbol(scope: HeadScope, symbol: str | None) -> Found[str] | None:
    """Take the type from the first group of the symbol ("KH-…"), else a letter."""
    if symbol is None:
        return None
    span = next(iter(scope.lines("letterhead")), Span(0, 0))
    groups = re.split(r"[-/]", symbol)
    by_symbol = _symbols(scope.knowledge)
    if groups[0] in by_symbol:
        return Found(by_symbol[groups[0]], symbol, span, "inferred:symbol", 0.85)
    has_addressees = bool(scope.spans("addressees"))
    if len(groups) > 1 and has_addressees:
        return Found(_LETTER_TYPE, symbol, span, "inferred:symbol", 0.9)
    return None


@cache
def _types(knowledge: Knowledge) -> dict[str, str]:
    return {strip_marks(t.name): t.name for t in knowledge.gazetteers.document_types}


@cache
def _symbols(knowledge: Knowledge) -> dict[str, str]:
    """Return the types by symbol; one that several have stands for the first listed."""
    listed = reversed(knowledge.gazetteers.document_types)
    return {t.symbol: t.name for t in listed if t.symbol}
