"""The folder of small files that the corpus tests write."""

import json
from pathlib import Path
from typing import Any

import pytest
from unit.evaluation.gold_samples import own

TEXT = "Số: 7/KH-SYT\n\nKẾ HOẠCH\nTiêm chủng\nnăm 2024\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return a corpus of one document whose gold stands in its text."""
    for name in ("documents", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "corpus.toml").write_text('name = "nhỏ"\n', "utf-8")
    (tmp_path / "splits.toml").write_text('[dev]\ndocuments = ["kh-7"]\n', "utf-8")
    (tmp_path / "documents" / "kh-7.txt").write_text(TEXT, "utf-8")
    write_gold(tmp_path)
    return tmp_path


def write_gold(folder: Path, **parts: Any) -> None:
    """Write the gold of the one document, with other parts."""
    path = folder / "gold" / "kh-7.json"
    path.write_text(json.dumps(own(**parts), ensure_ascii=False), "utf-8")
