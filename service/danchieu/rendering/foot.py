"""The end of a document: recipients and signature."""

from dataclasses import dataclass

from danchieu.rendering.blocks import Block, join_lines, plain
from danchieu.rendering.landmarks import (
    BULLET,
    NUMBERED,
    RECIPIENTS,
    is_capitals,
    is_name,
)
from danchieu.rendering.sheet import Signature

_POST_LINE = 90
_NO_SIGNATURE = Signature(())


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients and signature, and the half-open range of blocks they took."""

    recipients: tuple[str, ...]
    signature: Signature | None
    start: int
    end: int


def find_foot(blocks: tuple[Block, ...]) -> Foot | None:
    """Return the foot; a signature without recipients counts if it ends the text."""
    for index, block in enumerate(blocks):
        if RECIPIENTS.match(block.first):
            return _foot_at(blocks, index)
    for index in range(len(blocks) - 1, -1, -1):
        signature, end = _read_signature(blocks, index)
        if signature.name is not None:
            return Foot((), signature, index, end)
    return None


def _foot_at(blocks: tuple[Block, ...], index: int) -> Foot:
    recipients, signed, end = _read_recipients(blocks, index)
    if signed:
        tail = (Block(signed), *blocks[end:])
        signature, taken = _read_signature(tail, 0)
        return Foot(recipients, signature, index, end + max(taken - 1, 0))
    signature, after = _read_signature(blocks, end)
    if signature.authority:
        return Foot(recipients, signature, index, after)
    for start in (index - 1, index - 2):
        before, stop = _read_signature(blocks[:index], max(start, 0))
        if before.name is not None and stop == index:
            return Foot(recipients, before, max(start, 0), end)
    return Foot(recipients, None, index, end)


def _read_recipients(
    blocks: tuple[Block, ...], index: int
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Return the lines of recipients, and what was set under them unparted."""
    lines = list(blocks[index].lines)
    end = index + 1
    while end < len(blocks) and BULLET.match(blocks[end].first):
        lines += blocks[end].lines
        end += 1
    cut = next(
        (i for i, x in enumerate(lines) if i and is_capitals(plain(x))), len(lines)
    )
    recipients = join_lines(tuple(lines[:cut]), 0)
    return (plain(recipients[0]), *recipients[1:]), tuple(lines[cut:]), end


def _read_signature(blocks: tuple[Block, ...], index: int) -> tuple[Signature, int]:
    """Read capitals, remarks and a name from ``index`` on; up to the name."""
    authority: list[str] = []
    remarks: list[str] = []
    last = index
    for at in range(index, len(blocks)):
        for line in (plain(x) for x in blocks[at].lines):
            if authority and is_name(line):
                return Signature(tuple(authority), tuple(remarks), line), at + 1
            if not _belongs(line, bool(authority)):
                return _unnamed(authority, remarks, blocks, last), last
            (remarks if line.startswith("(") else authority).append(line)
        if blocks[at].breaks_page:
            break
        last = at + 1
    return _unnamed(authority, remarks, blocks, last), last


def _belongs(line: str, begun: bool) -> bool:
    if len(line) > _POST_LINE:
        return False
    if line.startswith("(") and line.endswith(")"):
        return begun
    return is_capitals(line) and not NUMBERED.match(line) and line[-1] not in ":;"


def _unnamed(
    authority: list[str], remarks: list[str], blocks: tuple[Block, ...], last: int
) -> Signature:
    """Take a last line in capitals, set apart from the others, for the name."""
    apart = len(authority) > 1 and len(blocks[last - 1].lines) == 1
    if apart and plain(blocks[last - 1].lines[0]) == authority[-1]:
        return Signature(tuple(authority[:-1]), tuple(remarks), authority[-1])
    return Signature(tuple(authority), tuple(remarks)) if authority else _NO_SIGNATURE
