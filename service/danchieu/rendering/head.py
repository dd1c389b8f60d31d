"""The head of a document: letterhead, type, title, addressees."""

from dataclasses import dataclass

from danchieu.rendering.blocks import Block, plain
from danchieu.rendering.landmarks import (
    ADDRESSEES,
    BASIS,
    BULLET,
    MARK,
    MOTTO,
    NUMBER,
    PLACE,
    RECEPTION,
    RULE,
    SUBJECT,
    WRAPPED_NAME,
    is_capitals,
    is_sentence,
    starts_paragraph,
)
from danchieu.rendering.sheet import Letterhead

_HEAD_BLOCKS = 12
_HEAD_LINE = 90
_TITLE_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the body, and how many blocks it took."""

    above: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    type: str | None = None
    title: str | None = None
    addressees: tuple[str, ...] = ()
    blocks: int = 0


def find_head(blocks: tuple[Block, ...]) -> Head:
    """Return the head; without a letterhead only what a centred title shows."""
    used = _letterhead_blocks(blocks)
    above, letterhead = _letterhead(blocks[:used]) if used else ((), None)
    if letterhead is None:
        return Head()
    kind, title, used = _title(blocks, used)
    addressees, used = _addressees(blocks, used)
    return Head(above, letterhead, kind, title, addressees, used)


def _letterhead_blocks(blocks: tuple[Block, ...]) -> int:
    """Count the blocks up to the last one that belongs to the letterhead."""
    used = 0
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.breaks_page or (used and _opens_text(block)):
            break
        if any(_is_landmark(plain(x)) for x in block.lines):
            used = index + 1
    return used


def _opens_text(block: Block) -> bool:
    first = block.first
    return (
        bool(ADDRESSEES.match(first) or BASIS.match(first)) or len(first) > _HEAD_LINE
    )


def _is_landmark(line: str) -> bool:
    if len(line) > _HEAD_LINE:
        return False
    return any(mark.match(line) for mark in (MARK, MOTTO, NUMBER, PLACE, SUBJECT))


def _letterhead(blocks: tuple[Block, ...]) -> tuple[tuple[str, ...], Letterhead]:
    found: dict[str, list[str]] = {
        k: []
        for k in ("above", "names", "number", "subject", "marks", "motto", "place")
    }
    for block in blocks:
        if any(RECEPTION.match(plain(x)) for x in block.lines):
            found["above"] += [plain(x) for x in block.lines]
            continue
        kind = ""
        for line in (plain(x) or x.strip() for x in block.lines):
            if RULE.match(line):
                continue
            kind = _line_kind(line, kind)
            found[kind].append(line)
    parent, issuer = _split_names(found["names"])
    letterhead = Letterhead(
        parent=parent,
        issuer=issuer,
        number=" ".join(found["number"]) or None,
        subject=tuple(found["subject"]),
        marks=tuple(found["marks"]),
        motto=tuple(found["motto"]),
        place=" ".join(found["place"]) or None,
    )
    return tuple(found["above"]), letterhead


def _line_kind(line: str, previous: str) -> str:
    for kind, mark in (
        ("marks", MARK),
        ("motto", MOTTO),
        ("place", PLACE),
        ("subject", SUBJECT),
        ("number", NUMBER),
    ):
        if mark.match(line):
            return kind
    if is_capitals(line) or line == "*":
        return "names"
    if previous in {"number", "subject"}:
        return "subject"
    return "names" if previous == "names" else "above"


def _split_names(names: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the superior body from the issuer, whose name may run over lines."""
    start = len(names) - 1
    while start > 0 and WRAPPED_NAME.match(names[start]):
        start -= 1
    start = max(start, 0)
    return tuple(names[:start]), tuple(names[start:])


def _title(blocks: tuple[Block, ...], used: int) -> tuple[str | None, str | None, int]:
    """Read the type line and the title, which may stand in one block."""
    if used >= len(blocks) or not is_capitals(blocks[used].first):
        return None, None, used
    kind, *rest = (plain(x) for x in blocks[used].lines)
    rest = [x for x in rest if not RULE.match(x)]
    used += 1
    if not rest and used < len(blocks) and _is_title(blocks[used]):
        rest = [plain(x) for x in blocks[used].lines if not RULE.match(x)]
        used += 1
    return kind, " ".join(rest) or None, used


def _is_title(block: Block) -> bool:
    if block.breaks_page or starts_paragraph(block.first):
        return False
    text = " ".join(block.lines)
    return not is_sentence(text) and len(text) <= _TITLE_LENGTH


def _addressees(blocks: tuple[Block, ...], used: int) -> tuple[tuple[str, ...], int]:
    if used >= len(blocks) or not ADDRESSEES.match(blocks[used].first):
        return (), used
    lines = [x.strip() for x in blocks[used].lines]
    used += 1
    while used < len(blocks) and len(lines) == 1 and lines[0].endswith(":"):
        if not BULLET.match(blocks[used].first):
            break
        lines += [x.strip() for x in blocks[used].lines]
        used += 1
    return tuple(lines), used
