"""The top of a document: letterhead, title, addressees, basis."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.phrases.folding import strip_marks
from danchieu.phrases.legibility import is_legible
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import Line, LineKinds
from danchieu.structure.types import TypeLines

_HEAD_LINES = 60
_APART = 14
_LINES_ABOVE = 8
_TITLE_LINES = 12
_SUBJECT_LINES = 8
_ANCHOR_LENGTH, _NAME_LENGTH, _ADDRESSEE_LENGTH = 110, 60, 90
_SPLIT_LENGTH, _TITLE_LENGTH, _PARAGRAPH_LENGTH = 200, 700, 900
_RULE_LINE = re.compile(r"^[-=_.*~\s\W]{2,}$")
_ANCHORS = ("number", "place_date")


@dataclass(frozen=True, slots=True)
class Head:
    """Kinds of the first lines; ``body`` is the index of the first line after them."""

    kinds: tuple[str, ...]
    body: int
    has_letterhead: bool


def read_head(lines: Sequence[Line], knowledge: Knowledge, kinds: LineKinds) -> Head:
    """Say what each line is from the top down to the operative part."""
    return _HeadReader(lines, kinds, knowledge).read()


class _HeadReader:
    """Walks down the first lines once, marking each."""

    def __init__(
        self, lines: Sequence[Line], kinds: LineKinds, knowledge: Knowledge
    ) -> None:
        self.lines = lines
        self.kinds = kinds
        self.types = TypeLines.of(knowledge)
        rules = knowledge.rules
        self.connectors = rules.word_list("structure.connectors")
        names = [*rules.word_list("header.body_kinds").entries]
        names += rules.word_list("structure.posts").entries
        self.bodies = tuple(f"{name} " for name in names)
        self.marks: list[str] = []

    def read(self) -> Head:
        zone = self._letterhead_end()
        if zone is None:
            return self._without_letterhead()
        self._mark_letterhead(zone)
        at = self._mark_title(zone)
        at = self._mark_addressees(at)
        at = self._mark_basis(at)
        return Head(tuple(self.marks), at, True)

    def _without_letterhead(self) -> Head:
        """Read an annex, an excerpt or a bare text: it may still begin with a type."""
        at = next(
            (i for i, x in enumerate(self.lines[:10]) if self.types.type_of(x)), None
        )
        if at is None or not self.lines[at].is_capitals:
            return Head((), 0, False)
        self.marks = ["chrome" if self._is_furniture(x) else "letterhead"
                      for x in self.lines[:at]]  # fmt: skip
        at = self._mark_title(at)
        at = self._mark_addressees(at)
        at = self._mark_basis(at)
        return Head(tuple(self.marks), at, False)

    def _letterhead_end(self) -> int | None:
        """Return the index after the last line of the letterhead, if there is one."""
        last = None
        for i, line in enumerate(self.lines[:_HEAD_LINES]):
            if self._is_anchor(line):
                if last is not None and i - last > _APART:
                    break
                last = i
            elif last is not None and self._ends_letterhead(i, last):
                break
        return None if last is None else last + 1

    def _is_anchor(self, line: Line) -> bool:
        if self.kinds.is_motto(line):
            return True
        if len(line.bare) > _ANCHOR_LENGTH:
            return False
        return any(self.kinds.match(line, kind) for kind in _ANCHORS)

    def _ends_letterhead(self, i: int, last: int) -> bool:
        line = self.lines[i]
        if self.kinds.is_kind(line, "addressees"):
            return True
        is_type = self.types.type_of(line) is not None and line.is_capitals
        return is_type and not self._anchor_soon(i)

    def _anchor_soon(self, i: int) -> bool:
        """Say whether number, motto or place still follow in the lines after ``i``."""
        return any(self._is_anchor(x) for x in self.lines[i + 1 : i + 4])

    def _mark_letterhead(self, end: int) -> None:
        first = next(i for i in range(end) if self._is_anchor(self.lines[i]))
        start = first
        while start and self._belongs_above(start - 1, first):
            start -= 1
        stamped = self._stamped(end)
        in_subject = False
        for i, line in enumerate(self.lines[:end]):
            in_subject = self._in_subject(line, in_subject)
            if i < start or i in stamped or self._is_furniture(line):
                self.marks.append("chrome")
            else:
                self.marks.append("title" if in_subject else "letterhead")

    def _stamped(self, end: int) -> frozenset[int]:
        """Return the lines of blocks that hold a signature stamp and no anchor."""
        found: set[int] = set()
        block: list[int] = []
        for i in range(end + 1):
            if i == end or self.lines[i].gap:
                lines = [self.lines[k] for k in block]
                if any(self.kinds.is_kind(x, "stamp") for x in lines) and not any(
                    self._is_anchor(x) for x in lines
                ):
                    found.update(block)
                block = []
            block.append(i)
        return frozenset(found)

    def _belongs_above(self, i: int, first: int) -> bool:
        line = self.lines[i]
        if first - i > _LINES_ABOVE or self._is_furniture(line):
            return False
        return line.is_capitals or len(line.bare) < _NAME_LENGTH

    def _in_subject(self, line: Line, before: bool) -> bool:
        """Follow the V/v lines of the left column until an anchor or capitals."""
        if self.kinds.is_kind(line, "subject"):
            return True
        return before and not line.is_capitals and not self._is_anchor(line)

    def _is_furniture(self, line: Line) -> bool:
        return self.kinds.is_kind(line, "stamp", "gazette", "chrome", "running_number")

    def _mark_title(self, at: int) -> int:
        """Mark type line and trích yếu; without a type a V/v after the anchors."""
        at = self._skip_to_type(at)
        if at >= len(self.lines):
            return at
        line = self.lines[at]
        if self.types.type_of(line) is None and not self._is_subject(at):
            return at
        self.marks.append("title")
        at += 1
        taken = 0
        while at < len(self.lines) and self._continues_title(at, taken):
            self.marks.append("title")
            taken += is_legible(self.lines[at].bare)
            at += 1
        return at

    def _is_subject(self, at: int) -> bool:
        """See the V/v of a letter: what stands between letterhead and Kính gửi."""
        if "title" in self.marks:
            return False
        if self.kinds.is_kind(self.lines[at], "subject"):
            return True
        following = self.lines[at + 1 : at + _SUBJECT_LINES]
        return (
            not self.lines[at].is_finished
            and not self.kinds.is_kind(self.lines[at], "addressees", "basis")
            and any(self.kinds.is_kind(x, "addressees") for x in following)
        )

    def _skip_to_type(self, at: int) -> int:
        """Pass stamps and marks that stand between the letterhead and the title."""
        for i in range(at, min(at + _LINES_ABOVE, len(self.lines))):
            line = self.lines[i]
            if self.types.type_of(line) is not None and (line.is_capitals or i == at):
                self.marks += ["letterhead"] * (i - at)
                return i
            if self.kinds.is_kind(line, "addressees", "basis"):
                break
        if at < len(self.lines) and _RULE_LINE.match(self.lines[at].bare):
            self.marks.append("letterhead")
            return at + 1
        return at

    def _continues_title(self, at: int, taken: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if taken >= _TITLE_LINES or self._ends_title(at):
            return False
        if taken == 0:
            return len(line.bare) < _TITLE_LENGTH
        if not is_legible(line.bare):
            return not line.gap
        if line.gap:
            return self._goes_on(before, line) or self._stands_before_opening(at)
        starts_sentence = self.kinds.is_kind(line, "basis") and line.bare[0].isupper()
        return not starts_sentence or line.is_capitals or self._in_mid_air(before)

    def _ends_title(self, at: int) -> bool:
        line = self.lines[at]
        if line.page or self._opens_body(line) or self._is_authority_line(at):
            return True
        if self.kinds.is_kind(line, "addressees"):
            return True
        after_first = self.types.type_of(self.lines[at - 1]) is None
        return after_first and self.lines[at - 1].is_finished

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Say whether a title goes on after a blank line: it stopped in mid-air."""
        if len(line.bare) >= _SPLIT_LENGTH or line.is_capitals != before.is_capitals:
            return False
        return line.bare[0].islower() or self._in_mid_air(before)

    def _stands_before_opening(self, at: int) -> bool:
        """See a short line right above Kính gửi: nothing but the title stands there."""
        if len(self.lines[at].bare) > _ANCHOR_LENGTH or self.lines[at].is_finished:
            return False
        following = self.lines[at + 1 : at + 2]
        return any(self.kinds.is_kind(x, "addressees") and x.gap for x in following)

    def _in_mid_air(self, before: Line) -> bool:
        words = before.bare.lower().replace(",", " ,").split()
        return words[-1] in self.connectors or words[-1] == ","

    def _opens_body(self, line: Line) -> bool:
        return self.types.opens_part(line) or len(line.span) > _PARAGRAPH_LENGTH

    def _mark_addressees(self, at: int) -> int:
        if at >= len(self.lines) or not self.kinds.is_kind(
            self.lines[at], "addressees"
        ):
            return at
        self.marks.append("addressees")
        at += 1
        while at < len(self.lines) and self._continues_addressees(at):
            self.marks.append("addressees")
            at += 1
        return at

    def _continues_addressees(self, at: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if line.bare[0] in "-+•":
            return True
        if line.gap or self.kinds.is_kind(line, "basis"):
            return before.bare.endswith(":") and len(line.bare) < _ADDRESSEE_LENGTH
        ended = before.bare.endswith((".", ";")) and not before.bare.endswith("TP.")
        return not ended and len(line.bare) < _ADDRESSEE_LENGTH

    def _mark_basis(self, at: int) -> int:
        if at < len(self.lines) and self._is_authority_line(at):
            self.marks.append("basis")
            at += 1
        while at < len(self.lines) and self._continues_basis(at):
            self.marks.append("basis")
            at += 1
        return at

    def _is_authority_line(self, at: int) -> bool:
        """See "ỦY BAN NHÂN DÂN TỈNH …" or "GIÁM ĐỐC SỞ …" alone above the căn cứ."""
        line = self.lines[at]
        if not line.is_capitals or not self._names_body_or_post(line):
            return False
        following = self.lines[at + 1 : at + 3]
        return any(self.kinds.is_kind(x, "basis") for x in following)

    def _names_body_or_post(self, line: Line) -> bool:
        return f"{strip_marks(line.bare)} ".startswith(self.bodies)

    def _continues_basis(self, at: int) -> bool:
        line, before = self.lines[at], self.lines[at - 1]
        if self.types.opens_part(line) or self.kinds.is_kind(line, "enacting"):
            return False
        begins = line.gap or before.is_finished or self.marks[-1] != "basis"
        if begins:
            return self.kinds.is_kind(line, "basis") and line.bare[0].isupper()
        return self.marks[-1] == "basis"
