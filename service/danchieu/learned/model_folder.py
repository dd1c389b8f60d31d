"""A folder of ``models/``: complete and as it was made, or refused."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danchieu.errors import ModelError

_PARTS = ("config.toml", "meta.json", "weights.onnx", "CARD.md")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """The weights with what ``meta.json`` tells about them."""

    name: str
    version: str
    weights: bytes
    meta: dict[str, Any]


def load_model_folder(folder: Path) -> ModelFolder:
    """Return what the folder holds.

    Raises:
        ModelError: a part is missing, or the weights are not those of ``meta.json``.
    """
    for part in _PARTS:
        if not (folder / part).is_file():
            raise ModelError(f"{folder}: no {part}; train the model again or copy it")
    weights = (folder / "weights.onnx").read_bytes()
    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        name, version, sha256 = meta["name"], meta["version"], meta["sha256"]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{folder}/meta.json: {error!r}; train it again") from error
    if hashlib.sha256(weights).hexdigest() != sha256:
        raise ModelError(
            f"{folder}/weights.onnx: not the weights that meta.json tells of; "
            "copy the folder again"
        )
    return ModelFolder(str(name), str(version), weights, meta)
