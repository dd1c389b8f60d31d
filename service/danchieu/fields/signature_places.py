"""Where on the page signers may stand."""

from collections.abc import Iterator

from danchieu.domain.outline import Outline
from danchieu.domain.text import Span
from danchieu.fields.lines import Line, lines_of
from danchieu.phrases.folding import plain_letters
from danchieu.rules import RuleBook

_LONGEST_TAIL = 500
_WEAK = ("chrome", "footnotes")


def places_of_signers(
    value: str, outline: Outline, rules: RuleBook
) -> Iterator[list[tuple[Line, ...]]]:
    """Yield where signers may stand, the surest place first."""
    yield [lines_of(value, *_extended(value, outline, "signature"))]
    below = _extended(value, outline, "recipients")
    yield [_after_file_copy(value, span, rules) for span in below]
    yield [_closing_lines(value, span) for span in outline.spans_of("body")[-1:]]


def _extended(value: str, outline: Outline, kind: str) -> Iterator[Span]:
    """Yield regions of a kind with the text behind that no other region claims."""
    regions = [r for r in outline.regions if r.kind == kind or r.kind not in _WEAK]
    for region, after in zip(regions, (*regions[1:], None), strict=False):
        if region.kind == kind:
            end = after.span.start if after else len(value)
            tail = min(end, region.span.end + _LONGEST_TAIL)
            yield Span(region.span.start, max(region.span.end, tail))


def _closing_lines(value: str, body: Span) -> tuple[Line, ...]:
    """Return the lines below the last sentence, as minutes have them."""
    lines = lines_of(value, Span(max(body.start, body.end - _LONGEST_TAIL), body.end))
    sentences = [n for n, line in enumerate(lines) if line.text.endswith((".", ";"))]
    return lines[sentences[-1] + 1 :] if sentences else ()


def _after_file_copy(value: str, span: Span, rules: RuleBook) -> tuple[Line, ...]:
    file_copy = rules.pattern("fields.recipients.file_copy").regex
    lines = lines_of(value, span)
    in_cell = rules.pattern("fields.recipients.list_in_cell").regex
    for number, line in enumerate(lines):
        if file_copy.match(line.text.lstrip("-_~+• ")) or in_cell.match(
            plain_letters(line.text)
        ):
            return lines[number + 1 :]
    return ()
