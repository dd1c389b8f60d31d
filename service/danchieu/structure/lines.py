"""The lines of a text, and what each looks like by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.phrases.folding import plain_document
from danchieu.rules import RuleBook

_LINE = re.compile(r"[^\n\f]*")
_FEWEST = 3
_TRIM = " |*_#>"
_ENDS = (".", ";", ":", "!", "?", "./.", "…", '."', ".”", ";”")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end: ``bare`` has neither margins nor table bars.

    ``plain`` is ``bare`` in small letters without diacritics, spaces made one.
    ``gap`` says whether an empty line or a page break stands before it, ``page``
    whether a page begins with it. ``is_capitals``: printed in capitals, as names of
    bodies and posts are.
    """

    span: Span
    bare: str
    plain: str
    gap: bool
    page: bool
    is_capitals: bool

    @property
    def is_finished(self) -> bool:
        """Say whether it ends as a paragraph or a list item does."""
        return self.bare.endswith(_ENDS)


def read_lines(value: str) -> tuple[Line, ...]:
    """Return the lines of ``value`` that are not empty, in order."""
    return tuple(_lines(value))


def _lines(value: str) -> Iterator[Line]:
    plain = plain_document(value)
    gap, page = True, True
    for match in _LINE.finditer(value):
        start, end = match.span()
        if start == end and start and value[start - 1] not in "\n\f":
            continue
        if start and value[start - 1] == "\f":
            gap = page = True
        bare = value[start:end].strip(_TRIM)
        if not bare:
            gap = True
            continue
        folded = " ".join(plain[start:end].strip(_TRIM).split())
        yield Line(Span(start, end), bare, folded, gap, page, _is_capitals(bare))
        gap = page = False


def _is_capitals(bare: str) -> bool:
    small = sum(map(str.islower, bare))
    if 5 * small > len(bare):
        return False
    big = sum(map(str.isupper, bare))
    letters = big + small
    return letters >= _FEWEST and big >= 0.8 * letters


class LineKinds:
    """Tells what a line is, by the rules ``structure.plain`` and ``structure.line``."""

    __slots__ = ("_plain", "_printed")

    def __init__(self, rules: RuleBook) -> None:
        self._plain = {
            r.id.rsplit(".", 1)[1]: r.regex
            for r in rules.patterns_under("structure.plain")
        }
        self._printed = {
            r.id.rsplit(".", 1)[1]: r.regex
            for r in rules.patterns_under("structure.line")
        }

    def is_kind(self, line: Line, *kinds: str) -> bool:
        """Say whether the line, without diacritics, is one of these kinds."""
        return any(self._plain[kind].search(line.plain) for kind in kinds)

    def is_motto(self, line: Line) -> bool:
        """See Quốc hiệu in capitals (a law also cites it in prose), or Tiêu ngữ."""
        return (line.is_capitals and self.is_kind(line, "motto")) or self.is_kind(
            line, "device"
        )

    def match(self, line: Line, kind: str) -> re.Match[str] | None:
        """Match the printed line (without margins and bars) with ``structure.line``."""
        return self._printed[kind].search(line.bare)
