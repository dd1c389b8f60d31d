"""What light, glass and sensor do to the picture of a page.

Every function takes a page of height x width x 3 and gives a new one; but for
``lay_open``, which joins two, of the same size.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

_PAPER = (255, 255, 255)
_DESK = (52, 50, 48)
_NEEDLES, _STEPS = 72.0, 90.0
"""Needles an inch down the page, and strokes an inch across it."""
_FOLD_REACH = 0.02
_HOLE_MM, _HOLE_INSET_MM = 6.0, 11.0


def punch_holes(page: Picture, dpi: int, count: int) -> Picture:
    """Punch ``count`` holes along the left edge; the dark scanner lid shows."""
    punched = page.copy()
    radius, x = round(_HOLE_MM / 50.8 * dpi), round(_HOLE_INSET_MM / 25.4 * dpi)
    for number in range(count):
        y = round(page.shape[0] * (number + 1) / (count + 1))
        cv2.circle(punched, (x, y), radius, _DESK, -1, cv2.LINE_AA)
    return punched


def fade_ink(page: Picture, strength: float, chance: np.random.Generator) -> Picture:
    """Bleach the print, in some places more than in others."""
    patches = _smooth_field(page.shape[0], page.shape[1], 9, chance)
    return _thinned(page, (1 - strength * (0.75 + 0.25 * patches)).astype(np.float32))


def dot_ink(page: Picture, strength: float, dpi: int) -> Picture:
    """Thin the print between the needles of a dot-matrix printer."""
    height, width = page.shape[:2]
    down = np.cos(np.arange(height, dtype=np.float32) * (2 * np.pi * _NEEDLES / dpi))
    across = np.cos(np.arange(width, dtype=np.float32) * (2 * np.pi * _STEPS / dpi))
    between = 0.5 - 0.25 * (down[:, None] + across[None, :])
    return _thinned(page, 1 - strength * between)


def lay_open(left: Picture, right: Picture, shadow: float) -> Picture:
    """Lay two pages of one size side by side; the fold between them is dark."""
    spread = np.concatenate((left, right), axis=1).astype(np.float32)
    away = np.abs(np.arange(spread.shape[1]) - left.shape[1])
    dark = shadow * np.exp(-away / (left.shape[1] * _FOLD_REACH))
    return _clip(spread * (1 - dark)[None, :, None])


def shade_paper(page: Picture, strength: float, chance: np.random.Generator) -> Picture:
    """Darken the paper unevenly, most at one side, as by a lid not closed."""
    height, width = page.shape[:2]
    side = np.linspace(0, 1, width, dtype=np.float32)[None, :]
    if chance.random() < 0.5:  # noqa: PLR2004 - a coin
        side = side[:, ::-1]
    field = 0.65 * side**2 + 0.35 * _smooth_field(height, width, 4, chance)
    return _clip(page.astype(np.float32) * (1 - strength * field)[:, :, None])


def skew_page(page: Picture, degrees: float) -> Picture:
    """Turn the page a little against the clock; white paper fills the corners."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return _pixels(
        cv2.warpAffine(
            page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=_PAPER
        )
    )


def tilt_page(page: Picture, share: float, chance: np.random.Generator) -> Picture:
    """Look at the page from aside: each corner moves inwards by up to ``share``."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inwards = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    moves = chance.uniform(0.2, 1.0, (4, 2)).astype(np.float32) * share * width
    view = cv2.getPerspectiveTransform(corners, corners + inwards * moves)
    return _pixels(
        cv2.warpPerspective(
            page, view, (width, height), flags=cv2.INTER_CUBIC, borderValue=_DESK
        )
    )


def add_borders(page: Picture, share: float, chance: np.random.Generator) -> Picture:
    """Blacken ragged strips along two edges, where the lid was open."""
    bordered = page.copy()
    height, width = page.shape[:2]
    deepest = max(round(width * share), 1)
    edge = (deepest * (0.5 + 0.5 * chance.random(max(height, width) // 24 + 2))).astype(
        np.float32
    )
    down = cv2.resize(edge[None, :], (height, 1))[0]
    across = cv2.resize(edge[None, ::-1], (width, 1))[0]
    columns, rows = np.arange(width), np.arange(height)
    bordered[columns[None, :] < down[:, None]] = 12
    bordered[rows[:, None] < across[None, :] * 0.7] = 12
    return bordered


def blur_page(page: Picture, sigma: float) -> Picture:
    """Set the page out of focus."""
    return _pixels(cv2.GaussianBlur(page, (0, 0), sigma))


def add_noise(page: Picture, sigma: float, chance: np.random.Generator) -> Picture:
    """Add the grain of a sensor, the same in all colours."""
    grain = chance.standard_normal(page.shape[:2], dtype=np.float32) * sigma
    return _clip(page.astype(np.float32) + grain[:, :, None])


def add_speckle(page: Picture, share: float, chance: np.random.Generator) -> Picture:
    """Set ``share`` of the pixels to black or white, in grains of one or two pixels."""
    draw = chance.random(page.shape[:2], dtype=np.float32)
    speckled = page.copy()
    large = (draw < share / 6).astype(np.uint8)
    grains = _pixels(cv2.dilate(large, np.ones((2, 2), np.uint8)))
    speckled[(draw < share / 2) | (grains > 0)] = 0
    speckled[draw > 1 - share / 2] = 255
    return speckled


def fax_page(page: Picture, level: int) -> Picture:
    """Make every pixel black or white, as a fax machine does."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    return _pixels(np.where(grey < level, 0, 255)[:, :, None].repeat(3, axis=2))


def _thinned(page: Picture, left: NDArray[np.float32]) -> Picture:
    """Leave so much of the ink at each pixel: 0 none, 1 all."""
    return _clip(255 - (255 - page.astype(np.float32)) * left[:, :, None])


def _smooth_field(
    height: int, width: int, cells: int, chance: np.random.Generator
) -> NDArray[np.float32]:
    """Return slowly changing chance values from 0 to 1."""
    coarse = chance.random((cells, cells), dtype=np.float32)
    field = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(field, 0, 1), dtype=np.float32)


def _clip(values: NDArray[np.floating[Any]]) -> Picture:
    return np.asarray(np.clip(values, 0, 255), dtype=np.uint8)


def _pixels(values: object) -> Picture:
    return np.asarray(values, dtype=np.uint8)
