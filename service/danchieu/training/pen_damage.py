"""What a scanner does to a strip of print and ink."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    Shades = NDArray[np.float32]

_BILEVEL, _SPECKLED, _BROKEN, _SMEARED, _LINED = 0.45, 0.2, 0.08, 0.35, 0.06


def damage(
    layers: tuple["Picture", "Picture"], rng: "np.random.Generator"
) -> "Picture":
    """Return the grey scan of the layers ``print, pen`` (ink bright on black)."""
    import numpy as np

    paper = float(rng.uniform(205, 255))
    grey = _blurred(_warped(_inked(layers, paper, rng), rng), rng)
    if rng.random() < _BROKEN:
        grey = _broken(grey, rng)
    grey = _noisy(grey, rng)
    if rng.random() < _BILEVEL:
        limit = float(rng.uniform(0.5, 0.82)) * paper
        grey = (grey > limit).astype(np.float32) * 255
    if rng.random() < _SPECKLED:
        _speckle(grey, rng)
    if rng.random() < _LINED:
        _draw_line(grey, rng)
    scan = np.clip(grey, 0, 255).astype(np.uint8)
    return _smeared(scan, rng) if rng.random() < _SMEARED else scan


def _inked(
    layers: tuple["Picture", "Picture"], paper: float, rng: "np.random.Generator"
) -> "Shades":
    """Put print and pen on paper, each as dark as it happens to be."""
    import numpy as np

    printed, pen = (layer.astype(np.float32) / 255 for layer in layers)
    tone = float(rng.uniform(0, 110))
    grey = paper * (1 - printed * float(rng.uniform(0.55, 1.0)))
    inked: Shades = np.minimum(grey, paper - (paper - tone) * pen)
    return inked


def _blurred(grey: "Shades", rng: "np.random.Generator") -> "Shades":
    import cv2

    blurred = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.4, 1.3))
    return cast("Shades", blurred)


def _noisy(grey: "Shades", rng: "np.random.Generator") -> "Shades":
    import numpy as np

    noise = rng.normal(0, rng.uniform(1, 12), grey.shape)
    return grey + noise.astype(np.float32)


def _warped(grey: "Shades", rng: "np.random.Generator") -> "Shades":
    """Bend and tilt a little, as paper on glass."""
    import cv2
    import numpy as np

    height, width = grey.shape
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    for amplitude, length in ((0.8, 25), (1.6, 90)):
        phase = rng.uniform(0, 6.28, 2)
        strength = rng.uniform(0, amplitude)
        xs = xs + strength * np.sin(ys / length * 3 + phase[0])
        ys = ys + strength * np.sin(xs / length * 3 + phase[1])
    tilt = rng.normal(0, 0.012)
    ys = ys + tilt * (xs - width / 2)
    moved = cv2.remap(
        grey,
        xs.astype(np.float32),
        ys.astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return cast("Shades", moved)


def _broken(grey: "Shades", rng: "np.random.Generator") -> "Shades":
    """Bleach patches, where the pen ran dry or the drum was worn."""
    import cv2
    import numpy as np

    height, width = grey.shape
    coarse = rng.uniform(0, 1, (max(2, height // 7), max(2, width // 7)))
    mask = cv2.resize(coarse.astype(np.float32), (width, height))
    gone = (mask > rng.uniform(0.78, 0.93)).astype(np.float32)
    return grey + gone * (255 - grey)


def _speckle(grey: "Shades", rng: "np.random.Generator") -> None:
    height, width = grey.shape
    for _ in range(int(rng.integers(1, 14))):
        y, x = int(rng.integers(height)), int(rng.integers(width))
        side = int(rng.integers(1, 4))
        grey[y : y + side, x : x + side] = rng.choice((0, 0, 255))


def _draw_line(grey: "Shades", rng: "np.random.Generator") -> None:
    """Draw what a stamp's frame or a fold leaves."""
    import cv2

    height, width = grey.shape
    ends = [(int(rng.integers(width)), int(rng.integers(height))) for _ in range(2)]
    cv2.line(grey, ends[0], ends[1], float(rng.uniform(60, 190)), 1)


def _smeared(scan: "Picture", rng: "np.random.Generator") -> "Picture":
    """Save as a poor JPEG, or scan at half the resolution."""
    import cv2

    if rng.random() < 1 / 2:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(15, 70))]
        saved = cv2.imencode(".jpg", scan, quality)[1]
        return cast("Picture", cv2.imdecode(saved, cv2.IMREAD_GRAYSCALE))
    factor = rng.uniform(0.45, 0.8)
    small = cv2.resize(scan, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    height, width = scan.shape
    back = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    return cast("Picture", back)
