import hashlib
import json

import pytest

from danchieu.errors import ModelError
from danchieu.learned.model_folder import load_model_folder


@pytest.fixture
def folder(tmp_path):
    weights = b"weights"
    meta = {
        "name": "pen-digits",
        "version": "3",
        "sha256": hashlib.sha256(weights).hexdigest(),
    }
    (tmp_path / "weights.onnx").write_bytes(weights)
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    (tmp_path / "config.toml").write_text("")
    (tmp_path / "CARD.md").write_text("")
    return tmp_path


def test_a_complete_folder_is_loaded(folder):
    loaded = load_model_folder(folder)
    assert (loaded.name, loaded.version, loaded.weights) == (
        "pen-digits",
        "3",
        b"weights",
    )


@pytest.mark.parametrize(
    "part", ["weights.onnx", "meta.json", "config.toml", "CARD.md"]
)
def test_a_folder_without_a_part_is_refused(folder, part):
    (folder / part).unlink()
    with pytest.raises(ModelError, match=part):
        load_model_folder(folder)


def test_other_weights_are_refused(folder):
    (folder / "weights.onnx").write_bytes(b"others")
    with pytest.raises(ModelError, match="not the weights"):
        load_model_folder(folder)


@pytest.mark.parametrize("meta", ["{", "[]", "{}"])
def test_damaged_meta_is_refused(folder, meta):
    (folder / "meta.json").write_text(meta)
    with pytest.raises(ModelError, match=r"meta\.json"):
        load_model_folder(folder)
