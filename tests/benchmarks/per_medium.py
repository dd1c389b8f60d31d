"""F1 per field read as text, as PDF and as scans; writes ``per_medium.json``.

Run it with ``make media``. What a scan loses beside the text is the cost of reading;
what the text loses is the cost of finding.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from media import SAMPLE, read_afresh

from danchieu.evaluation import (
    Answer,
    ScoreTable,
    load_corpus,
    read_answer,
    score_results,
)
from danchieu.evaluation.corpus import CorpusDocument

MEDIA = {
    "text": ("text", "light"),
    "pdf": ("pdf", "light"),
    "light": ("scan", "light"),
    "heavy": ("scan", "heavy"),
}
"""Name of a medium → the form of its files, and the damage of its scans."""
SEED = 11
SPLITS = ("dev", "dev-2", "test")


def main() -> None:
    """Read the sample corpus in every medium and write the table."""
    corpus = load_corpus(SAMPLE)
    wanted = [(d.id, medium) for d in corpus.documents for medium in MEDIA]
    with Pool(2) as pool:
        found = dict(zip(wanted, pool.map(_read, wanted, chunksize=1), strict=True))
    table = {split: _table(corpus.split(split), found) for split in SPLITS}
    target = Path(__file__).with_suffix(".json")
    target.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    for split in SPLITS:
        print(f"\n{split:24}" + "".join(f"{medium:>8}" for medium in MEDIA))
        for field, row in table[split].items():
            print(f"{field:24}" + "".join(f"{row[m] or 0:8.3f}" for m in MEDIA))


def _table(
    documents: Sequence[CorpusDocument], found: Mapping[tuple[str, str], Answer]
) -> dict[str, dict[str, float | None]]:
    golds = [document.gold for document in documents]
    scored = {
        m: score_results(golds, {g.id: found[g.id, m] for g in golds}) for m in MEDIA
    }
    fields = [f for f, score in scored["text"].fields.items() if score.support]
    return {f: {m: _f1(scored[m], f) for m in MEDIA} for f in fields}


def _f1(table: ScoreTable, field: str) -> float | None:
    score = table.fields.get(field)
    return None if score is None or score.f1 is None else round(score.f1, 3)


def _read(wanted: tuple[str, str]) -> Answer:
    name, medium = wanted
    form, damage = MEDIA[medium]
    path = SAMPLE / "documents" / f"{name}.txt"
    reading = read_afresh(path, form, seed=SEED, damage=damage)
    return read_answer(reading.result.model_dump(mode="json"))


if __name__ == "__main__":
    main()
