"""Reads documents as text, as PDF and as a lightly damaged scan, for scoring."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from factories import ROOT

from danchieu.domain.limits import Limits
from danchieu.evaluation import Answer, ScoreTable, load_golds, read_answer
from danchieu.evaluation import score_results as score
from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.reader import Chain, Reading
from danchieu.rendering import render_text

SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "corpora" / "sample"
TESSDATA = Path("/usr/share/tesseract-ocr/5/tessdata")
MEDIA = ("text", "pdf", "scan")

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the real texts are not here: {SHARED}"
)


@cache
def chain() -> Chain:
    """Return the chain from bytes to result, opened once."""
    return open_chain(chain_config(Limits()))


def chain_config(limits: Limits) -> ChainConfig:
    """Return where the repository keeps what a chain is opened with."""
    folders = (ROOT / "extraction_rules", TESSDATA)
    return ChainConfig(*folders, limits, ROOT / "models")


@cache
def read_as(path: Path, medium: str, seed: int = 3) -> Reading:
    """Read one text as ``read_afresh`` does, once for all who ask."""
    return read_afresh(path, medium, seed=seed)


def read_afresh(
    path: Path, medium: str, *, seed: int, damage: str = "light"
) -> Reading:
    """Read one text as it is, or laid out first; a scan has ``damage`` of ``seed``."""
    value = path.read_text("utf-8")
    if medium == "text":
        return chain().read(path.name, value.encode())
    form = render_text(value, medium, damage=damage, seed=seed)
    return chain().read(f"{path.stem}.pdf", form)


def answers(paths: Iterable[Path], medium: str, seed: int = 3) -> dict[str, Answer]:
    """Return what was read in each document, by its stem."""
    read = {p.stem: read_as(p, medium, seed).result for p in paths}
    return {stem: read_answer(r.model_dump(mode="json")) for stem, r in read.items()}


@cache
def seed_table(medium: str, seed: int = 3) -> ScoreTable:
    """Score the five founding texts in one medium."""
    folder = SHARED / "seeds"
    found = answers(sorted(folder.glob("*.txt")), medium, seed)
    return score(load_golds(folder / "gold"), found)
