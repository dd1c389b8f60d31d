"""What a reader of pictures must do: the interface and its values."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from danchieu.domain.page import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture: TypeAlias = NDArray[np.uint8]


OCR_DPI = 200
"""Finer pictures cost more and read no better."""


@dataclass(frozen=True, slots=True)
class OcrWord:
    """A word with its box in pixels; ``line`` numbers the lines of the picture.

    ``baseline`` is the height of the line's baseline at this word, ``size`` the
    height of the line's type in pixels. ``confidence`` is 0 to 1.
    """

    text: str
    box: Box
    baseline: float
    size: float
    confidence: float
    line: int


class Ocr(Protocol):
    """Reads clean, level, upright grey pictures; one picture at a time."""

    def read(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a whole page, in no promised order."""
        ...

    def read_block(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a cut-out that holds one block of lines, or one line."""
        ...
