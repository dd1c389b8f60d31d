"""Documents without pages of paper: paragraphs and tables in the order they flow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LAYOUT_ROWS = 4
_LAYOUT_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``centred`` paragraphs in a row make one block."""

    lines: tuple[str, ...]
    centred: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to read in it."""
        return not any(line.strip() for line in self.lines)


@dataclass(frozen=True, slots=True)
class FlowCell:
    """A cell; ``column`` counts from 0 in the grid, ``width`` columns wide."""

    parts: tuple["Part", ...]
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class FlowTable:
    """A table; ``ruled`` when a reader sees its borders."""

    rows: tuple[tuple[FlowCell, ...], ...]
    ruled: bool


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows stands on a new page."""


Part = Paragraph | FlowTable | PageBreak


@dataclass(slots=True)
class _Writer:
    pages: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    def write(self, lines: Sequence[str]) -> None:
        kept = [line.rstrip() for line in lines if line.strip()]
        if kept:
            self.blocks.append("".join(line + "\n" for line in kept))

    def end_page(self) -> None:
        self.pages.append("\n".join(self.blocks))
        self.blocks = []


def write_flow(parts: Sequence[Part]) -> list[str]:
    """Return the text of each page: data tables row by row, layout tables by column.

    A letterhead or signature block is a table without borders; its left column comes
    first as a block of its own.
    """
    writer = _Writer()
    for block in _blocks(parts):
        if block is None:
            if writer.blocks:
                writer.end_page()
        else:
            writer.write(block)
    if writer.blocks or not writer.pages:
        writer.end_page()
    return writer.pages


def _blocks(parts: Sequence[Part]) -> Iterator[list[str] | None]:
    """Yield the lines of each block, None for a page break."""
    centred: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph) and part.centred and not part.is_empty:
            centred += part.lines
            continue
        if centred:
            yield centred
            centred = []
        if isinstance(part, PageBreak):
            yield None
        elif isinstance(part, Paragraph):
            yield list(part.lines)
        elif _is_layout(part):
            yield from _columns(part)
        else:
            yield [_row(row) for row in part.rows]
    if centred:
        yield centred


def _is_layout(table: FlowTable) -> bool:
    columns = max((len(row) for row in table.rows), default=0)
    nested = any(
        isinstance(part, FlowTable)
        for row in table.rows
        for cell in row
        for part in cell.parts
    )
    if nested or len(table.rows) == 1 or columns == 1:
        return True
    small = len(table.rows) <= _LAYOUT_ROWS and columns <= _LAYOUT_COLUMNS
    return small and not table.ruled


def _columns(table: FlowTable) -> Iterator[list[str] | None]:
    """Yield the columns one after the other; a row of one cell ends them."""
    pending: dict[int, list[Part]] = {}
    for row in table.rows:
        if len(row) == 1:
            yield from _flush(pending)
            pending = {}
        for cell in row:
            pending.setdefault(cell.column, []).extend(cell.parts)
    yield from _flush(pending)


def _flush(pending: dict[int, list[Part]]) -> Iterator[list[str] | None]:
    for _, parts in sorted(pending.items()):
        yield from _cell_blocks(parts)


def _cell_blocks(parts: Sequence[Part]) -> Iterator[list[str] | None]:
    """Yield one block for paragraphs in a row; an empty paragraph parts blocks."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Paragraph) and not part.is_empty:
            lines += part.lines
            continue
        if lines:
            yield lines
            lines = []
        if isinstance(part, FlowTable):
            yield from _blocks([part])
    if lines:
        yield lines


def _row(row: Sequence[FlowCell]) -> str:
    cells = []
    for cell in row:
        lines = [
            line.strip()
            for block in _cell_blocks(cell.parts)
            for line in block or ()
            if line.strip()
        ]
        cells += [" ".join(" ".join(lines).split()), *[""] * (cell.width - 1)]
    return "| " + " | ".join(cells) + " |"
