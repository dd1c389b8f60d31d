"""How well damaged pages are read: letters, keys, cells, seconds for each damage.

Run it with ``make damage``, or by hand:
``python tests/benchmarks/damage.py --part dev|test|quick [--steps] [--kinds a,b]``.
The pages are those of our sample corpus, set in two typefaces; which document counts
for dev and which for test is written in its ``splits.toml``. Cleaning is tuned on dev
only; the keys lost are printed with ``--lost``. The figures go to ``damage.json``.
"""

import argparse
import json
import statistics
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from damaged_pages import STEPS, Outcome, Task, chosen, measure, table_pages

from danchieu.rendering import DAMAGES, TYPEFACES

TARGET = Path(__file__).with_suffix(".json")
CORES = 2
PAGES = {"dev": 18, "test": 18, "quick": 4}
STEP_PAGES = 6
TABLE_KINDS = ("clean", "light", "noisy", "skewed", "turned", "shaded", "jpeg", "faded")
HARD = ("fax", "photographed")


def main() -> None:
    """Read the pages of the chosen part and write the figures."""
    asked = _arguments()
    started = time.time()
    kinds = asked.kinds.split(",") if asked.kinds else list(DAMAGES)
    tasks = list(_tasks(asked.part, kinds))
    steps = list(_step_tasks(kinds)) if asked.steps else []
    with ProcessPoolExecutor(CORES) as pool:
        outcomes = list(pool.map(measure, [*tasks, *steps], chunksize=4))
    figures = _figures([o for o in outcomes if not o.task.without])
    if asked.steps:
        figures["steps"] = _step_figures(outcomes)
    figures["wall_seconds"] = round(time.time() - started)
    figures["cpu_seconds"] = round(sum(o.seconds for o in outcomes))
    _show(figures, outcomes, asked.lost)
    if not asked.kinds:
        _keep(asked.part, figures)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=list(PAGES), default="quick")
    parser.add_argument("--kinds", help="only these damages, parted by commas")
    parser.add_argument("--steps", action="store_true", help="leave out each step once")
    parser.add_argument("--lost", action="store_true", help="print the keys lost")
    return parser.parse_args()


def _tasks(part: str, kinds: Sequence[str]) -> Iterator[Task]:
    """Give every page every kind, the typefaces in turns; table pages give cells."""
    pages = chosen("dev" if part == "quick" else part, PAGES[part])
    for at, (document, page) in enumerate(pages):
        for number, kind in enumerate(kinds):
            yield Task(document, page, kind, TYPEFACES[(at + number) % 2])
    for document, page in table_pages("dev" if part == "quick" else part):
        for kind in TABLE_KINDS if part != "quick" else TABLE_KINDS[:2]:
            for typeface in TYPEFACES:
                if kind in kinds:
                    yield Task(document, page, f"table:{kind}", typeface)


def _step_tasks(kinds: Sequence[str]) -> Iterator[Task]:
    for task in _tasks("dev", kinds):
        if (task.document, task.page) in chosen("dev", STEP_PAGES):
            for step in STEPS:
                if not task.kind.startswith("table:"):
                    yield replace(task, without=step)


def _figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    kinds: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        kinds.setdefault(outcome.task.kind, []).append(outcome)
    by_kind = {k: _kind(v) for k, v in kinds.items() if not k.startswith("table:")}
    tables = {k: _table(v) for k, v in kinds.items() if k.startswith("table:")}
    mild = [f for kind, f in by_kind.items() if kind not in HARD]
    return {
        "kinds": by_kind,
        "mean_cer_percent": _mean(f["cer_percent"] for f in by_kind.values()),
        "mean_cer_percent_without_fax_and_photo": _mean(f["cer_percent"] for f in mild),
        "mean_keys_percent": _mean(f["keys_percent"] for f in by_kind.values()),
        "tables": tables,
        "mean_cells_percent": _mean(f["cells_percent"] for f in tables.values()),
    }


def _kind(outcomes: Sequence[Outcome]) -> dict[str, float]:
    shares = [100 * o.mistakes / o.letters for o in outcomes]
    return {
        "pages": len(outcomes),
        "cer_percent": round(
            100 * sum(o.mistakes for o in outcomes) / sum(o.letters for o in outcomes),
            3,
        ),
        "worst_cer_percent": round(max(shares), 2),
        "keys_percent": _percent(outcomes, "keys_found", "keys"),
        "seconds": round(statistics.mean(o.seconds for o in outcomes), 2),
    }


def _table(outcomes: Sequence[Outcome]) -> dict[str, float]:
    return {
        "pages": len(outcomes),
        "cells": sum(o.cells for o in outcomes),
        "cells_percent": _percent(outcomes, "cells_right", "cells"),
    }


def _step_figures(outcomes: Sequence[Outcome]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return CER and keys with and without each step, where the two differ."""
    pages = chosen("dev", STEP_PAGES)
    figures: dict[str, dict[str, dict[str, Any]]] = {}
    for step in STEPS:
        for kind in dict.fromkeys(o.task.kind for o in outcomes):
            here = [
                o
                for o in outcomes
                if o.task.kind == kind and (o.task.document, o.task.page) in pages
            ]
            on = [o for o in here if not o.task.without]
            off = [o for o in here if o.task.without == step]
            if off and _kind(on)["cer_percent"] != _kind(off)["cer_percent"]:
                figures.setdefault(step, {})[kind] = {
                    "cer_percent": [
                        _kind(off)["cer_percent"],
                        _kind(on)["cer_percent"],
                    ],
                    "keys_percent": [
                        _kind(off)["keys_percent"],
                        _kind(on)["keys_percent"],
                    ],
                }
    return figures


def _percent(outcomes: Sequence[Outcome], part: str, whole: str) -> float:
    total = sum(getattr(o, whole) for o in outcomes)
    return round(100 * sum(getattr(o, part) for o in outcomes) / max(total, 1), 2)


def _mean(values: Iterable[float]) -> float:
    return round(statistics.mean([*values] or [0.0]), 3)


def _show(figures: Mapping[str, Any], outcomes: Sequence[Outcome], lost: bool) -> None:
    for kind, row in figures["kinds"].items():
        print(f"{kind:14}", *(f"{k} {v:<8}" for k, v in row.items()))
    print(json.dumps({k: v for k, v in figures.items() if k != "kinds"}, indent=1))
    for outcome in outcomes if lost else ():
        if not outcome.task.without:
            cer = round(100 * outcome.mistakes / outcome.letters, 2)
            task = outcome.task
            print(task.kind, task.document, task.page, cer, *outcome.lost, sep=" | ")


def _keep(part: str, figures: Mapping[str, Any]) -> None:
    kept = json.loads(TARGET.read_text("utf-8")) if TARGET.is_file() else {}
    kept[part] = figures
    TARGET.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
