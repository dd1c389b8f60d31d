"""A reader of pictures that sees in each view what the test says."""

from dataclasses import replace

from danchieu.pages.ocr import OCR_DPI


class Views:
    """Gives the next of ``readings``, placed as at ``OCR_DPI``, for each block."""

    def __init__(self, readings):
        self.readings = iter(readings)
        self.asked = 0

    def read(self, picture, dpi):
        raise AssertionError

    def read_block(self, picture, dpi):
        self.asked += 1
        return tuple(_larger(word, dpi / OCR_DPI) for word in next(self.readings))


def _larger(word, scale):
    return replace(
        word,
        box=tuple(side * scale for side in word.box),
        baseline=word.baseline * scale,
        size=word.size * scale,
    )
