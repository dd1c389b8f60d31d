"""Bodies named in running text, and the full body that a printed name means."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.phrases.agency_context import NOWHERE, AgencyContext
from danchieu.phrases.agency_grammar import grammar_of
from danchieu.phrases.agency_identity import agency_of, group_of
from danchieu.phrases.agency_names import Name, Reading, read_names
from danchieu.phrases.agency_places import read_place
from danchieu.phrases.agency_spelling import slug
from danchieu.phrases.agency_symbols import issuer_of_symbol
from danchieu.phrases.agency_triggers import starts_of_names
from danchieu.phrases.agency_words import LONGEST, Words
from danchieu.rules.knowledge import Knowledge

__all__ = [
    "AgencyContext",
    "AgencyPhrase",
    "agencies_in",
    "find_agencies",
    "province_of",
    "read_agency",
    "symbol_issuer",
]


@dataclass(frozen=True, slots=True)
class AgencyPhrase:
    """A body named at ``span``; ``agency`` knows nothing of the document's place.

    Give the print and the context to ``read_agency`` for the full body.
    ``confidence``: above 0.9 for known bodies, about 0.9 for groups, 0.6 to 0.75 for
    names that only the grammar knows, 0.4 for "Sở" or "Bộ" alone.
    """

    span: Span
    agency: Agency
    confidence: float


def find_agencies(
    value: str, span: Span, knowledge: Knowledge
) -> tuple[AgencyPhrase, ...]:
    """Return every body named in ``span``, in text order, without overlap.

    "Sở Khoa học và Công nghệ, Sở Tài chính và UBND các huyện" gives three. A name may
    run over a line break, never over a blank line.
    """
    return tuple(agencies_in(value, span, knowledge))


def agencies_in(value: str, span: Span, knowledge: Knowledge) -> Iterator[AgencyPhrase]:
    """Yield what ``find_agencies`` returns, read as far as it is asked for."""
    grammar = grammar_of(knowledge)
    last = span.start
    for start in starts_of_names(value, span, knowledge):
        if start < last:
            continue
        words = Words(value, start, span.end)
        for reading in read_names(words, 0, grammar):
            phrase = _phrase(words, reading, knowledge)
            yield phrase
            last = phrase.span.end


def read_agency(
    printed: str, knowledge: Knowledge, context: AgencyContext = NOWHERE
) -> Agency | None:
    """Return the full body that a printed name means.

    The name starts ``printed``; a purpose in brackets or more words may follow. The
    context gives the province to "UBND tỉnh" and the body to "Sở". A body that is not
    known but looks like one gets an id from its own name. None when no name starts
    there.
    """
    grammar = grammar_of(knowledge)
    text = printed.strip(" \t\r\n-–—+*•.;:,“”\"'(")
    names, whole = _names_in(text[:LONGEST], knowledge)
    if len(names) > 1:
        return group_of(whole, names[0].level, context)
    return agency_of(names[0], context, grammar) if names else None


@lru_cache(maxsize=4096)
def _names_in(text: str, knowledge: Knowledge) -> tuple[tuple[Name, ...], str]:
    """Return the names that start ``text``, which no context changes, and their print.

    The same few names are printed again and again, in one document and in all.
    """
    words = Words(text, 0, len(text))
    readings = read_names(words, 0, grammar_of(knowledge), loose=True)
    whole = words.printed(0, readings[-1].after) if readings else ""
    return tuple(reading.name for reading in readings), whole


def province_of(printed: str, knowledge: Knowledge) -> str | None:
    """Return the one province that ``printed`` names, None for none or several.

    >>> province_of("SỞ Y TẾ KIÊN GIANG", knowledge)  # doctest: +SKIP
    'Kiên Giang'
    """
    grammar = grammar_of(knowledge)
    words = Words(printed, 0, len(printed))
    named: set[str] = set()
    index = 0
    while words.at(index) is not None:
        found = read_place(words, index, grammar)
        if found and found[1].province:
            named.add(found[1].province)
        index = found[0] if found else index + 1
    return named.pop() if len(named) == 1 else None


def symbol_issuer(
    symbol: str, knowledge: Knowledge, context: AgencyContext = NOWHERE
) -> Agency | None:
    """Return who issues documents with this symbol; None when it is not known.

    "QĐ-TTg" is Thủ tướng Chính phủ; "KH-UBND" and "SNV-CCHC" need the context's
    province; "NQ/TW" is the Party's centre as such.
    """
    return issuer_of_symbol(symbol, grammar_of(knowledge), context)


def _phrase(words: Words, reading: Reading, knowledge: Knowledge) -> AgencyPhrase:
    first, last = words.at(reading.first), words.at(reading.after - 1)
    assert first is not None and last is not None
    agency = _without_context(reading.name, knowledge)
    return AgencyPhrase(Span(first.start, last.end), agency, reading.name.confidence)


@lru_cache(maxsize=4096)
def _without_context(name: Name, knowledge: Knowledge) -> Agency:
    agency = agency_of(name, NOWHERE, grammar_of(knowledge))
    return agency or Agency(f"vn:{slug(name.text)}", name.text, name.level)
