"""A corpus on disk: documents, gold, splits; and whether they agree."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from danchieu.errors import CorpusError
from danchieu.evaluation.evidence_check import Mismatch, find_mismatches
from danchieu.evaluation.gold import load_gold
from danchieu.evaluation.gold_schema import GoldDocument

__all__ = ["Corpus", "CorpusDocument", "Mismatch", "check_corpus", "load_corpus"]


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """One document: its text as a page reader gives it, and its gold."""

    id: str
    text: str
    gold: GoldDocument


@dataclass(frozen=True, slots=True)
class Corpus:
    """All documents of ``corpora/<name>``, by id; ``splits`` are names of ids.

    Every document stands in exactly one split.
    """

    name: str
    folder: Path
    documents: tuple[CorpusDocument, ...]
    splits: Mapping[str, tuple[str, ...]]

    def split(self, name: str) -> tuple[CorpusDocument, ...]:
        """Return the documents of one split.

        Raises:
            CorpusError: there is no split of this name.
        """
        if name not in self.splits:
            known = ", ".join(sorted(self.splits))
            raise CorpusError(f"{self.folder}: no split {name!r}; there are: {known}")
        wanted = set(self.splits[name])
        return tuple(d for d in self.documents if d.id in wanted)


def load_corpus(folder: Path) -> Corpus:
    """Load ``corpora/<name>``.

    Raises:
        CorpusError: a file is missing or of the wrong shape, a gold file is named
            for another document, or the splits do not cover the documents.
    """
    about = _load_toml(folder / "corpus.toml")
    if not isinstance(about.get("name"), str):
        raise CorpusError(f"{folder / 'corpus.toml'}: name: must be a text")
    paths = sorted((folder / "documents").glob("*.txt"))
    if not paths:
        raise CorpusError(f"{folder / 'documents'}: no documents; add <id>.txt files")
    documents = tuple(_load_document(folder, path) for path in paths)
    _check_gold_has_text(folder, {d.id for d in documents})
    splits = _load_splits(folder / "splits.toml", {d.id for d in documents})
    return Corpus(about["name"], folder, documents, splits)


def check_corpus(folder: Path) -> tuple[Mismatch, ...]:
    """Return every gold value that does not stand in its text.

    Raises:
        CorpusError: the corpus cannot be loaded.
    """
    corpus = load_corpus(folder)
    return tuple(m for d in corpus.documents for m in find_mismatches(d.gold, d.text))


def _load_document(folder: Path, path: Path) -> CorpusDocument:
    gold_path = folder / "gold" / f"{path.stem}.json"
    gold = load_gold(gold_path)
    if gold.id != path.stem:
        raise CorpusError(f"{gold_path}: id: is {gold.id!r}; name it as the file")
    try:
        return CorpusDocument(path.stem, path.read_text("utf-8"), gold)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: not readable as UTF-8: {error}") from error


def _check_gold_has_text(folder: Path, ids: set[str]) -> None:
    for path in sorted((folder / "gold").glob("*.json")):
        if path.stem not in ids:
            raise CorpusError(f"{path}: no document of this name; add its text")


def _load_splits(path: Path, ids: set[str]) -> dict[str, tuple[str, ...]]:
    splits = {
        name: tuple(part.get("documents", ())) if isinstance(part, dict) else ()
        for name, part in _load_toml(path).items()
    }
    listed = [i for part in splits.values() for i in part]
    twice = sorted({i for i in listed if listed.count(i) > 1})
    if twice:
        raise CorpusError(f"{path}: {twice[0]}: stands in two splits")
    for i in sorted(ids ^ set(listed)):
        what = "is in no split" if i in ids else "is no document"
        raise CorpusError(f"{path}: {i}: {what}")
    return splits


def _load_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorpusError(f"{path}: not readable as TOML: {error}") from error
