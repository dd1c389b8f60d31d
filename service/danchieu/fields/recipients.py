"""Nơi nhận: who gets the document."""

import re
from collections.abc import Callable, Iterator

from danchieu.domain.agency import Agency
from danchieu.domain.fields import Recipient
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.lines import Line, cut_line, lines_of
from danchieu.phrases.folding import plain_letters
from danchieu.rules import RuleBook

_DIRT = " „`~|_"
_TRAILING = _DIRT + ";.,"
_LONGEST = 240
_FEWEST_LETTERS = 2


def read_recipients(
    text: Text,
    outline: Outline,
    rules: RuleBook,
    read_agency: Callable[[str], Agency | None],
) -> tuple[Recipient, ...]:
    """Return one recipient for each entry of Nơi nhận, in order.

    An entry that goes on over several lines is joined; the dash and the final
    mark are left out. ``purpose`` is what stands in brackets ("để báo cáo").
    """
    purpose = rules.pattern("fields.recipients.purpose").regex
    found = []
    for region in outline.spans_of("recipients"):
        for entry in _entries(_lines(text.value, region, rules), rules):
            printed = " ".join(" ".join(x.text for x in entry).split()).rstrip(
                _TRAILING
            )
            if not _is_entry(printed):
                continue
            reason = purpose.search(printed)
            whom = printed[: reason.start()].rstrip() if reason else printed
            found.append(
                Recipient(
                    printed,
                    read_agency(whom),
                    reason["purpose"] if reason else None,
                    Span(entry[0].span.start, entry[-1].span.end),
                )
            )
    return tuple(found)


def _is_entry(printed: str) -> bool:
    """Say whether it is no speck, no row of strokes that a scan took for letters."""
    letters = sum(letter.isalpha() for letter in printed)
    words = printed.split()
    strokes = sum(len(word) == 1 for word in words)
    fits = letters >= _FEWEST_LETTERS and len(printed) <= _LONGEST
    return fits and 2 * strokes <= len(words)


def _lines(value: str, region: Span, rules: RuleBook) -> list[Line]:
    """Return the lines below the heading, an entry per line at most."""
    heading = rules.pattern("fields.recipients.heading").regex
    between = rules.pattern("fields.recipients.break").regex
    lines: list[Line] = []
    for line in lines_of(value, region):
        title = heading.match(plain_letters(line.text))
        rest = cut_line(line, title.end(), None) if title else line
        lines += _split(rest, between) if rest else []
    return lines


def _split(line: Line, between: re.Pattern[str]) -> Iterator[Line]:
    start = 0
    for match in between.finditer(line.text):
        part = cut_line(line, start, match.start())
        if part:
            yield part
        start = match.start()
    last = cut_line(line, start, None)
    if last:
        yield last


def _entries(lines: list[Line], rules: RuleBook) -> Iterator[list[Line]]:
    mark = rules.pattern("fields.recipients.mark").regex
    file_copy = rules.pattern("fields.recipients.file_copy").regex
    last = rules.pattern("fields.recipients.last").regex
    dashed = any(mark.match(line.text) for line in lines)
    entry: list[Line] = []
    for line in lines:
        dash = mark.match(line.text)
        opens = dash or last.match(line.text)
        if dashed and not opens and entry and _is_bit(entry, line):
            continue
        if entry and (opens or _is_closed(entry, dashed=dashed)):
            yield entry
            if file_copy.match(entry[0].text) and not file_copy.match(
                line.text[dash.end() :] if dash else line.text
            ):
                return
            entry = []
        item = cut_line(line, dash.end(), None) if dash else line
        if item:
            entry.append(item)
    if entry:
        yield entry


def _is_bit(entry: list[Line], line: Line) -> bool:
    """See a word of the signature's column that stands behind a finished entry."""
    alone = " " not in line.text and not line.text.endswith((";", ".", ","))
    return alone and _is_closed(entry, dashed=True)


def _is_closed(entry: list[Line], *, dashed: bool) -> bool:
    end = entry[-1].text.rstrip(_DIRT)
    return end.endswith((";", ".")) or not (dashed or end.endswith((",", "-", "và")))
