"""Blocks, lines and table rows to the text of a page, with exact offsets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from danchieu.domain.page import Word
from danchieu.pages.printed import BoxMap, PrintedTable, PrintedWord
from danchieu.pages.rows import form_rows


@dataclass(slots=True)
class PageWriter:
    """Collects a page's text; what is written stays, offsets never move."""

    to_page: BoxMap
    words: list[Word] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    def write_block(self, lines: Sequence[Sequence[PrintedWord]]) -> None:
        """Write lines as one block, parted from what stands before."""
        self._part_blocks()
        for line in lines:
            self._write_words(line)
            self._write("\n")

    def write_table(self, table: PrintedTable) -> None:
        """Write every row of the table as one line ``| cell | cell |``."""
        self._part_blocks()
        for row in table.rows:
            self._write("|")
            for cell in row:
                self._write(" ")
                ordered = [w for line in form_rows(cell.words) for w in line.words]
                self._write_words(ordered)
                self._write(" |" if ordered else "|")
            self._write("\n")

    def _part_blocks(self) -> None:
        if self._length:
            self._write("\n")

    def _write_words(self, words: Sequence[PrintedWord]) -> None:
        for i, word in enumerate(words):
            if i and not word.glued:
                self._write(" ")
            start = self._length
            self._write(word.text)
            box = self.to_page(word.box)
            self.words.append(Word(start, self._length, box, word.confidence))

    def _write(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
