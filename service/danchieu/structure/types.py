"""Lines that name the type of a document, and lines that open a numbered part."""

import re
from dataclasses import dataclass
from functools import cache

from danchieu.phrases.folding import strip_marks
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import Line

_LENGTH = 160
_NUMBERED = re.compile(r"[\s.:*#_-]*(?:so\s)?[ivx\d]{0,5}[\s.:*#_-]*")


@dataclass(frozen=True, slots=True, eq=False)
class TypeLines:
    """Knows the document types; made once for a ``Knowledge``."""

    names: dict[str, str]
    pattern: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]

    @staticmethod
    def of(knowledge: Knowledge) -> "TypeLines":
        """Return the type lines of these rules."""
        return _type_lines(knowledge)

    def type_of(self, line: Line) -> str | None:
        """Return the type ("Kế hoạch") when the line is one or starts with one.

        In capitals the type may be followed by more words; otherwise it must stand
        alone. Lost diacritics do not matter.
        """
        if len(line.bare) > _LENGTH:
            return None
        plain = line.plain.strip(" .:*#-_")
        match = self.pattern.match(plain)
        if match is None:
            return None
        alone = match.end() == len(plain)
        words = line.bare.split()[: match[0].count(" ") + 1]
        if not alone and not all(w.isupper() for w in words):
            return None
        return self.names[match[0]]

    def is_type_alone(self, line: Line) -> bool:
        """Say whether nothing but the type, or its number, stands on the line."""
        plain = line.plain
        match = self.pattern.match(plain)
        return match is not None and _NUMBERED.fullmatch(plain, match.end()) is not None

    def opens_part(self, line: Line) -> bool:
        """Say whether the line begins with the mark of a numbered part."""
        return any(part.match(line.bare) for part in self.parts)


@cache
def _type_lines(knowledge: Knowledge) -> TypeLines:
    types = knowledge.gazetteers.document_types
    names = {strip_marks(t.name): t.name for t in types}
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    marks = ("part", "chapter", "section", "article", "roman", "number", "capital")
    parts = tuple(
        knowledge.rules.pattern(f"structure.node.{mark}").regex for mark in marks
    )
    return TypeLines(names, pattern, parts)
