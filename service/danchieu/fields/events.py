"""Meetings and ceremonies: when, what, by whom."""

from collections.abc import Iterator

from danchieu.domain.fields import Event
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.actors import ActorReader
from danchieu.fields.paragraphs import loose_paragraphs, split_sentences
from danchieu.phrases.dates import find_dates
from danchieu.rules import RuleBook

_MOST_HOSTS = 8


def read_events(
    text: Text, outline: Outline, rules: RuleBook, actors: ActorReader
) -> tuple[Event, ...]:
    """Return the events that a sentence dates and names a host for.

    Example: "Ngày 24/8/2023, Sở Y tế phối hợp với Hội Đông y tổ chức Hội nghị ...".
    """
    return tuple(
        event
        for paragraph in loose_paragraphs(text.value, outline, "body")
        for sentence in split_sentences(text.value, paragraph)
        for event in _read_sentence(text.value, sentence, rules, actors)
    )


def _read_sentence(
    value: str, sentence: Span, rules: RuleBook, actors: ActorReader
) -> Iterator[Event]:
    held = rules.pattern("fields.event.held").regex.search(
        value, sentence.start, sentence.end
    )
    if held is None:
        return
    dates = find_dates(value, Span(sentence.start, held.start("event")), rules)
    if not dates or dates[-1].edtf is None:
        return
    hosts = _hosts(value, dates[-1].span.end, held.start(), actors, rules)
    if hosts:
        printed = " ".join(held["event"].split()).rstrip(" ,")
        yield Event(dates[-1].edtf, printed, hosts, Span(*held.span("event")))


def _hosts(
    value: str, start: int, end: int, actors: ActorReader, rules: RuleBook
) -> tuple[str, ...]:
    between = rules.pattern("fields.event.host_break").regex
    found: list[str] = []
    at: int | None = start
    while at is not None and at < end and len(found) < _MOST_HOSTS:
        while at < end and value[at] in " ,\n":
            at += 1
        named = actors.read(value, at, end)
        if named:
            found += (
                " ".join(value[span.start : span.end].split()) for span in named.spans
            )
            at = named.end
        link = between.search(value, at, end)
        at = link.end() if link else None
    return tuple(found)
