"""A row of words with some places written anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from danchieu.pages.ocr import OcrWord
from danchieu.pages.pen_gaps import PenGap, Row

_DOUBTED = 0.5


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a gap: ``word`` stands in it, or None: what stands is doubted."""

    gap: PenGap
    word: OcrWord | None


def rewrite(row: Row, changes: Sequence[Change]) -> Iterator[OcrWord]:
    """Yield the words of the row with the changes, those of one gap cut at its ends."""
    read = sorted((c.gap for c in changes if c.word), key=lambda gap: gap.start)
    doubted = [c.gap for c in changes if c.word is None]
    yield from (c.word for c in changes if c.word)
    for word, start in zip(row.words, row.starts, strict=True):
        end = start + len(word.text)
        unsure = any(gap.start < end and start < gap.end for gap in doubted)
        for piece in _pieces(word, start, read):
            yield _doubtful(piece) if unsure else piece


def _doubtful(word: OcrWord) -> OcrWord:
    return replace(word, confidence=min(word.confidence, _DOUBTED))


def _pieces(word: OcrWord, start: int, gaps: Sequence[PenGap]) -> Iterator[OcrWord]:
    """Yield what is left of a word when the gaps are cut out of it."""
    x0, y0, x1, y1 = word.box
    at, left, length = 0, x0, len(word.text)
    for gap in gaps:
        begin, end = gap.start - start, gap.end - start
        if end < 0 or begin > length:
            continue
        if at < begin:
            box = (left, y0, min(x1, max(left, gap.box[0])), y1)
            yield replace(word, text=word.text[at:begin], box=box)
        if begin < length:
            at, left = max(at, end), max(left, gap.box[2])
        elif begin == length:
            at = length
    if at < length:
        yield replace(word, text=word.text[at:], box=(min(left, x1), y0, x1, y1))
