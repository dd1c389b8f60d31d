"""Stretches of print that came out as rubbish, read again by themselves.

Where two columns stand a little out of step, as at the foot of a document, a page
reader takes two lines for one; cut out, they are clear print.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.cut_words import read_padded
from danchieu.pages.ocr import Ocr, OcrWord
from danchieu.pages.plausibility import can_be_vietnamese
from danchieu.pages.printed import around, overlap
from danchieu.phrases.folding import strip_marks

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_HOPELESS, _LEAST, _DOUBTFUL, _SURE = 0.3, 0.5, 0.6, 0.85
_NEAR = 3.0
"""Type sizes between words of one stretch; columns stand further apart."""
_ASIDE, _ABOVE = 1.0, 0.15
_TWO_LINES = 1.7
"""Of the usual height of words: so high are two lines taken for one."""
_GAIN = (1.25, 1)
"""So much more, and so many letters more, must be read surely than before."""
_KEPT = 0.7
"""Of the letters seen before; fewer were found only where a part was lost."""
_WORD, _ENDS = 3, ".,;:"
_PADDING = 14
_MOST = 8
_LINES = 1_000_000_000
"""Beyond the numbers of all lines read before, those of table cells too."""


def read_garbled(level: "Picture", words: Sequence[OcrWord], ocr: Ocr) -> list[OcrWord]:
    """Return the words with stretches of rubbish read again where that gives print.

    What stands around and was read surely stays; so does rubbish that gives no more
    by itself, as strokes of a signature do.
    """
    known = list(words)
    tried: set[OcrWord] = set()
    for at, stretch in enumerate(_stretches(words), start=1):
        if not tried.isdisjoint(stretch):
            continue
        tried.update(stretch)
        others = [word for word in known if word not in stretch]
        again = _read_alone(level, stretch, others, ocr)
        if _is_better(again, stretch):
            known = [w for w in others if not _is_part(w, again)]
            known += [replace(w, line=w.line + _LINES * at) for w in again]
    return known


def _stretches(words: Sequence[OcrWord]) -> list[list[OcrWord]]:
    """Return the stretches to read again, those with the most letters first."""
    if not words:
        return []
    size = median(word.size for word in words)
    height = median(word.height for word in words)
    found: list[list[OcrWord]] = []
    for run in _runs(words, size):
        hopeless = [word for word in run if word.confidence < _HOPELESS]
        if any(word.height > _TWO_LINES * height for word in hopeless):
            box = around(word.box for word in run)
            found.append([word for word in words if overlap(word.box, box)])
        else:
            found += [_with_neighbours(word, run) for word in hopeless]
    return sorted(found, key=_letters, reverse=True)[:_MOST]


def _with_neighbours(word: OcrWord, run: Sequence[OcrWord]) -> list[OcrWord]:
    """Return the word with the doubtful ones right before and after it."""
    at = run.index(word)
    before = takewhile(_is_doubtful, reversed(run[:at]))
    after = takewhile(_is_doubtful, run[at + 1 :])
    return [*reversed(list(before)), word, *after]


def _is_doubtful(word: OcrWord) -> bool:
    return word.confidence < _DOUBTFUL


def _runs(words: Sequence[OcrWord], size: float) -> Iterator[list[OcrWord]]:
    """Yield the words of each line, parted where columns may part."""
    run: list[OcrWord] = []
    for word in sorted(words, key=lambda w: (w.line, w.box[0])):
        last = run[-1] if run else word
        if last.line != word.line or word.box[0] - last.box[2] > _NEAR * size:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _read_alone(
    level: "Picture", stretch: Sequence[OcrWord], others: Sequence[OcrWord], ocr: Ocr
) -> list[OcrWord]:
    """Return what is read surely where the stretch stands, other words wiped away."""
    size = median(word.size for word in stretch)
    box = _widened(around(word.box for word in stretch), size)
    x0, y0, x1, y1 = (max(0, int(side)) for side in box)
    cut = level[y0:y1, x0:x1].copy()
    if cut.size == 0:
        return []
    near = [word for word in others if overlap(word.box, box)]
    for word in near:
        left, top, right, bottom = (int(side) for side in word.box)
        cut[
            max(0, top - y0) : max(0, bottom - y0),
            max(0, left - x0) : max(0, right - x0),
        ] = 255
    read = read_padded(cut, (x0, y0), ocr, padding=_PADDING)
    return [
        word
        for word in read
        if word.confidence >= _LEAST
        and not any(overlap(word.box, other.box) for other in near)
    ]


def _widened(box: Box, size: float) -> Box:
    aside, above = _ASIDE * size, _ABOVE * size
    return (box[0] - aside, box[1] - above, box[2] + aside, box[3] + above)


def _is_better(again: Sequence[OcrWord], before: Sequence[OcrWord]) -> bool:
    """Say whether clearly more is read surely, and nothing that was is lost.

    The same letters with other tone marks are no better: a word by itself is read
    without the line that tells which mark makes sense.
    """
    told, was = (" ".join(word.text for word in read) for read in (again, before))
    if strip_marks(told).strip(_ENDS) == strip_marks(was).strip(_ENDS):
        return False
    if _letters(again) < _KEPT * _letters(before):
        return False
    whole = [w.text.strip(_ENDS) for w in before if w.confidence >= _SURE]
    if any(len(text) >= _WORD and text not in told for text in whole):
        return False
    times, letters = _GAIN
    return _sure_letters(again) > times * _sure_letters(before) + letters


def _sure_letters(words: Iterable[OcrWord]) -> int:
    """Count the letters of what was read surely and can be a word or a number."""
    return _letters(w for w in words if w.confidence >= _SURE and _can_be(w.text))


def _can_be(text: str) -> bool:
    bare = text.strip(_ENDS)
    return not bare.isalpha() or bare.isupper() or can_be_vietnamese(bare)


def _letters(words: Iterable[OcrWord]) -> int:
    return sum(letter.isalnum() for word in words for letter in word.text)


def _is_part(word: OcrWord, again: Sequence[OcrWord]) -> bool:
    """Say whether a doubtful word is a rest of what was read again."""
    return _is_doubtful(word) and any(overlap(word.box, w.box) for w in again)
