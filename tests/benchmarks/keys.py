"""What an officer looks for in a text: codes, dates, amounts, signers."""

from collections.abc import Iterator

from factories import knowledge

from danchieu.domain.text import Span
from danchieu.evaluation.corpus import CorpusDocument
from danchieu.phrases.codes import find_codes
from danchieu.phrases.dates import find_dates
from danchieu.phrases.figures import find_figures


def keys_in(text: str) -> Iterator[str]:
    """Give the codes, dates and amounts of a text, each after the name of its kind."""
    whole, rules = Span(0, len(text)), knowledge().rules
    yield from (f"code {c.code}" for c in find_codes(text, whole, rules))
    yield from (f"date {d.edtf}" for d in find_dates(text, whole, rules))
    for figure in find_figures(text, whole, rules):
        yield f"figure {figure.min}..{figure.max}{figure.sign or ''}"


def names_in(text: str, document: CorpusDocument) -> Iterator[str]:
    """Give those signers of a document whose names stand in a text of one line."""
    signers = document.gold.signatures or ()
    yield from (f"name {s.name}" for s in signers if s.name and s.name in text)
