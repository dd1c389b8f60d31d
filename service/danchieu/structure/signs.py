"""What a line at the top of a document shows by itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from danchieu.phrases.person_names import NameReader
from danchieu.rules import WordList
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import Line, LineKinds
from danchieu.structure.types import TypeLines

ANCHOR_LENGTH = 110
_POST_LENGTH, _PERSON_LENGTH = 90, range(5, 46)
_PARAGRAPH_LENGTH = 900
_ANCHORS = ("number", "place_date")
_RULE_LINE = re.compile(r"^[-=_.*~\s\W]{2,}$")


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Questions about one line, answered by the rules; made once for all texts."""

    kinds: LineKinds
    types: TypeLines
    connectors: WordList
    names: tuple[str, ...]
    posts: tuple[str, ...]
    persons: NameReader

    @staticmethod
    def of(knowledge: Knowledge) -> "Signs":
        """Return the signs of these rules."""
        return _signs(knowledge)

    def is_anchor(self, line: Line) -> bool:
        """See a line that only a letterhead has: motto, number, place and date."""
        if self.kinds.is_motto(line):
            return True
        if len(line.bare) > ANCHOR_LENGTH or self.kinds.is_kind(line, "basis"):
            return False
        return any(self.kinds.match(line, kind) for kind in _ANCHORS)

    def is_furniture(self, line: Line) -> bool:
        """See a stamp, a running head, a page number or a piece of a web page."""
        return self.kinds.is_kind(line, "stamp", "gazette", "chrome", "running_number")

    def is_rule(self, line: Line) -> bool:
        """See a line of dashes or stars."""
        return _RULE_LINE.match(line.bare) is not None

    def is_type(self, line: Line) -> bool:
        """See the name of a type of documents in capitals."""
        return line.is_capitals and self.types.type_of(line) is not None

    def opens_body(self, line: Line) -> bool:
        """See a numbered part, or a paragraph too long for a title."""
        return self.types.opens_part(line) or len(line.span) > _PARAGRAPH_LENGTH

    def is_post(self, line: Line) -> bool:
        """See an authority line or a post in capitals, as above a signature."""
        if len(line.bare) > _POST_LENGTH or not line.is_capitals:
            return False
        if self.kinds.is_kind(line, "authority"):
            return True
        post = line.plain.lstrip(" .-*")
        return post.startswith(self.posts) and not line.bare.endswith((":", ";"))

    def is_person(self, line: Line) -> bool:
        """See the name of a person alone on the line, of a family that we know."""
        if len(line.bare) not in _PERSON_LENGTH or self.is_post(line):
            return False
        return self.persons.is_known(line.bare)

    def is_authority_line(self, lines: Sequence[Line], at: int) -> bool:
        """See "ỦY BAN NHÂN DÂN TỈNH …" or "GIÁM ĐỐC SỞ …" alone above the căn cứ."""
        return self._stands_above_basis(lines, at, self.names)

    def is_head_line(self, lines: Sequence[Line], at: int) -> bool:
        """See "VIỆN TRƯỞNG VIỆN …" alone above the căn cứ; a title may not look so."""
        return self._stands_above_basis(lines, at, self.posts)

    def _stands_above_basis(
        self, lines: Sequence[Line], at: int, names: tuple[str, ...]
    ) -> bool:
        line = lines[at]
        if not line.is_capitals or not f"{line.plain} ".startswith(names):
            return False
        return any(self.kinds.is_kind(x, "basis") for x in lines[at + 1 : at + 3])

    def is_in_mid_air(self, line: Line) -> bool:
        """See a line that no title would end with ("… của các")."""
        words = line.bare.lower().replace(",", " ,").split()
        return words[-1] in self.connectors or words[-1] == ","


@cache
def _signs(knowledge: Knowledge) -> Signs:
    rules = knowledge.rules
    posts = tuple(rules.word_list("structure.posts").entries)
    names = [f"{name} " for name in rules.word_list("header.body_kinds").entries]
    return Signs(
        LineKinds(rules),
        TypeLines.of(knowledge),
        rules.word_list("structure.connectors"),
        (*names, *posts),
        posts,
        NameReader(rules),
    )
