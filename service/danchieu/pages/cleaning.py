"""A page picture made fit for reading: seal dropped, background white, specks gone."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_COLOUR_AXES = 3
_COARSE = 8
_PAPER_KERNEL = 9
_WHITE = 235
_EVEN = 6.0
_INK_PERCENTILE = 0.5
_FAINT = (70, 190)
"""Darkest half percent: darker is print as it should be, brighter is no print."""
_REDDER, _LEAST_RED = 60, 400
_INK = 128
_SPECK = 5
"""Pixels; the dot of an i in small print has seven."""
_FEW_SPECKS, _SHOWER = 0.000_2, 0.000_7
"""Shares of the page that are specks."""
_RAGGED_STEP, _RAGGED = 90, 0.004
"""A share of the page that smoothing changes much: print with ragged edges."""
_BAND_PART = 8
_AT_LETTERS, _MOSTLY = 5, 0.5
_DARKEST, _PALE = 25, 100
"""Dirt is black; what is left of thin strokes of blurred print is as grey as this."""


def clean(picture: "Picture") -> "Picture":
    """Return a grey picture with dark letters on white.

    Of colour pictures only the red channel is kept: a red seal is white in it, while
    black print and blue ink stay dark.
    """
    grey = picture[:, :, 0].copy() if picture.ndim == _COLOUR_AXES else picture
    return _without_specks(_stretched(_flattened(grey)))


def red_ink(picture: "Picture") -> "Picture | None":
    """Return what is stamped in red, dark on white; None where nothing is."""
    import cv2
    import numpy as np

    if picture.ndim != _COLOUR_AXES:
        return None
    red = picture[:, :, 0].astype(np.int16)
    other = np.minimum(picture[:, :, 1], picture[:, :, 2]).astype(np.int16)
    stamped = red - other > _REDDER
    if np.count_nonzero(stamped) < _LEAST_RED:
        return None
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    return cast("Picture", np.where(stamped, grey, 255).astype(np.uint8))


def _flattened(grey: "Picture") -> "Picture":
    """Divide by the paper's own brightness where it is not white everywhere."""
    import cv2
    import numpy as np

    height, width = grey.shape
    small_size = (max(1, width // _COARSE), max(1, height // _COARSE))
    small = cv2.resize(grey, small_size, interpolation=cv2.INTER_AREA)
    kernel = np.ones((_PAPER_KERNEL, _PAPER_KERNEL), np.uint8)
    paper = cv2.blur(cv2.dilate(small, kernel), (_PAPER_KERNEL, _PAPER_KERNEL))
    if paper.min() > _WHITE and paper.std() < _EVEN:
        return grey
    background = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    flat = cv2.divide(grey, np.maximum(background, 1), scale=255)
    return cast("Picture", flat)


def _stretched(grey: "Picture") -> "Picture":
    """Make faint print black; a page with almost nothing on it stays as it is."""
    import cv2
    import numpy as np

    ink = float(np.percentile(grey[::4, ::4], _INK_PERCENTILE))
    if not _FAINT[0] < ink < _FAINT[1]:
        return grey
    scale = 255 / (255 - ink)
    shades = np.clip((np.arange(256) - ink) * scale, 0, 255).astype(np.uint8)
    return cast("Picture", cv2.LUT(grey, shades))


def _without_specks(grey: "Picture") -> "Picture":
    """Take away dirt: a few specks one by one, a shower of them by smoothing.

    Smoothing blurs the tone marks, so a page with few specks is spared it. Specks that
    lie at letters are parts of broken print and stay, and so do pale ones.
    """
    import cv2
    import numpy as np

    smooth = cast("Picture", cv2.medianBlur(grey, 3))
    changed = cv2.threshold(
        cv2.absdiff(grey, smooth), _RAGGED_STEP, 255, cv2.THRESH_BINARY
    )[1]
    if cv2.countNonZero(changed) > _RAGGED * grey.size:
        return smooth
    thresholded = cv2.threshold(grey, _INK, 255, cv2.THRESH_BINARY_INV)[1]
    ink, height = cast("Picture", thresholded), grey.shape[0]
    band = ink[height // 2 : height // 2 + max(1, height // _BAND_PART)]
    if np.count_nonzero(_specks(band)[0]) < _FEW_SPECKS * band.size:
        return grey
    specks, print_ = _specks(ink)
    reach = np.ones((_AT_LETTERS, _AT_LETTERS), np.uint8)
    lone = cv2.subtract(specks, cv2.dilate(print_, reach))
    if np.count_nonzero(lone) <= _MOSTLY * np.count_nonzero(specks):
        return grey
    if np.percentile(grey[lone > 0], _DARKEST) > _PALE:
        return grey
    if np.count_nonzero(specks) > _SHOWER * grey.size:
        return smooth
    rims = cv2.dilate(specks, np.ones((3, 3), np.uint8))
    return cast("Picture", cv2.max(grey, cv2.subtract(rims, print_)))


def _specks(ink: "Picture") -> tuple["Picture", "Picture"]:
    """Part the ink into shapes too small for any dot of print, and the others."""
    import cv2
    import numpy as np

    _, shapes, sizes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    small = np.where(sizes[:, cv2.CC_STAT_AREA] <= _SPECK, 255, 0).astype(np.uint8)
    specks = cast("Picture", small[shapes])
    return specks, cast("Picture", cv2.subtract(ink, specks))
