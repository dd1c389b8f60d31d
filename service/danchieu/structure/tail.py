"""The end of a document: recipients, signature block, and what comes after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from danchieu.structure.lines import Line
from danchieu.structure.signs import Signs

_CLOSE, _FAR = 4, 12
_HEADING_LENGTH, _PROSE = 90, 125
_BEFORE, _AFTER = 16, 45
_DASHES, _ITEM_LENGTH = "-–+•~", 60
_BITS = 6
"""So many lines of a stamp or of the signature may stand between two entries."""


@dataclass(frozen=True, slots=True)
class Tail:
    """``kinds`` of the lines from index ``start``; ``end`` is the first line after."""

    start: int
    end: int
    kinds: tuple[str, ...]


def read_tail(lines: Sequence[Line], body: int, signs: Signs) -> Tail | None:
    """Find Nơi nhận and the signature block after the line ``body``.

    None when the document has neither (an excerpt, a news page).
    """
    return _TailReader(lines, body, signs).read()


class _TailReader:
    """Looks for the two blocks in either order."""

    def __init__(self, lines: Sequence[Line], body: int, signs: Signs) -> None:
        self.lines = lines
        self.body = body
        self.signs = signs
        self.kinds = signs.kinds

    def read(self) -> Tail | None:
        recipients = self._find_recipients()
        if recipients is None or self._is_of_an_annex(recipients):
            return self._signature_only()
        before = max(self.body, recipients - _BEFORE)
        signature = self._find_signature(before, recipients)
        after = self._find_signature(
            recipients + 1, min(recipients + _AFTER, len(self.lines))
        )
        if after is not None and (signature is None or self._has_name(*after)):
            end = self._recipients_end(recipients, after[0])
            marks = ["recipients"] * (end - recipients)
            marks += self._between(end, after[0], "recipients")
            marks += self._between(after[0], after[1], "signature")
            return Tail(recipients, after[1], tuple(marks))
        end = self._recipients_end(recipients, len(self.lines))
        if signature is None:
            return Tail(recipients, end, ("recipients",) * (end - recipients))
        marks = ["signature"] * (recipients - signature[0])
        marks += ["recipients"] * (end - recipients)
        return Tail(signature[0], end, tuple(marks))

    def _between(self, start: int, stop: int, kind: str) -> Iterator[str]:
        """Mark lines of the two columns that a page's reading order has mixed."""
        for line in self.lines[start:stop]:
            if self.signs.is_post(line):
                yield "signature"
            else:
                yield "recipients" if self._is_entry(line) else kind

    def _find_recipients(self) -> int | None:
        for i in range(self.body, len(self.lines)):
            line = self.lines[i]
            if len(line.bare) < _HEADING_LENGTH and self.kinds.is_kind(
                line, "recipients"
            ):
                return i
        return self._find_list()

    def _is_of_an_annex(self, recipients: int) -> bool:
        """See the list of a form: an annex above it begins below who signed."""
        for i in range(self.body, recipients):
            line = self.lines[i]
            if len(line.bare) < _HEADING_LENGTH and self.kinds.is_kind(line, "annex"):
                signed = self._find_signature(max(self.body, i - _BEFORE), i)
                if signed is not None and self._has_name(*signed):
                    return True
        return False

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
        if len(line.bare) > _ITEM_LENGTH or self.signs.is_post(line):
            return False
        return line.bare[0] in _DASHES or line.bare.endswith(";")

    def _signature_only(self) -> Tail | None:
        for i in range(self.body, len(self.lines)):
            if not self.signs.is_post(self.lines[i]):
                continue
            found = self._find_signature(i, min(i + 14, len(self.lines)))
            if found is not None and found[0] == i and self._has_name(*found):
                return Tail(i, found[1], ("signature",) * (found[1] - i))
        return None

    def _find_signature(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the lines from the first authority or post to the last name."""
        first = next(
            (i for i in range(start, stop) if self.signs.is_post(self.lines[i])), None
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
            if self.signs.is_post(line) and (not seen_name or i - end < _CLOSE):
                end, seen_name = i + 1, False
            elif self.signs.is_person(line) and not seen_name:
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
        return any(map(self.signs.is_person, self.lines[start:end]))

    def _recipients_end(self, start: int, stop: int) -> int:
        """Return the first line after the list: it ends with Lưu, a gap or prose."""
        end = start + 1
        is_last = False
        for i in range(start + 1, min(stop, start + _AFTER)):
            line = self.lines[i]
            if self._ends_list(line) or (is_last and line.gap):
                break
            apart = line.gap and i > start + 1 and not self._is_entry(line)
            if apart and not self._goes_on(i, stop):
                break
            is_last = is_last or self.kinds.is_kind(line, "file_copy")
            end = i + 1
        return end

    def _ends_list(self, line: Line) -> bool:
        if self.kinds.is_motto(line) or self.kinds.is_kind(line, "annex"):
            return True
        if self.signs.is_post(line):
            return True
        return len(line.bare) > _PROSE and not self._is_entry(line)

    def _is_entry(self, line: Line) -> bool:
        """See a line with a dash, or "Lưu: VT"."""
        return line.bare[0] in _DASHES or self.kinds.is_kind(line, "file_copy")

    def _goes_on(self, at: int, stop: int) -> bool:
        """Say whether the list goes on with or below a line behind an empty one."""
        if self._is_item(at):
            return True
        for line in self.lines[at + 1 : min(stop, at + 1 + _BITS)]:
            if self._ends_list(line):
                return False
            if self._is_entry(line):
                return True
        return False
