"""The end of a document: recipients, signature block, and what comes after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import Line, LineKinds

_NAME = re.compile(r"^(?:(?:[^\W\d_]['’])?[^\W\d_]+\.?\s){1,5}[^\W\d_]+$")
_CLOSE, _FAR = 4, 12
_POST_LENGTH, _PROSE, _NAME_LENGTH = 90, 125, (5, 45)
_BEFORE, _AFTER = 16, 45
_DASHES, _ITEM_LENGTH = "-–+•~", 60


@dataclass(frozen=True, slots=True)
class Tail:
    """``kinds`` of the lines from index ``start``; ``end`` is the first line after."""

    start: int
    end: int
    kinds: tuple[str, ...]


def read_tail(
    lines: Sequence[Line], body: int, knowledge: Knowledge, kinds: LineKinds
) -> Tail | None:
    """Find Nơi nhận and the signature block after the line ``body``.

    None when the document has neither (an excerpt, a news page).
    """
    return _TailReader(lines, body, knowledge, kinds).read()


class _TailReader:
    """Looks for the two blocks in either order."""

    def __init__(
        self,
        lines: Sequence[Line],
        body: int,
        knowledge: Knowledge,
        kinds: LineKinds,
    ) -> None:
        self.lines = lines
        self.body = body
        self.kinds = kinds
        self.posts = tuple(knowledge.rules.word_list("structure.posts").entries)
        self.surnames = knowledge.rules.word_list("fields.signature.surnames")

    def read(self) -> Tail | None:
        recipients = self._find_recipients()
        if recipients is None:
            return self._signature_only()
        before = max(self.body, recipients - _BEFORE)
        signature = self._find_signature(before, recipients)
        after = self._find_signature(
            recipients + 1, min(recipients + _AFTER, len(self.lines))
        )
        if after is not None and (signature is None or self._has_name(*after)):
            end = self._recipients_end(recipients, after[0])
            gap = ["signature" if self._is_post(x) else "recipients"
                   for x in self.lines[end : after[0]]]  # fmt: skip
            marks = ["recipients"] * (end - recipients) + gap
            marks += ["signature"] * (after[1] - after[0])
            return Tail(recipients, after[1], tuple(marks))
        end = self._recipients_end(recipients, len(self.lines))
        if signature is None:
            return Tail(recipients, end, ("recipients",) * (end - recipients))
        marks = ["signature"] * (recipients - signature[0])
        marks += ["recipients"] * (end - recipients)
        return Tail(signature[0], end, tuple(marks))

    def _find_recipients(self) -> int | None:
        for i in range(self.body, len(self.lines)):
            line = self.lines[i]
            if len(line.bare) < _POST_LENGTH and self.kinds.is_kind(line, "recipients"):
                return i
        return self._find_list()

    def _find_list(self) -> int | None:
        """Find the list above "Lưu: VT" whose heading a scan lost or misread."""
        copies = (
            i
            for i in range(self.body, len(self.lines))
            if self.kinds.is_kind(self.lines[i], "file_copy")
        )
        at = next(copies, None)
        if at is None:
            return None
        first = at
        while first > self.body and self._is_item(first - 1):
            first -= 1
        while first < at and self.lines[first].bare[0] not in _DASHES:
            first += 1
        return first if first < at else None

    def _is_item(self, at: int) -> bool:
        line = self.lines[at]
        if len(line.bare) > _ITEM_LENGTH or self._is_post(line):
            return False
        return line.bare[0] in _DASHES or line.bare.endswith(";")

    def _signature_only(self) -> Tail | None:
        for i in range(self.body, len(self.lines)):
            if not self._is_post(self.lines[i]) or not self.lines[i].is_capitals:
                continue
            found = self._find_signature(i, min(i + 14, len(self.lines)))
            if found is not None and found[0] == i and self._has_name(*found):
                return Tail(i, found[1], ("signature",) * (found[1] - i))
        return None

    def _find_signature(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the lines from the first authority or post to the last name."""
        first = next(
            (i for i in range(start, stop) if self._is_post(self.lines[i])), None
        )
        if first is None:
            return None
        end = first + 1
        limit = min(len(self.lines), max(stop, first + 14))
        seen_name = False
        for i in range(first + 1, min(limit, first + 40)):
            line = self.lines[i]
            if self._ends_signature(line, i, first):
                break
            if self._is_post(line) and (not seen_name or i - end < _CLOSE):
                end, seen_name = i + 1, False
            elif self.is_name(line) and not seen_name:
                end, seen_name = i + 1, True
            elif i - end > _FAR:
                break
        return first, end

    def _ends_signature(self, line: Line, i: int, first: int) -> bool:
        if (
            len(line.bare) > _PROSE
            or self.kinds.is_motto(line)
            or self.kinds.is_kind(line, "annex")
        ):
            return True
        return self.kinds.is_kind(line, "recipients") and i > first

    def _has_name(self, start: int, end: int) -> bool:
        return any(self.is_name(line) for line in self.lines[start:end])

    def _is_post(self, line: Line) -> bool:
        """See an authority line or a post in capitals."""
        if len(line.bare) > _POST_LENGTH or not line.is_capitals:
            return False
        if self.kinds.is_kind(line, "authority"):
            return True
        plain = line.plain.lstrip(" .-*")
        return plain.startswith(self.posts) and not line.bare.endswith((":", ";"))

    def is_name(self, line: Line) -> bool:
        """See a person's name alone: a known family name, or three capital words."""
        bare = line.bare.strip(" .,")
        if not _NAME.match(bare) or not _NAME_LENGTH[0] <= len(bare) <= _NAME_LENGTH[1]:
            return False
        words = bare.split()
        if not all(w[0].isupper() for w in words):
            return False
        family = re.split("['’]", words[0])[0].capitalize()
        return family in self.surnames and not self._is_post(line)

    def _recipients_end(self, start: int, stop: int) -> int:
        """Return the first line after the list: it ends with Lưu, a gap or prose."""
        end = start + 1
        for i in range(start + 1, min(stop, start + _AFTER)):
            line = self.lines[i]
            item = line.bare[0] in "-+•–" or line.plain.startswith("luu")
            if (
                self.kinds.is_motto(line)
                or self.kinds.is_kind(line, "annex")
                or self._is_post(line)
            ):
                break
            if not item and line.gap and i > start + 1:
                break
            if not item and len(line.bare) > _PROSE:
                break
            end = i + 1
        return end
