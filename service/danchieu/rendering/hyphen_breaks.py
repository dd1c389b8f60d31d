"""Line breaks after hyphens, as word processors make them and reportlab does not.

Codes like "45/KH-UBND" are cut by the end of the line on real pages; documents made
here must show that too.
"""

import re
from collections.abc import Callable

from danchieu.rendering.pdf_styles import Style

_PIECE = re.compile(r"[^-–]{1,200}[-–]?|[-–]")


def break_at_hyphens(text: str, style: Style, width: float) -> str:
    """Return ``text`` with a space after every hyphen that will end a line.

    The space vanishes in the line break. A text in which the lines would fall
    otherwise than foreseen, or with markup in it, is returned unchanged.
    """
    if "-" not in text or "<" in text or "&" in text:
        return text
    words, cuts = _fill_lines(text, style, width)
    if not cuts:
        return text
    broken = " ".join(words)
    return broken if _ends_lines(broken, cuts, style, width) else text


def _fill_lines(text: str, style: Style, width: float) -> tuple[list[str], list[str]]:
    """Fill lines greedily; return all words, cut ones as two, and the cut heads."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    def length(letters: str) -> float:
        return float(stringWidth(letters, style.fontName, style.fontSize))

    words: list[str] = []
    cuts: list[str] = []
    room = width - style.firstLineIndent
    for word in filter(None, text.split(" ")):
        needed = length(word)
        if needed > room:
            head = _head_that_fits(word, room, length)
            if head:
                cuts.append(head)
                words.append(head)
            word = word[len(head) :]  # noqa: PLW2901 - the rest opens the next line
            room, needed = width, length(word)
        words.append(word)
        room -= needed + length(" ")
    return words, cuts


def _head_that_fits(word: str, room: float, length: Callable[[str], float]) -> str:
    """Return the longest part of ``word`` up to a hyphen that fits; "" if none does."""
    best, head = "", ""
    for piece in _PIECE.findall(word):
        head += piece
        inside = head[-1] in "-–" and len(head) > 1 and len(head) < len(word)
        if inside and length(head) <= room:
            best = head
    return best


def _ends_lines(text: str, cuts: list[str], style: Style, width: float) -> bool:
    """Say whether reportlab ends a line after each of ``cuts`` and nowhere else."""
    from reportlab.platypus import Paragraph

    paragraph = Paragraph(text, style)
    paragraph.wrap(width, 1e6)
    if paragraph.blPara.kind != 0:
        return False
    last_words = [line[1][-1] for line in paragraph.blPara.lines if line[1]]
    return [w for w in last_words if w in cuts] == cuts
