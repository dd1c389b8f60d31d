"""The end of a document: recipients and signature."""

from dataclasses import dataclass

from danchieu.rendering.blocks import Block, join_lines, plain
from danchieu.rendering.landmarks import (
    ANNEX,
    BULLET,
    NUMBERED,
    RECIPIENTS,
    is_capitals,
    is_name,
)
from danchieu.rendering.sheet import Signature

_POST_LINE = 90
_BLOCKS_OF_SIGNATURE = 3
_BLOCKS_AFTER = 2

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """Recipients and signature, and the blocks before and after them."""

    before: Blocks
    recipients: tuple[str, ...] = ()
    signature: Signature | None = None
    after: Blocks = ()


def find_foot(blocks: Blocks) -> Foot:
    """Part the foot from the text; without any foot all blocks are ``before``.

    A signature without recipients counts if a name ends the text.
    """
    for index, block in enumerate(blocks):
        if RECIPIENTS.match(block.first):
            return _foot_at(blocks, index)
    least = max(len(blocks) - _BLOCKS_OF_SIGNATURE - _BLOCKS_AFTER, 0)
    for index in range(len(blocks) - 1, least - 1, -1):
        signature, after = _read_signature(blocks[index:])
        if signature and _is_named(signature) and len(after) <= _BLOCKS_AFTER:
            return Foot(blocks[:index], (), signature, after)
    return Foot(blocks)


def _foot_at(blocks: Blocks, index: int) -> Foot:
    recipients, rest = _read_recipients(blocks[index:])
    signature, after = _read_signature(rest)
    if signature:
        return Foot(blocks[:index], recipients, signature, after)
    for start in range(index - 1, max(index - _BLOCKS_OF_SIGNATURE, 0) - 1, -1):
        above, between = _read_signature(blocks[start:index])
        if above and _is_named(above) and not between:
            return Foot(blocks[:start], recipients, above, rest)
    return Foot(blocks[:index], recipients, None, rest)


def _is_named(signature: Signature) -> bool:
    name = signature.name
    return (
        name is not None and is_name(name) and not ANNEX.match(signature.authority[0])
    )


def _read_recipients(blocks: Blocks) -> tuple[tuple[str, ...], Blocks]:
    """Return the lines of recipients, and the blocks from the signature on."""
    lines = list(blocks[0].lines)
    end = 1
    while end < len(blocks) and BULLET.match(blocks[end].first):
        lines += blocks[end].lines
        end += 1
    signed = (i for i, x in enumerate(lines) if i and _belongs(plain(x), begun=False))
    cut = next(signed, len(lines))
    heading, *items = join_lines(tuple(lines[:cut]), 0)
    rest = (Block(tuple(lines[cut:])),) if cut < len(lines) else ()
    return (plain(heading), *items), (*rest, *blocks[end:])


def _read_signature(blocks: Blocks) -> tuple[Signature | None, Blocks]:
    """Read capitals, remarks and a name; return also the blocks not used for them."""
    groups: list[list[str]] = []
    for number, block in enumerate(blocks):
        groups.append([])
        for at, line in enumerate(plain(x) for x in block.lines):
            if any(groups) and is_name(line):
                return _signature(groups, line), _rest(blocks, number, at + 1)
            if not _belongs(line, begun=any(groups)):
                return _unnamed(groups), _rest(blocks, number, at)
            groups[-1].append(line)
        if block.breaks_page:
            return _unnamed(groups), blocks[number:]
    return _unnamed(groups), ()


def _rest(blocks: Blocks, number: int, at: int) -> Blocks:
    left = blocks[number].lines[at:]
    return (*((Block(left),) if left else ()), *blocks[number + 1 :])


def _belongs(line: str, *, begun: bool) -> bool:
    if len(line) > _POST_LINE or BULLET.match(line):
        return False
    if line.startswith("(") and line.endswith(")"):
        return begun
    return is_capitals(line) and not NUMBERED.match(line) and line[-1] not in ":;"


def _signature(groups: list[list[str]], name: str | None) -> Signature:
    lines = [line for group in groups for line in group]
    authority = tuple(line for line in lines if not line.startswith("("))
    return Signature(authority, tuple(x for x in lines if x.startswith("(")), name)


def _unnamed(groups: list[list[str]]) -> Signature | None:
    """Take a last line in capitals, set apart from the others, for the name."""
    filled = [group for group in groups if group]
    if not filled:
        return None
    if len(filled) > 1 and len(filled[-1]) == 1 and is_capitals(filled[-1][0]):
        return _signature(filled[:-1], filled[-1][0])
    return _signature(filled, None)
