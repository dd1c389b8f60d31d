"""Number and date lines as an OCR reads them, each word where print puts it."""

from danchieu.pages.ocr import OcrWord
from danchieu.pages.pen_type import print_width

SIZE = 40.0
PAGE = (1654, 2339)


def words_of(*parts, baseline=300.0, line=0):
    """Return words from ``(x, text)`` or ``(x, text, width, confidence)`` parts."""
    return [_word(part, baseline, line) for part in parts]


def _word(part, baseline, line):
    x, text, wide, confidence = (*part, None, 0.95)[:4] if len(part) == 2 else part
    right = x + (wide or print_width(text) * SIZE)
    box = (float(x), baseline - 0.7 * SIZE, right, baseline)
    return OcrWord(text, box, baseline, SIZE * 1.05, confidence, line)
