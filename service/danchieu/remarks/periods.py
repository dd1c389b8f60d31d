"""Two periods where one document should have one."""

from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning
from danchieu.domain.text import Span
from danchieu.rules.knowledge import Knowledge

_OPENING = 2_500


def period_clash(document: Document, knowledge: Knowledge) -> DocumentWarning | None:
    """Remark that title and opening paragraphs give the document's period otherwise.

    "giai đoạn 2021-2025" in the title and "giai đoạn 2020-2025" in the paragraph that
    issues the plan: one year is the same, the other is not. Periods of cited titles
    do not count.
    """
    title = document.header.title
    if title is None:
        return None
    regex = knowledge.rules.pattern("remarks.period").regex
    own = {(m["start"], m["end"]) for m in regex.finditer(title.value)}
    if len(own) != 1:
        return None
    ((start, end),) = own
    for span in _opening(document):
        for match in regex.finditer(document.text.value, span.start, span.end):
            other = (match["start"], match["end"])
            one_year = (other[0] == start) != (other[1] == end)
            place = Span(*match.span())
            if one_year and not _is_of_cited(document, place):
                return _clash((start, end), other, place)
    return None


def _opening(document: Document) -> tuple[Span, ...]:
    """Return the basis, and the body up to its first numbered part."""
    basis = document.outline.spans_of("basis")
    body = document.outline.spans_of("body")[:1]
    first = min((n.span.start for n in document.outline.nodes), default=None)
    cut = [
        Span(s.start, min(s.end, s.start + _OPENING, max(s.start, first or s.end)))
        for s in body
    ]
    return (*basis, *cut)


def _is_of_cited(document: Document, place: Span) -> bool:
    """Say whether the period stands in the title of a cited document."""
    printed = document.text[place]
    return any(
        citation.name is not None and printed in citation.name
        for citation in document.references.citations
    )


def _clash(
    own: tuple[str, str], other: tuple[str, str], place: Span
) -> DocumentWarning:
    return DocumentWarning(
        "period-clash",
        f"Trích yếu ghi giai đoạn {own[0]}-{own[1]}, phần mở đầu ghi"
        f" {other[0]}-{other[1]}.",
        f"The title says {own[0]}-{own[1]}, the opening {other[0]}-{other[1]}.",
        place,
    )
