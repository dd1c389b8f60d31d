"""What we ship from others is what its lock file says."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (
    ROOT / "service" / "danchieu" / "ui" / "static" / "fonts",
    ROOT / "tests" / "ui" / "axe",
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_every_vendored_file_is_the_locked_one(folder):
    locked = json.loads((folder / "vendored.json").read_text("utf-8"))
    assert locked["version"] and locked["licence"]
    there = {p.name for p in folder.iterdir()} - {"vendored.json"}
    assert set(locked["files"]) == there
    for name, digest in locked["files"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
