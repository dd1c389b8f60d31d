from functools import partial

import pytest
from fake_command import command


@pytest.fixture
def danchieu(monkeypatch, capsys, tmp_path):
    """Return the command as a function; its data folder is empty."""
    for name in ("LANG", "DATABASE_URL", "HOST", "PORT", "CONFIG"):
        monkeypatch.delenv(f"DANCHIEU_{name}", raising=False)
    monkeypatch.setenv("DANCHIEU_DATA_DIR", str(tmp_path / "data"))
    return partial(command, monkeypatch, capsys)
