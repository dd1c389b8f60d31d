"""What a reader of pictures must do: the interface and its values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from danchieu.domain.page import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture: TypeAlias = NDArray[np.uint8]


OCR_DPI = 200
"""Finer pictures cost more and read no better."""
_LINE = (-0.97, 0.34)
"""From above the capitals to below the line, from the baseline, in row heights."""


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

    @property
    def height(self) -> float:
        """How high its ink is, in pixels."""
        return self.box[3] - self.box[1]

    @property
    def line_edges(self) -> tuple[float, float]:
        """Top and bottom of the whole line at this word, whatever its letters are."""
        top, bottom = (self.baseline + share * self.size for share in _LINE)
        return top, bottom


def worst_confidence(words: Iterable[OcrWord]) -> float:
    """Return how surely the worst-read word was read; 0 without words."""
    return min((word.confidence for word in words), default=0.0)


class Ocr(Protocol):
    """Reads clean, level, upright grey pictures; one picture at a time."""

    def read(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a whole page, in no promised order."""
        ...

    def read_block(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a cut-out that holds one block of lines, or one line."""
        ...
