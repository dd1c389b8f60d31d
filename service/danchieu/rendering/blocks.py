"""The text cut at empty lines, and lines joined to paragraphs again."""

import re
import unicodedata
from dataclasses import dataclass, field

from danchieu.rendering.landmarks import is_capitals, is_sentence, starts_paragraph

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
"""Letters that no page can show and no XML may hold."""

_PAPER_LINE = 120
"""A longer line was never printed as one line: the text is not wrapped."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines without an empty line between them; no lines mean a page break."""

    lines: tuple[str, ...] = field(default=())

    @property
    def breaks_page(self) -> bool:
        """Whether this is a page break."""
        return not self.lines

    @property
    def first(self) -> str:
        """The first line without marks of emphasis; "" for a page break."""
        return plain(self.lines[0]) if self.lines else ""


def split_blocks(text: str) -> tuple[Block, ...]:
    """Cut ``text`` at empty lines and form feeds.

    Letters are composed (NFC), control letters dropped. Page breaks at either end and
    doubled ones are left out.
    """
    blocks: list[Block] = []
    clean = _CONTROLS.sub("", unicodedata.normalize("NFC", text))
    for page in clean.split("\f"):
        found = _split_page(page)
        if found and blocks:
            blocks.append(Block())
        blocks.extend(found)
    return tuple(blocks)


def _split_page(page: str) -> list[Block]:
    groups: list[list[str]] = [[]]
    for line in page.splitlines():
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [Block(tuple(g)) for g in groups if g]


def plain(line: str) -> str:
    """Return ``line`` without outer spaces and asterisks of emphasis."""
    return line.strip().strip("*").strip()


def paper_width(blocks: tuple[Block, ...]) -> int:
    """Return how many letters a full line has; 0 when the text is not wrapped."""
    lengths = [len(x) for b in blocks for x in b.lines if not x.startswith("|")]
    longest = max(lengths, default=0)
    return longest if longest <= _PAPER_LINE else 0


def join_lines(lines: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Join the printed lines of a block to its paragraphs.

    ``width`` is the length of a full line (``paper_width``). A code that the line
    end cut ("45/KH-" / "UBND") becomes one word again.
    """
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if paragraphs and _continues(previous, line, width):
            paragraphs[-1] += _glue(previous, line) + line.strip()
        else:
            paragraphs.append(line.strip())
        previous = line
    return tuple(paragraphs)


def _continues(previous: str, line: str, width: int) -> bool:
    start = line.lstrip()
    if line.startswith(("  ", "\t")) or starts_paragraph(plain(line)):
        return False
    if is_capitals(previous) != is_capitals(line):
        return False
    if is_sentence(previous):
        return width > 0 and len(previous) >= 0.85 * width
    cut = previous.endswith(("-", "/")) or start[0].islower()
    return cut or (width > 0 and len(previous) >= 0.7 * width)


def _glue(previous: str, line: str) -> str:
    cut_word = previous[-1] in "-/" and previous[-2:-1].isalnum()
    return "" if cut_word and line.strip()[0].isalnum() else " "
