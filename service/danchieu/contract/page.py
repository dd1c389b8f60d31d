"""One page as read: its text and its words with boxes."""

from typing import Literal

from danchieu.contract.parts import Box, Confidence, Shape
from danchieu.domain.page import Page


class WordShape(Shape):
    """``text`` is ``page.text[start:end]``."""

    start: int
    end: int
    text: str
    box: Box
    confidence: Confidence


class PageShape(Shape):
    """A page; plain text has no words and no size."""

    number: int
    text: str
    width: float
    height: float
    origin: Literal["digital", "ocr"]
    words: tuple[WordShape, ...] = ()


def page_shape(page: Page) -> PageShape:
    """Return the page as the service gives it."""
    words = [
        {
            "start": w.start,
            "end": w.end,
            "text": page.text[w.start : w.end],
            "box": w.box,
            "confidence": w.confidence,
        }
        for w in page.words
    ]
    return PageShape.model_validate(
        {
            "number": page.number,
            "text": page.text,
            "width": page.width,
            "height": page.height,
            "origin": page.origin,
            "words": words,
        }
    )
