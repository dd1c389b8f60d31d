"""A cut-out around handwriting as the net wants it: one size, ink 1 on paper 0."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    Shades = NDArray[np.float32]

STRIP_HEIGHT = 40
STRIP_WIDTH = 144
_PAPER, _INK = 90, 1.0
"""Percentiles of the greys that count as paper and as full ink."""
_LEAST_CONTRAST = 40.0


def as_strip(cut: "Picture") -> "Shades":
    """Return the grey cut-out scaled to the strip's height, padded with paper.

    One wider than the strip is squeezed. Faint ink is made full; a cut-out without
    contrast stays almost empty.
    """
    import cv2
    import numpy as np

    height, width = cut.shape
    wide = min(STRIP_WIDTH, max(1, round(width * STRIP_HEIGHT / height)))
    small = cv2.resize(cut, (wide, STRIP_HEIGHT), interpolation=cv2.INTER_AREA)
    paper, ink = np.percentile(cut, (_PAPER, _INK))
    contrast = max(_LEAST_CONTRAST, float(paper) - float(ink))
    shades = np.clip((float(paper) - small.astype(np.float32)) / contrast, 0, 1)
    strip = np.zeros((STRIP_HEIGHT, STRIP_WIDTH), np.float32)
    strip[:, :wide] = shades
    return cast("Shades", strip)
