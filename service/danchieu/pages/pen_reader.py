"""What a reader of handwriting must do."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from danchieu.learned import PenReading
    from danchieu.pages.ocr import Picture


class PenReader(Protocol):
    """Reads what a pen wrote into one gap."""

    def read(
        self, cuts: Sequence["Picture"], allowed: Collection[str] | None = None
    ) -> "PenReading":
        """Return the one string that all the cut-outs of a gap show."""
        ...
