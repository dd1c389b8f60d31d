"""The tree of numbered parts: phần, chương, mục, điều, khoản, điểm, bullets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from danchieu.domain.outline import Node, Region
from danchieu.domain.text import Span
from danchieu.rules import RuleBook
from danchieu.structure.lines import Line

_RANKS = (
    "part",
    "chapter",
    "section",
    "article",
    "capital",
    "roman",
    "number",
    "decimal",
    "letter",
    "dash",
    "plus",
)
_NUMBERED = ("annex", "body", "basis")
_REPEATABLE = ("dash", "plus")
_FULL_LINE = 50
_DASH_WORD = re.compile(r"[-–—]\s?[^\W\d_]")
_RANGE_END = re.compile(r"[-–—]\s?\d")


@dataclass(slots=True)
class _Open:
    """A node that is still growing."""

    kind: str
    number: str
    start: int
    heading: Span
    end: int
    children: list["_Open"] = field(default_factory=list)


def read_nodes(
    value: str, lines: Sequence[Line], regions: Sequence[Region], rules: RuleBook
) -> tuple[Node, ...]:
    """Return the outermost parts in text order.

    A part ends where the next of its rank or an outer one begins, or where the body
    or the annex ends. Lines before the first mark belong to no part.
    """
    marks = _MarkReader(rules)
    roots: list[_Open] = []
    stack: list[_Open] = []
    region_ends = _lines_with_region(lines, regions)
    for i, (line, kind) in enumerate(region_ends):
        if kind not in _NUMBERED:
            if kind not in ("chrome", "footnotes"):
                stack = []
            continue
        opened = None if _runs_on(lines, i) else marks.read(value, line)
        if opened is None:
            _extend(stack, line)
            continue
        opened.heading = _heading(value, lines, i, opened.heading.start, marks)
        _place(opened, roots, stack)
        _extend(stack, line)
    return tuple(_freeze(root, "", 1) for root in roots)


class _MarkReader:
    """Matches the start of a line with the rules ``structure.node``."""

    def __init__(self, rules: RuleBook) -> None:
        self._rules = [
            (kind, rules.pattern(f"structure.node.{kind}").regex) for kind in _RANKS
        ]

    def read(self, value: str, line: Line) -> _Open | None:
        start, end = line.span.start, line.span.end
        if line.bare[0].isalpha() and not line.bare[0].isupper():
            found = self._match(value, start, end, ("letter",))
        else:
            found = self._match(value, start, end, _RANKS)
        if found is None:
            return None
        kind, match = found
        mark = next(g for g in match.groups() if g)
        first = value.find(mark, start)
        return _Open(kind, mark, first, Span(_after(value, match.end(), end), end), end)

    def _match(
        self, value: str, start: int, end: int, kinds: Sequence[str]
    ) -> tuple[str, re.Match[str]] | None:
        for kind, regex in self._rules:
            if kind in kinds and (match := regex.match(value, start, end)):
                return kind, match
        return None


def _after(value: str, at: int, end: int) -> int:
    while at < end and value[at] in " .:)/-*#":
        at += 1
    return at


def _lines_with_region(
    lines: Sequence[Line], regions: Sequence[Region]
) -> Iterator[tuple[Line, str]]:
    parts = iter(regions)
    region = next(parts, None)
    for line in lines:
        while region is not None and line.span.start >= region.span.end:
            region = next(parts, None)
        yield line, region.kind if region is not None else "body"


def _heading(
    value: str, lines: Sequence[Line], i: int, start: int, marks: _MarkReader
) -> Span:
    """Return the first paragraph: to a blank line, a finished line or the next mark."""
    end = lines[i].span.end
    for k in range(i + 1, min(i + 40, len(lines))):
        before, line = lines[k - 1], lines[k]
        if line.gap or before.is_finished:
            break
        if not _runs_on(lines, k) and marks.read(value, line) is not None:
            break
        if before.is_capitals != line.is_capitals:
            break
        end = line.span.end
    return Span(start, max(start, end))


def _runs_on(lines: Sequence[Line], i: int) -> bool:
    r"""Say whether a dash is inside a phrase: "đạt 8\n- 10%", "kinh tế\n- xã hội"."""
    if not i or lines[i].gap:
        return False
    before, bare = lines[i - 1].bare, lines[i].bare
    if _RANGE_END.match(bare):
        return before[-1:].isdecimal()
    return (
        len(before) >= _FULL_LINE
        and before[-1:].isalpha()
        and _DASH_WORD.match(bare) is not None
        and bare.lstrip("-–— ")[:1].islower()
    )


def _place(opened: _Open, roots: list[_Open], stack: list[_Open]) -> None:
    rank = _RANKS.index(opened.kind)
    while stack and _RANKS.index(stack[-1].kind) >= rank:
        stack.pop()
    (stack[-1].children if stack else roots).append(opened)
    stack.append(opened)


def _extend(stack: Sequence[_Open], line: Line) -> None:
    for node in stack:
        node.end = line.span.end


def _freeze(node: _Open, above: str, level: int) -> Node:
    label = f"{above}.{node.number}" if above else node.number
    if node.kind == "article":
        label = f"{above}.Điều {node.number}" if above else f"Điều {node.number}"
    children = []
    bullets = 0
    for child in node.children:
        if child.kind in _REPEATABLE:
            bullets += 1
            child.number = f"-{bullets}" if child.kind == "dash" else f"+{bullets}"
        children.append(_freeze(child, label, level + 1))
    span = Span(node.start, node.end)
    return Node(
        label, node.number, node.kind, level, node.heading, span, tuple(children)
    )
