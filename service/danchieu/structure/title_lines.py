"""Which lines are the type and the trích yếu."""

from collections.abc import Sequence
from itertools import takewhile

from danchieu.phrases.legibility import is_legible
from danchieu.structure.lines import Line
from danchieu.structure.signs import ANCHOR_LENGTH, Signs

_TITLE_LINES, _SUBJECT_LINES, _SEARCH_LINES = 12, 8, 8
_OPEN_ENDS = (":", ";")
_SPLIT_LENGTH, _TITLE_LENGTH = 200, 700


def mark_title(lines: Sequence[Line], marks: list[str], signs: Signs) -> None:
    """Mark type line and trích yếu; without a type a V/v after the letterhead.

    A contract has its type above the number: the letterhead then holds its title.
    """
    if any(
        m == "title" and signs.is_type(x) for m, x in zip(marks, lines, strict=False)
    ):
        return
    _pass_to_type(lines, marks, signs)
    at = len(marks)
    if at >= len(lines):
        return
    if signs.types.type_of(lines[at]) is None and not _is_subject(lines, marks, signs):
        return
    marks.append("title")
    taken = int(not signs.types.is_type_alone(lines[at]))
    while len(marks) < len(lines) and _continues(lines, len(marks), taken, signs):
        taken += is_legible(lines[len(marks)].bare)
        marks.append("title")


def _pass_to_type(lines: Sequence[Line], marks: list[str], signs: Signs) -> None:
    """Pass stamps and marks that stand between the letterhead and the title."""
    at = len(marks)
    for i in range(at, min(at + _SEARCH_LINES, len(lines))):
        line = lines[i]
        if signs.types.type_of(line) and (line.is_capitals or i == at):
            marks += ["letterhead"] * (i - at)
            return
        if signs.kinds.is_kind(line, "addressees") and "title" in marks:
            marks += ["letterhead"] * (i - at)
            return
        if signs.kinds.is_kind(line, "addressees", "basis"):
            break
    if at < len(lines) and signs.is_rule(lines[at]):
        marks.append("letterhead")


def _is_subject(lines: Sequence[Line], marks: Sequence[str], signs: Signs) -> bool:
    """See the V/v of a letter: what stands between letterhead and Kính gửi."""
    line = lines[len(marks)]
    if "title" in marks:
        return False
    if signs.kinds.is_kind(line, "subject"):
        return True
    if line.is_finished or signs.kinds.is_kind(line, "addressees", "basis"):
        return False
    following = lines[len(marks) + 1 : len(marks) + _SUBJECT_LINES]
    return any(signs.kinds.is_kind(x, "addressees") for x in following)


def _continues(lines: Sequence[Line], at: int, taken: int, signs: Signs) -> bool:
    line = lines[at]
    if taken >= _TITLE_LINES or _ends(lines, at, signs):
        return False
    if taken == 0:
        return len(line.bare) < _TITLE_LENGTH and not signs.is_head_line(lines, at)
    if signs.is_authority_line(lines, at):
        return False
    if not is_legible(line.bare):
        return not line.gap
    if line.gap:
        return _goes_on(lines, at, signs) or _is_last(lines, at, signs)
    return not _starts_basis(lines, at, signs)


def _starts_basis(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    """See "Thực hiện …" of the căn cứ; right below a type it may be the title."""
    line, before = lines[at], lines[at - 1]
    if line.is_capitals or not line.bare[0].isupper() or signs.is_in_mid_air(before):
        return False
    if not signs.kinds.is_kind(line, "basis"):
        return False
    return not signs.is_type(before) or _is_sentence(lines, at)


def _ends(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    line, before = lines[at], lines[at - 1]
    if line.page or signs.opens_body(line):
        return True
    if signs.kinds.is_kind(line, "addressees"):
        return True
    goes_on = line.bare[0].islower() or before.bare.endswith(_OPEN_ENDS)
    ended = before.is_finished and (line.gap or not goes_on)
    return ended and signs.types.type_of(before) is None


def _goes_on(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    """Say whether a title goes on after a blank line: it stopped in mid-air.

    Or the line begins as no heading and no sentence does: "TRÊN ĐỊA BÀN TỈNH".
    """
    line, before = lines[at], lines[at - 1]
    if len(line.bare) >= _SPLIT_LENGTH or line.is_capitals != before.is_capitals:
        return False
    if line.bare[0].islower():
        return True
    joined = signs.is_in_mid_air(before) or signs.kinds.is_kind(line, "title_rest")
    return joined and not _is_sentence(lines, at)


def _is_sentence(lines: Sequence[Line], at: int) -> bool:
    """Say whether the paragraph from ``at`` ends with a mark, as no title does."""
    paragraph = [lines[at], *takewhile(lambda line: not line.gap, lines[at + 1 :])]
    return paragraph[-1].is_finished or paragraph[-1].bare.endswith(",")


def _is_last(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    """See a short line right above Kính gửi: nothing but the title stands there."""
    if len(lines[at].bare) > ANCHOR_LENGTH or lines[at].is_finished:
        return False
    after = lines[at + 1 : at + 2]
    return any(signs.kinds.is_kind(x, "addressees") and x.gap for x in after)
