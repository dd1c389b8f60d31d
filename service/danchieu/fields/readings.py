"""The text of a document as the readers of this room see it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span, Text
from danchieu.phrases.folding import plain_letters
from danchieu.rules import RuleBook

_COLUMNS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What is printed, and the same made easy to compare; all offsets are the text's.

    ``printed`` has spaces for running heads, page numbers, footnotes and tables of
    three columns or more, so that sentences go on over them; ``cells`` keeps the
    tables. In ``flat`` line ends are spaces too, headings in capitals are in small
    letters, and words that give tasks have the diacritics that a scan read wrongly.
    ``labels`` are the places of "Cơ quan chủ trì:" and the like.
    """

    printed: str
    cells: str
    flat: str
    rules: RuleBook
    labels: tuple[int, ...]

    def has_labels(self, span: Span) -> bool:
        """Say whether labels name the bodies there."""
        first = bisect_left(self.labels, span.start)
        return first < len(self.labels) and self.labels[first] < span.end


def reading_of(text: Text, outline: Outline, rules: RuleBook) -> Reading:
    """Return the text without what only the page adds to it."""
    away = [*outline.spans_of("chrome", "footnotes"), *_wide_tables(outline)]
    blank = ((span, " " * len(span)) for span in sorted(away))
    printed = _replaced(text.value, blank)
    flat = printed.replace("\n", " ").replace("\f", " ")
    if any(page.origin == "ocr" for page in text.pages):
        flat = _replaced(flat, _mended_cues(flat, rules))
    flat = _replaced(flat, _small_headings(flat, outline.nodes))
    label = rules.pattern("fields.assignment.label").regex
    labels = tuple(
        match.start()
        for match in label.finditer(flat)
        if match["lead"] or match["partner"]
    )
    return Reading(printed, text.value, flat, rules, labels)


def _wide_tables(outline: Outline) -> Iterator[Span]:
    for table in outline.tables:
        widest = max((len(row) for row in (table.header, *table.rows)), default=0)
        if widest >= _COLUMNS:
            yield table.span


def _mended_cues(flat: str, rules: RuleBook) -> Iterator[tuple[Span, str]]:
    """Yield the places of misread cue words with the right letters; length is kept."""
    cues = rules.word_list("fields.reading.cues").entries
    for match in rules.pattern("fields.reading.cue").regex.finditer(
        plain_letters(flat)
    ):
        right = cues[match[0]] or ""
        read = flat[match.start() : match.end()]
        if read.casefold() != right:
            letters = (
                new.upper() if old.isupper() else new
                for old, new in zip(read, right, strict=True)
            )
            yield Span(*match.span()), "".join(letters)


def _small_headings(value: str, nodes: Iterable[Node]) -> Iterator[tuple[Span, str]]:
    for node in nodes:
        heading = value[node.heading.start : node.heading.end]
        if heading.isupper() and len(heading.capitalize()) == len(heading):
            yield node.heading, heading.capitalize()
        yield from _small_headings(value, node.children)


def _replaced(value: str, changes: Iterable[tuple[Span, str]]) -> str:
    """Return ``value`` with other letters in some places; the length stays."""
    pieces, at = [], 0
    for span, new in changes:
        if span.start < at:
            continue
        pieces += [value[at : span.start], new]
        at = span.end
    return "".join((*pieces, value[at:]))
