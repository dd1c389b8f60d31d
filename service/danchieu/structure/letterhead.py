"""Where the letterhead ends, and what each of its lines is."""

from collections.abc import Sequence

from danchieu.structure.lines import Line
from danchieu.structure.signs import Signs

_HEAD_LINES = 60
_APART = 14
_LINES_ABOVE, _NAME_LENGTH = 8, 60
_ADDRESS_LINES = 4


def letterhead_end(lines: Sequence[Line], signs: Signs) -> int | None:
    """Return the index after the last line of the letterhead, None without one."""
    last = None
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if signs.is_anchor(line):
            if last is not None and i - last > _APART:
                break
            last = i
        elif last is not None and _ends(lines, i, signs):
            break
        elif last is None and _has_none(lines, i, signs):
            return None
    return None if last is None else last + 1


def _has_none(lines: Sequence[Line], i: int, signs: Signs) -> bool:
    """See a type with no letterhead above and none near below: a date is the foot's.

    The head of a form is none of the annex that begins above it: "Phụ lục II",
    its title, "(Kèm theo Nghị định số …)".
    """
    below = lines[i + 1 : i + _LINES_ABOVE]
    near = next((k for k, x in enumerate(below) if signs.is_anchor(x)), None)
    if signs.kinds.is_kind(lines[i], "annex"):
        return any(signs.kinds.is_kind(x, "enclosed") for x in below[:near])
    return near is None and signs.is_type(lines[i])


def _ends(lines: Sequence[Line], i: int, signs: Signs) -> bool:
    """See a type line or Kính gửi, unless the letterhead goes on after it.

    Kính gửi stands inside it only where a scan's columns were mixed: before the motto.
    """
    following = lines[i + 1 : i + 4]
    if signs.kinds.is_kind(lines[i], "addressees"):
        seen = any(signs.kinds.is_motto(x) for x in lines[:i])
        return seen or not any(signs.kinds.is_motto(x) for x in following)
    return signs.is_type(lines[i]) and not any(signs.is_anchor(x) for x in following)


def mark_letterhead(lines: Sequence[Line], end: int, signs: Signs) -> list[str]:
    """Mark the lines up to ``end``: letterhead, chrome, or title for the V/v lines."""
    first = next(i for i in range(end) if signs.is_anchor(lines[i]))
    start = first
    while start and (
        _belongs_above(lines[start - 1], first - start + 1, signs)
        or _is_address(lines, start - 1, signs)
    ):
        start -= 1
    stamped = _stamped(lines[:end], signs)
    titled = _titled(lines[:end], signs)
    marks = []
    in_subject = False
    for i, line in enumerate(lines[:end]):
        in_subject = _in_subject(line, in_subject, signs)
        if i < start or i in stamped or signs.is_furniture(line):
            marks.append("chrome")
        elif signs.kinds.is_kind(line, "addressees"):
            marks.append("addressees")
        else:
            marks.append("title" if in_subject or i in titled else "letterhead")
    return marks


def _titled(lines: Sequence[Line], signs: Signs) -> range:
    """Return the lines of a type and its title that stand right above the number.

    So contracts have it. Above a motto such a line is part of a body's name.
    """
    mottos = [i for i, line in enumerate(lines) if signs.kinds.is_motto(line)]
    first = mottos[-1] + 1 if mottos else 0
    for i in range(first, len(lines)):
        if signs.is_anchor(lines[i]):
            return range(0)
        if lines[i].gap and signs.is_type(lines[i]):
            break
    else:
        return range(0)
    stop = next((k for k in range(i, len(lines)) if signs.is_anchor(lines[k])), i)
    return range(i, stop)


def _belongs_above(line: Line, distance: int, signs: Signs) -> bool:
    if distance > _LINES_ABOVE or signs.is_furniture(line):
        return False
    return line.is_capitals or len(line.bare) < _NAME_LENGTH


def _is_address(lines: Sequence[Line], at: int, signs: Signs) -> bool:
    """See the address of a company between its name and the number."""
    if not signs.kinds.is_kind(lines[at], "contact"):
        return False
    above = [x for x in lines[max(0, at - _ADDRESS_LINES) : at] if x.is_capitals]
    return any(f"{x.plain} ".startswith(signs.names) for x in above)


def _stamped(lines: Sequence[Line], signs: Signs) -> frozenset[int]:
    """Return the lines of blocks that hold a signature stamp and no anchor."""
    blocks: list[list[int]] = []
    for i, line in enumerate(lines):
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(i)
    return frozenset(
        i
        for block in blocks
        for i in block
        if any(signs.kinds.is_kind(lines[k], "stamp") for k in block)
        and not any(signs.is_anchor(lines[k]) for k in block)
    )


def _in_subject(line: Line, before: bool, signs: Signs) -> bool:
    """Follow the V/v lines of the left column until an anchor or capitals."""
    if signs.kinds.is_kind(line, "subject", "subject_in_words"):
        return True
    return before and not line.is_capitals and not signs.is_anchor(line)
