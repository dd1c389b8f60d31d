"""How often the net is right on real scans, with the whole chain around it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danchieu.domain.document import Document
from danchieu.domain.edtf import is_full_date
from danchieu.domain.header import Header
from danchieu.domain.limits import Limits
from danchieu.errors import CorpusError, DocumentError
from danchieu.load import read_file

ReadScan = Callable[[str, bytes], Document]

_SCANS = frozenset(("pdf-scan", "pdf-mixed", "image"))
_DEVELOPMENT = "01234567"
"""First digits of the sha256 of files that may be looked at."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many places for the pen, so many of them given, so many of those right."""

    fields: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Count both."""
        return Tally(
            self.fields + other.fields,
            self.given + other.given,
            self.right + other.right,
        )


Scores = dict[str, dict[str, Tally]]
"""By half ("development", "check") and by field ("number", "day")."""


def score_scans(folder: Path, read: ReadScan) -> Scores:
    """Score all scans in ``folder`` whose gold says what was written by pen.

    Raises:
        CorpusError: the folder has no such gold.
    """
    scores: Scores = {}
    for path, gold in _golds(folder):
        content = path.read_bytes()
        first = read_file(path.name, content, Limits()).sha256[0]
        half = "development" if first in _DEVELOPMENT else "check"
        header = _header(read, path.name, content)
        for field, tally in _judge(gold, header).items():
            known = scores.setdefault(half, {})
            known[field] = known.get(field, Tally()) + tally
    if not scores:
        raise CorpusError(f"{folder}: no gold with handwritten fields of scans")
    return scores


def _header(read: ReadScan, name: str, content: bytes) -> Header | None:
    try:
        return read(name, content).header
    except DocumentError:
        return None


def _golds(folder: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if not gold.get("handwritten") or gold.get("medium") not in _SCANS:
            continue
        for document in sorted(folder.glob(f"{path.stem}.*")):
            if document.suffix != ".json":
                yield document, gold


def _judge(gold: Mapping[str, Any], header: Header | None) -> dict[str, Tally]:
    written = set(gold["handwritten"])
    tallies = {}
    if "number" in written and gold.get("number"):
        found = header.number if header else None
        right = found is not None and _same(found.value, gold["number"])
        tallies["number"] = Tally(1, found is not None, right)
    day = written & {"day", "date"} and is_full_date(gold.get("date"))
    if day:
        dated = header.issued_on if header else None
        given = dated is not None and is_full_date(dated.value)
        right = dated is not None and dated.value == gold["date"]
        tallies["day"] = Tally(1, given, right)
    return tallies


def _same(number: str, gold: str) -> bool:
    return number.lstrip("0") == gold.lstrip("0")
