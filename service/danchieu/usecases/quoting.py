"""The words of a page that say what a described document carries out."""

from collections.abc import Iterator, Sequence

from danchieu.contract import Evidence
from danchieu.contract.places import Places
from danchieu.domain.citation import Citation, DescribedDocument, Mention
from danchieu.domain.document import Document
from danchieu.domain.text import Span
from danchieu.phrases.codes import fold_code

_LONGEST_QUOTE = 600


class Quoting:
    """Finds quotes in one document."""

    def __init__(self, document: Document) -> None:
        self._places = Places(document.text)
        self._citations = document.references.citations

    def of_described(
        self, described: DescribedDocument, implemented: str
    ) -> tuple[Evidence, ...]:
        """Return the words from the naming of ``described`` to ``implemented``.

        Where the two never stand near one another, the two namings; without the
        second, the first alone.
        """
        subjects = self._mentions_of(described.code)
        objects = self._mentions_of(implemented)
        start = subjects[0].span if subjects else described.span
        spans: tuple[Span, ...] = (start,)
        if objects:
            near = _shortest(subjects, objects)
            spans = (near,) if near else (start, _with_cue(_stating(objects)))
        return tuple(
            Evidence.model_validate(row) for row in self._places.of(*sorted(spans))
        )

    def _mentions_of(self, code: str | None) -> tuple[Mention, ...]:
        if code is None:
            return ()
        return tuple(
            mention
            for citation in self._citations
            if _is(citation, code)
            for mention in citation.mentions
        )


def _is(citation: Citation, code: str) -> bool:
    known = citation.code or citation.resolved_code
    return known is not None and fold_code(known) == fold_code(code)


def _stating(mentions: Sequence[Mention]) -> Mention:
    stating = (m for m in mentions if m.relation == "implements")
    return next(stating, mentions[0])


def _with_cue(mention: Mention) -> Span:
    cue = mention.cue
    if cue is None or not 0 <= mention.span.start - cue.start <= _LONGEST_QUOTE:
        return mention.span
    return Span(cue.start, mention.span.end)


def _shortest(subjects: Sequence[Mention], objects: Sequence[Mention]) -> Span | None:
    """Return the shortest stretch from a subject to an object that follows it."""
    stretches = sorted(_stretches(subjects, objects), key=lambda s: (len(s), s.start))
    return stretches[0] if stretches else None


def _stretches(
    subjects: Sequence[Mention], objects: Sequence[Mention]
) -> Iterator[Span]:
    for subject in subjects:
        for target in objects:
            stretch = Span(subject.span.start, target.span.end)
            follows = subject.span.end <= target.span.start
            if follows and len(stretch) <= _LONGEST_QUOTE:
                yield stretch
