"""What may have happened to a paper before and while it was scanned."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from danchieu.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Damage:
    """Strengths of all damages; 0 (None for ``jpeg_quality``) leaves one out.

    Paper: ``seal`` and ``stamp`` are the ink of the red round seal and the blue stamp
    (0 to 1), ``seal_name`` is printed in the seal's middle, ``holes`` counts punch
    holes. Light: ``fading`` of the ink and ``shading`` of the paper (0 to 1), ``dots``
    how clearly a dot-matrix printer's needles stand apart. Place: ``fold`` is the
    shadow between two pages that lie side by side on one image (0 to 1; 0: every page
    has its own), ``quarter_turns`` against the clock, ``skew`` in degrees,
    ``perspective`` and ``borders`` as shares of the page width. Sensor: ``blur`` and
    ``noise`` as standard deviations in pixels and grey levels, ``speckle`` as the
    share of pixels, ``jpeg_quality`` 1 to 95, ``threshold`` the grey level under which
    a fax is black.
    ``dpi`` is the resolution, ``seed`` rules all chance.
    """

    dpi: int = 200
    seed: int = 0
    seal: float = 0.0
    seal_name: str = ""
    stamp: float = 0.0
    holes: int = 0
    dots: float = 0.0
    fading: float = 0.0
    fold: float = 0.0
    shading: float = 0.0
    quarter_turns: int = 0
    skew: float = 0.0
    perspective: float = 0.0
    borders: float = 0.0
    blur: float = 0.0
    noise: float = 0.0
    speckle: float = 0.0
    threshold: int = 0
    jpeg_quality: int | None = None

    def __post_init__(self) -> None:
        """Refuse strengths that no image can have.

        Raises:
            ValueError: a strength is negative (skew and turns may be), a share is over
                1, the resolution is outside 50 to 600, or the quality is outside 1 to
                95.
        """
        signed = {"skew", "quarter_turns", "seed", "seal_name", "jpeg_quality"}
        for item in fields(self):
            if item.name not in signed and getattr(self, item.name) < 0:
                raise ValueError(f"{item.name} is negative")
        for name in _SHARES:
            if getattr(self, name) > 1:
                raise ValueError(f"{name} is over 1")
        if not _LEAST_DPI <= self.dpi <= _MOST_DPI:
            raise ValueError(f"dpi {self.dpi} is not in {_LEAST_DPI} to {_MOST_DPI}")
        if self.jpeg_quality is not None and not 1 <= self.jpeg_quality <= _BEST_JPEG:
            raise ValueError(f"jpeg_quality {self.jpeg_quality} is not in 1 to 95")


_SHARES = ("seal", "stamp", "dots", "fading", "fold", "shading", "speckle")
_LEAST_DPI, _MOST_DPI, _BEST_JPEG = 50, 600, 95

DAMAGES: Mapping[str, Damage] = MappingProxyType(
    {
        "clean": Damage(),
        "light": Damage(
            seal=0.8, skew=0.4, blur=0.5, noise=5, speckle=0.0003, jpeg_quality=80
        ),
        "heavy": Damage(
            seal=0.95,
            stamp=0.7,
            holes=2,
            fading=0.3,
            shading=0.35,
            skew=-1.6,
            perspective=0.008,
            borders=0.012,
            blur=0.8,
            noise=14,
            speckle=0.002,
            jpeg_quality=45,
        ),
        "turned": Damage(quarter_turns=1),
        "upside-down": Damage(quarter_turns=2),
        "skewed": Damage(skew=2.5),
        "noisy": Damage(noise=28),
        "speckled": Damage(speckle=0.01),
        "blurred": Damage(blur=1.6),
        "jpeg": Damage(jpeg_quality=15),
        "shaded": Damage(shading=0.6),
        "faded": Damage(fading=0.7),
        "dotted": Damage(dots=0.6, fading=0.3),
        "fax": Damage(dpi=150, blur=0.6, noise=12, speckle=0.002, threshold=150),
        "sealed": Damage(seal=0.95),
        "stamped": Damage(stamp=0.85),
        "punched": Damage(holes=2),
        "bordered": Damage(borders=0.03),
        "photographed": Damage(
            perspective=0.06, shading=0.4, blur=0.6, jpeg_quality=60
        ),
        "coarse": Damage(dpi=110),
        "spread": Damage(fold=0.5),
    }
)
"""Named damages: three mixtures, and every kind alone."""


def find_damage(name: str) -> Damage:
    """Return the damage of this name.

    Raises:
        SettingsError: there is none; the message lists the names.
    """
    if name not in DAMAGES:
        raise SettingsError(f"no damage {name!r}; choose one of: {', '.join(DAMAGES)}")
    return DAMAGES[name]
