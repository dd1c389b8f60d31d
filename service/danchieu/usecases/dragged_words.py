"""Words that a person chose on the page for a citation, taken apart."""

from collections.abc import Mapping

from danchieu.domain.text import Span
from danchieu.phrases.codes import parse_code
from danchieu.phrases.dates import find_dates
from danchieu.phrases.folding import fold
from danchieu.rules.knowledge import Knowledge


def citation_in_words(typed: Mapping[str, str], knowledge: Knowledge) -> dict[str, str]:
    """Return the form of a citation with its code alone in the part ``code``.

    "Quyết định số 45/QĐ-TTg ngày 06/3/2020" chosen for the code gives type and date
    too, where these were left blank. Without one certain code all stays as typed.
    """
    words = " ".join(typed.get("code", "").split())
    code = parse_code(words, knowledge.rules)
    if " " not in words or code is None:
        return dict(typed)
    found = {"code": code.code}
    if not typed.get("date"):
        rest = Span(code.span.end, len(words))
        days = [d.edtf for d in find_dates(words, rest, knowledge.rules) if d.edtf]
        found |= {"date": days[0]} if len(days) == 1 else {}
    if not typed.get("type"):
        kind = _type_in(words[: code.span.start], knowledge)
        found |= {"type": kind} if kind else {}
    return {**typed, **found}


def _type_in(words: str, knowledge: Knowledge) -> str | None:
    """Return the type of document that the words begin with, the longest that fits."""
    said = fold(words)
    names = [t.name for t in knowledge.gazetteers.document_types]
    fitting = [name for name in names if said.startswith(fold(name))]
    return max(fitting, key=len, default=None)
