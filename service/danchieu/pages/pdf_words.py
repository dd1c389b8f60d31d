"""The words of a PDF page, from pdfium's characters."""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.printed import PrintedWord, around

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_NEW_WORD_GAP = 0.22
_BACK = 0.6
_OFF_LINE = 0.12
_MARK_SIZE = 0.78
_MARK_RAISE = 0.15
_MARK_GAP = 0.35
_SMALLEST = 1.0
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_HYPHENS = "\ufffe\x02"
"""What pdfium gives, by its version, for a hyphen that ends a line."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """Leads from PDF user space to points from the top left of the upright page."""

    box: Box
    turn: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the upright page."""
        x0, y0, x1, y1 = self.box
        wide, high = x1 - x0, y1 - y0
        return (wide, high) if self.turn % 180 == 0 else (high, wide)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return one point of user space on the upright page."""
        x0, y0, x1, y1 = self.box
        if self.turn == 90:  # noqa: PLR2004
            return (y - y0, x - x0)
        if self.turn == 180:  # noqa: PLR2004
            return (x1 - x, y - y0)
        if self.turn == 270:  # noqa: PLR2004
            return (y1 - y, x1 - x)
        return (x - x0, y1 - y)

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return a rectangle of user space on the upright page."""
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return (min(a, c), min(b, d), max(a, c), max(b, d))


@dataclass(frozen=True, slots=True)
class _Character:
    letter: str
    box: Box
    origin: tuple[float, float]
    size: float


@dataclass(slots=True)
class _Collector:
    """Gathers characters into words; ``spaced`` remembers a space before the next."""

    words: list[PrintedWord] = field(default_factory=list)
    word: list[_Character] = field(default_factory=list)
    spaced: bool = True
    started_spaced: bool = True

    def take(self, character: _Character) -> None:
        if self.word and self._parts(character):
            self.end_word()
        if not self.word:
            self.started_spaced = self.spaced
        self.word.append(character)
        self.spaced = False

    def _parts(self, character: _Character) -> bool:
        if unicodedata.combining(character.letter):
            return False
        last = self.word[-1]
        size = max(last.size, character.size)
        if abs(character.origin[1] - last.origin[1]) > _OFF_LINE * size:
            return True
        gap = character.box[0] - last.box[2]
        return gap > _NEW_WORD_GAP * size or gap < -_BACK * size

    def end_word(self) -> None:
        if not self.word:
            return
        text = "".join(c.letter for c in self.word)
        box = around(c.box for c in self.word)
        size = max(c.size for c in self.word)
        baseline = self.word[0].origin[1]
        made = PrintedWord(text, box, baseline, size)
        self.words.append(self._as_mark(made))
        self.word = []

    def _as_mark(self, word: PrintedWord) -> PrintedWord:
        """Return a raised small number as ¹²³, and keep marks and signs close."""
        if not self.words:
            return word
        last = self.words[-1]
        if not -_MARK_GAP < (word.box[0] - last.box[2]) / last.size < _MARK_GAP:
            return word
        if _is_raised(word, last):
            text = word.text.translate(_SUPERSCRIPTS)
            return replace(word, text=text, baseline=last.baseline, glued=True)
        level = abs(last.baseline - word.baseline) < _OFF_LINE * last.size
        return replace(word, glued=level and not self.started_spaced)


def read_words(text_page: "PdfTextPage", frame: PageFrame) -> list[PrintedWord]:
    """Return the words in the order of the file; tone marks stay with their letter.

    Spaces part words, and so do gaps that no space fills.
    """
    collector = _Collector()
    for character in _characters(text_page, frame):
        if character is None:
            collector.end_word()
        elif character.letter == " ":
            collector.end_word()
            collector.spaced = True
        else:
            collector.take(character)
    collector.end_word()
    return _with_leading_marks(collector.words)


def _with_leading_marks(words: list[PrintedWord]) -> list[PrintedWord]:
    """Return the words, a raised number before a footnote's text as ¹²³."""
    marked = list(words)
    for i, (mark, word) in enumerate(pairwise(words)):
        gap = (word.box[0] - mark.box[2]) / word.size
        if -_MARK_GAP < gap < _MARK_GAP and _is_raised(mark, word):
            text = mark.text.translate(_SUPERSCRIPTS)
            marked[i] = replace(mark, text=text, baseline=word.baseline)
    return marked


def _is_raised(mark: PrintedWord, word: PrintedWord) -> bool:
    raised = word.baseline - mark.baseline
    small = mark.text.isdecimal() and mark.size < _MARK_SIZE * word.size
    return small and _MARK_RAISE * word.size < raised < word.size


def _characters(
    text_page: "PdfTextPage", frame: PageFrame
) -> Iterator[_Character | None]:
    """Yield the characters, every space as " ", and None where a line ends."""
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_double(), ctypes.c_double()
    rectangle = pdfium.FS_RECTF()
    for i in range(text_page.count_chars()):
        letter = _letter(pdfium.FPDFText_GetUnicode(text_page, i))
        if letter in _HYPHENS and pdfium.FPDFText_IsHyphen(text_page, i) == 1:
            letter = "-"
        if letter in "\r\n":
            yield None
            continue
        if letter.isspace() or letter < " ":
            letter = " "
        pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
        if not pdfium.FPDFText_GetLooseCharBox(text_page, i, rectangle):
            continue
        yield _Character(
            letter,
            frame.rectangle(
                rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            ),
            frame.point(x.value, y.value),
            _type_size(text_page, i),
        )


def _letter(code: int) -> str:
    surrogates = range(0xD800, 0xE000)
    return "\ufffd" if code in surrogates or not code else chr(code)


def _type_size(text_page: "PdfTextPage", i: int) -> float:
    """Return the size of type as printed: the font's, stretched by its matrix."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    size: float = pdfium.FPDFText_GetFontSize(text_page, i)
    if pdfium.FPDFText_GetMatrix(text_page, i, matrix):
        size *= hypot(matrix.c, matrix.d)
    return max(_SMALLEST, size)
