"""Types of cited documents: from the printed word, else from the symbol."""

import re
from collections.abc import Mapping
from functools import lru_cache

from danchieu.domain.agency import Agency
from danchieu.rules.knowledge import Knowledge

_LETTER, _ANY_PAPER = "Công văn", "Văn bản"
_NOT_OF_A_PLACE = ("department", "ministry", "central", "party")
_PARTS = re.compile(r"[-/.&]")
_ASSEMBLY = re.compile(r"^(?:QH|UBTVQH)\d+$")


def type_of_word(word: str, knowledge: Knowledge) -> str | None:
    """Return the type that a printed word names ("công văn" → "Công văn")."""
    words = knowledge.rules.word_list("citations.type_words").entries
    return words.get(" ".join(word.casefold().split()))


def type_of_symbol(
    symbol: str, printed: str | None, knowledge: Knowledge
) -> str | None:
    """Return the type of a document with this symbol.

    The printed type stands, except that "văn bản" is a word for any paper: then, and
    where none is printed, the symbol tells. A symbol without a type is that of a công
    văn; one of the National Assembly fits several types and tells none.
    """
    if printed is not None and printed != _ANY_PAPER:
        return printed
    if is_of_assembly(symbol):
        return None
    parts = _PARTS.split(symbol)
    found = _types_by_symbol(knowledge).get(parts[0].casefold())
    if found is not None and (len(parts) > 1 or printed is None):
        return found
    is_letter = (
        "-" in symbol and "/" not in symbol and parts[0] not in _drafts(knowledge)
    )
    return _LETTER if printed is None or is_letter else printed


def is_of_assembly(symbol: str) -> bool:
    """Say whether the symbol is one of the National Assembly ("QH15")."""
    return _ASSEMBLY.match(symbol) is not None


def is_of_one_body(symbol: str, knowledge: Knowledge) -> bool:
    """Say whether the symbol belongs to one body alone ("QĐ-TTg", "QH15")."""
    last = symbol.rpartition("-")[2].rstrip("0123456789")
    return last in knowledge.rules.word_list("citations.sole_symbols").entries


def may_issue(symbol: str, agency: Agency, knowledge: Knowledge) -> bool:
    """Say whether the body can issue documents of the symbol.

    "QĐ-UBND" and "NQ-HĐND" are those of the committees and councils of a place.
    """
    local = knowledge.rules.word_list("citations.local_symbols").entries
    parts = _PARTS.split(symbol)
    of_place = parts[0] in local or parts[-1] in local
    return not of_place or agency.level not in _NOT_OF_A_PLACE


def _drafts(knowledge: Knowledge) -> Mapping[str, str | None]:
    return knowledge.rules.word_list("citations.company_symbols").entries


@lru_cache(maxsize=8)
def _types_by_symbol(knowledge: Knowledge) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for type_ in knowledge.gazetteers.document_types:
        for symbol in (type_.symbol, *type_.older_symbols):
            if symbol:
                found.setdefault(symbol.casefold(), type_.name)
    return found
