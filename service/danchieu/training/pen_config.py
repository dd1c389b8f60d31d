"""What ``models/pen-digits/config.toml`` asks the training for."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danchieu.errors import ModelError


@dataclass(frozen=True, slots=True)
class PenConfig:
    """One recipe; ``families`` are ``name@version`` of npm's @fontsource.

    ``before`` and ``after`` hold by kind of field what forms print around the pen;
    ``faces`` are the file names of the fonts that they are printed in.
    """

    name: str
    version: str
    alphabet: str
    seed: int
    channels: tuple[int, ...]
    strips: int
    steps: int
    batch: int
    learning_rate: float
    clerk_share: float
    calibration: int
    before: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    beside: tuple[str, ...]
    faces: tuple[str, ...]
    families: tuple[str, ...]


def load_pen_config(path: Path) -> PenConfig:
    """Return the recipe.

    Raises:
        ModelError: the file is missing or lacks a setting.
    """
    try:
        said = tomllib.loads(path.read_text("utf-8"))
        return _config(said)
    except FileNotFoundError as error:
        raise ModelError(f"{path}: no such file; copy the folder again") from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: {error!r}; correct the file") from error


def _config(said: dict[str, Any]) -> PenConfig:
    training, form = said["training"], said["print"]
    kinds = ("number", "day", "month")
    return PenConfig(
        name=str(said["name"]),
        version=str(said["version"]),
        alphabet=str(said["alphabet"]),
        seed=int(said["seed"]),
        channels=tuple(said["net"]["channels"]),
        strips=int(training["strips"]),
        steps=int(training["steps"]),
        batch=int(training["batch"]),
        learning_rate=float(training["learning_rate"]),
        clerk_share=float(training["clerk_share"]),
        calibration=int(training["calibration"]),
        before={kind: tuple(form[f"{kind}_before"]) for kind in kinds},
        after={kind: tuple(form[f"{kind}_after"]) for kind in kinds},
        beside=tuple(form["beside"]),
        faces=tuple(form["fonts"]),
        families=tuple(said["pen"]["families"]),
    )
