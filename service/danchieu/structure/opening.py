"""Kính gửi and the căn cứ before the operative part."""

from collections.abc import Sequence

from danchieu.structure.lines import Line
from danchieu.structure.signs import Signs

_ADDRESSEE_LENGTH = 90


def mark_addressees(lines: Sequence[Line], marks: list[str], signs: Signs) -> None:
    """Mark Kính gửi and the bodies listed under it."""
    if len(marks) >= len(lines):
        return
    if not signs.kinds.is_kind(lines[len(marks)], "addressees"):
        return
    marks.append("addressees")
    while len(marks) < len(lines) and _more_addressees(lines, len(marks), signs):
        marks.append("addressees")


def _more_addressees(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    line, before = lines[at], lines[at - 1]
    if line.bare[0] in "-+•":
        return True
    short = len(line.bare) < _ADDRESSEE_LENGTH
    if line.gap or signs.kinds.is_kind(line, "basis"):
        return before.bare.endswith(":") and short
    return not before.bare.endswith((".", ";")) and short


def mark_basis(lines: Sequence[Line], marks: list[str], signs: Signs) -> None:
    """Mark the authority line and the paragraphs that begin with Căn cứ, Thực hiện."""
    if len(marks) < len(lines) and signs.is_authority_line(lines, len(marks)):
        marks.append("basis")
    while len(marks) < len(lines) and _more_basis(lines, marks, signs):
        marks.append("basis")


def _more_basis(lines: Sequence[Line], marks: Sequence[str], signs: Signs) -> bool:
    line, before = lines[len(marks)], lines[len(marks) - 1]
    in_basis = marks[-1] == "basis"
    if signs.types.opens_part(line) or signs.kinds.is_kind(line, "enacting"):
        return False
    if line.gap or before.is_finished or not in_basis or before.is_capitals:
        return signs.kinds.is_kind(line, "basis") and line.bare[0].isupper()
    return True
