"""Lines of a region, cleaned of marks that only lay the text out."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span

_MARKS = " \t_#|~\f\r`>"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without spaces and layout marks at its ends; never empty."""

    text: str
    span: Span


def lines_of(value: str, *spans: Span) -> tuple[Line, ...]:
    """Return the lines of ``spans``; each cell of a table row is a line."""
    return tuple(line for span in spans for line in _lines(value, span))


def cut_line(line: Line, start: int, stop: int | None) -> Line | None:
    """Return the part ``line.text[start:stop]`` as a line, None when it is blank."""
    return _line(line.text[start:stop], line.span.start + start)


def _lines(value: str, span: Span) -> Iterator[Line]:
    start = span.start
    for row in value[span.start : span.end].split("\n"):
        mark = "|" if row.lstrip().startswith("|") else "\f"
        offset = start
        for piece in row.split(mark):
            line = _line(piece, offset)
            if line:
                yield line
            offset += len(piece) + 1
        start += len(row) + 1


def _line(printed: str, offset: int) -> Line | None:
    text = printed.strip(_MARKS)
    if not text:
        return None
    start = offset + printed.index(text)
    return Line(text, Span(start, start + len(text)))
