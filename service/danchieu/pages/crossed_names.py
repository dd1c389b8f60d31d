"""Names of signers that ink runs across: read in several views, taken by vote."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import atan, degrees
from typing import TYPE_CHECKING, cast

from danchieu.domain.page import Box
from danchieu.pages.cut_words import read_padded
from danchieu.pages.ocr import Ocr, OcrWord, worst_confidence
from danchieu.pages.plausibility import can_be_vietnamese
from danchieu.pages.printed import around, overlap
from danchieu.pages.signature_zones import (
    LetterLine,
    find_letter_lines,
    find_signature_zones,
)

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SURE = 0.85
"""A name whose every word was read so surely is not read again."""
_LEAST_SURE = 0.6
_WHOLE = 0.9
_VOTES, _AHEAD = 2, 2.0
_SYLLABLES = (2, 5)
_LEFT, _RIGHT, _AROUND = 110, 130, 12
_HEIGHT = (30, 60)
_PADDING = 14
_BLACK, _SPAN, _INK_SHADE, _USUAL_INK = 50.0, 80, 200, 25
_DARK = 140
_LINE_HIGH, _STROKE_WIDE, _THIN = 0.5, 100, 0.25
_SPECK = 12
_BOLD = 4
_MENDED_DARK = (90, 110)
_GAP, _INK, _PAPER = 5, 30, 250
_SCALES = (1.0, 1.5)
_BESIDE, _DENSE = 1.0, 0.3
_LINES = 5_000_000
_CAMEL = re.compile(r"(?<=[^\W\d_])(?=[A-ZĐ])")
_LOST_L = re.compile(r"^[1lI|]\.?(?=[^\W\d_A-Z])")
_STOPS = ("c", "ch", "p", "t")
_SIGNS = " .,:;'\"`´’‘“”„^~°|*-–—_()[]<>«»"


@dataclass(frozen=True, slots=True)
class Inks:
    """A level page by its inks, dark on white; ``red`` is None where there is none."""

    dark: "Picture"
    red: "Picture | None" = None


@dataclass(frozen=True, slots=True)
class _Cut:
    """One line turned level, and where its corner stands on the page."""

    inks: Inks
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class _View:
    """A cut-out of one line, to be read ``scale`` times as large."""

    picture: "Picture"
    scale: float


def read_crossed_names(inks: Inks, words: Sequence[OcrWord], ocr: Ocr) -> list[OcrWord]:
    """Return the words with names below signatures that could not be read before.

    A name is taken only where views agree on it and hardly any sees another one;
    everywhere else the words stay as they are.
    """
    kept = list(words)
    zones = find_signature_zones(inks.dark)
    lines = (found for zone in zones for found in _lines(inks, zone))
    for at, (line, ink) in enumerate(lines, start=1):
        covered = [w for w in kept if overlap(_core(line.box), w.box)]
        if _is_done(line, covered):
            continue
        name = _read_name(_cut(ink, line), ocr)
        if name:
            kept = [w for w in kept if not _is_under(w, line, name)]
            kept += [replace(w, line=w.line + _LINES + at) for w in name]
    return kept


def _lines(inks: Inks, zone: Box) -> Iterator[tuple[LetterLine, Inks]]:
    """Yield the lines of dark letters; where there are none, those stamped in red."""
    dark = find_letter_lines(inks.dark, zone)
    yield from ((line, inks) for line in dark)
    if inks.red is not None and not dark:
        stamped = find_letter_lines(inks.red, zone)
        yield from ((line, Inks(inks.red)) for line in stamped)


def _is_done(line: LetterLine, covered: Sequence[OcrWord]) -> bool:
    """See a line that is read well from end to end, be it a name or not."""
    if not covered or any(w.confidence < _SURE for w in covered):
        return False
    x0, _, x1, _ = around([w.box for w in covered])
    return min(x1, line.box[2]) - max(x0, line.box[0]) > _WHOLE * (
        line.box[2] - line.box[0]
    )


def _core(box: Box) -> Box:
    """Return the middle of the height: lines above and below reach into the rest."""
    third = (box[3] - box[1]) / 3
    return (box[0], box[1] + third, box[2], box[3] - third)


def _is_under(word: OcrWord, line: LetterLine, name: Sequence[OcrWord]) -> bool:
    """Say whether what was read before stands where the name stands."""
    x0 = min(line.box[0], *(w.box[0] for w in name))
    x1 = max(line.box[2], *(w.box[2] for w in name))
    return overlap(_core((x0, line.box[1], x1, line.box[3])), word.box)


def _read_name(cut: _Cut, ocr: Ocr) -> list[OcrWord]:
    """Return the words of the name that most views show; none without agreement.

    Views that lost a word count neither for nor against the whole name.
    """
    readings = [_read_view(view, cut, ocr) for view in _views(cut.inks)]
    longest = sorted(len(read) for read in readings)[-_VOTES]
    names = [r for r in readings if len(r) == longest and _is_name(r)]
    votes = Counter(_text(name) for name in names).most_common(2)
    if not votes or votes[0][1] < _VOTES:
        return []
    if len(votes) > 1 and votes[0][1] < _AHEAD * votes[1][1]:
        return []
    best = max((n for n in names if _text(n) == votes[0][0]), key=worst_confidence)
    if worst_confidence(best) < _LEAST_SURE or _has_more(cut, best):
        return []
    share = votes[0][1] / len(names)
    return [replace(w, confidence=round(w.confidence * share, 3)) for w in best]


def _cut(inks: Inks, line: LetterLine) -> _Cut:
    """Return the line with room for letters that touch other ink."""
    import cv2

    x0, y0, x1, y1 = line.box
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    fall = abs(line.slope) * (x1 - x0)
    half = min(max(_HEIGHT[0], y1 - y0 - fall), _HEIGHT[1]) / 2 + _AROUND
    left, top = max(0, int(x0 - _LEFT)), max(0, int(middle[1] - half))
    size = (int(x1 + _RIGHT) - left, int(middle[1] + half) - top)
    way = cv2.getRotationMatrix2D(middle, degrees(atan(line.slope)), 1)
    way[:, 2] -= (left, top)

    def turned(picture: "Picture") -> "Picture":
        return cast("Picture", cv2.warpAffine(picture, way, size, borderValue=(255,)))

    red = None if inks.red is None else turned(inks.red)
    return _Cut(Inks(turned(inks.dark), red), left, top)


def _views(inks: Inks) -> Iterator[_View]:
    """Yield the line as it is, its black alone, and without strokes that are no print.

    Rubber stamps print bolder than a pen: one view keeps only broad strokes. Another
    fills the letters where a red seal runs through them.
    """
    black = _blackened(inks.dark)
    pictures = [black, _without_strokes(black), _bold_only(black)]
    if inks.red is not None and inks.red.min() < _PAPER:
        mended = [_mended(inks.dark, inks.red, shade) for shade in _MENDED_DARK]
        pictures += [_without_strokes(picture) for picture in mended]
    yield _View(inks.dark, 1.0)
    yield from (_View(picture, scale) for picture in pictures for scale in _SCALES)


def _blackened(dark: "Picture") -> "Picture":
    """Return what is nearly as dark as the darkest ink; all lighter ink is gone."""
    import cv2
    import numpy as np

    ink = dark[dark < _INK_SHADE]
    if ink.size == 0:
        return dark
    black = max(_BLACK, float(np.percentile(ink, _USUAL_INK)))
    shades = np.clip((np.arange(256) - black) * 255 / _SPAN, 0, 255)
    return cast("Picture", cv2.LUT(dark, shades.astype(np.uint8)))


def _mended(dark: "Picture", red: "Picture", shade: int) -> "Picture":
    """Return the dark ink, black also where red lies between dark and dark."""
    import cv2
    import numpy as np

    ink = (dark < shade).astype(np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((_GAP, _GAP), np.uint8))
    stamped = red < _PAPER
    bare = np.where(stamped & (closed == 0), 255, dark)
    return cast(
        "Picture", np.where(stamped & (closed > 0), _INK, bare).astype(np.uint8)
    )


def _without_strokes(black: "Picture") -> "Picture":
    """Drop specks, and shapes that reach in from outside or run on like a pen line."""
    import cv2

    ink = cv2.threshold(black, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    _, labels, shapes, _ = cv2.connectedComponentsWithStats(ink)
    height = black.shape[0]
    bare = black.copy()
    for label, (_, y, wide, high, area) in enumerate(shapes):
        if label == 0:
            continue
        enters = (y == 0 or y + high == height) and high < _LINE_HIGH * height
        runs = wide > _STROKE_WIDE and area < _THIN * wide * high
        if enters or runs or area < _SPECK:
            bare[labels == label] = 255
    return bare


def _bold_only(black: "Picture") -> "Picture":
    import cv2
    import numpy as np

    ink = cv2.threshold(black, _DARK, 255, cv2.THRESH_BINARY_INV)[1]
    brush = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_BOLD, _BOLD))
    broad = cv2.morphologyEx(ink, cv2.MORPH_OPEN, brush)
    around = cv2.dilate(broad, np.ones((3, 3), np.uint8), iterations=2)
    bold = cast("Picture", np.where(around > 0, black, 255).astype(np.uint8))
    return _without_strokes(bold)


def _read_view(view: _View, cut: _Cut, ocr: Ocr) -> list[OcrWord]:
    """Return what could be syllables of the line, from the left."""
    read = read_padded(
        view.picture,
        (cut.left, cut.top),
        ocr,
        padding=round(_PADDING * view.scale),
        scale=view.scale,
    )
    syllables = [s for word in read for s in _syllables(word)]
    return sorted(syllables, key=lambda word: word.box[0])


def _syllables(word: OcrWord) -> Iterator[OcrWord]:
    """Yield the parts of a word that spaces should part; dirt gives none."""
    parts = _CAMEL.split(word.text)
    x0, y0, x1, y1 = word.box
    at = 0
    for part in parts:
        begin, end = (x0 + (x1 - x0) * i / len(word.text) for i in (at, at + len(part)))
        at += len(part)
        text = _LOST_L.sub("L", part.strip(_SIGNS))
        if sum(letter.isalnum() for letter in text) > 1 or text in ("Y", "A"):
            yield replace(word, text=text, box=(begin, y0, end, y1))


def _is_name(read: Sequence[OcrWord]) -> bool:
    if not _SYLLABLES[0] <= len(read) <= _SYLLABLES[1]:
        return False
    return all(_is_syllable(word.text) for word in read)


def _is_syllable(text: str) -> bool:
    """See a syllable of a name; one that ends in a stop and has no mark lost it."""
    if not text.istitle() or not can_be_vietnamese(text):
        return False
    return not (text.isascii() and text.endswith(_STOPS))


def _text(read: Sequence[OcrWord]) -> str:
    return " ".join(word.text for word in read)


def _has_more(cut: _Cut, name: Sequence[OcrWord]) -> bool:
    """Say whether so much ink stands left of the name that a word may be lost there."""
    x0, y0, _, y1 = name[0].box
    right = int(x0) - cut.left - 1
    left = max(0, int(right - _BESIDE * (y1 - y0)))
    top, bottom = max(0, int(y0) - cut.top), int(y1) - cut.top
    beside = cut.inks.dark[top:bottom, left:right]
    return beside.size > 0 and bool((beside < _DARK).mean() > _DENSE)
