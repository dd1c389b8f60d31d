"""The graph at scale, beside a walk over plain arrays; writes ``graph_scale.json``.

Run it with ``make scale`` or ``python tests/benchmarks/graph_scale.py --size 100000``.
Documents go in through the archive's own door in an order of the seed, so that half of
them come after documents that cite them. Their bytes are not written to a folder: only
the database is timed. Every answer that no cap cuts is compared with the walk over the
arrays. Times are CPU times of this process: what a PostgreSQL server does is not in
them, only ``load_documents_per_s`` is by the clock.
"""

import argparse
import json
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from factories import knowledge
from postgres import lend_server
from scale_archive import Graph, document_id, make_graph, records_of
from scale_walk import Walk

from danchieu.graph import Caps, implementers, path_between
from danchieu.store import Archive, Query
from danchieu.store.content import ContentMemory
from danchieu.store.engine import open_database
from danchieu.store.migrating import migrate
from danchieu.usecases import conflicts, coverage, missing_documents
from danchieu.usecases.placing import place
from danchieu.usecases.titles import usual_title

SEED, ASKED, PAGE = 1068, 200, 50
AT_ONCE = 10_000
FOLDER = Path(__file__).parent
Figures = dict[str, Any]
T = TypeVar("T")


def main() -> int:
    """Load and ask each database; return 1 where an answer differs from the walk."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--size", type=int, default=100_000)
    asked.add_argument("--on", choices=("sqlite", "postgresql", "both"), default="both")
    options = asked.parse_args()
    graph = make_graph(options.size, SEED)
    walk = Walk(graph)
    size = {"documents": graph.size, "citations": len(graph.source)}
    found: Figures = {}
    for kind, lend in (("sqlite", _sqlite), ("postgresql", lend_server)):
        if options.on in (kind, "both"):
            with lend() as url:
                found[kind] = size | _figures(url, graph, walk)
    print(json.dumps(found, indent=1))
    _keep(found)
    return min(1, sum(f["other_answers"] for f in found.values()))


def _keep(found: Figures) -> None:
    """Write the figures; a database that was not asked keeps those from before."""
    target = FOLDER / "graph_scale.json"
    before = json.loads(target.read_text()) if target.exists() else {}
    target.write_text(json.dumps(before | found, indent=1) + "\n")


@contextmanager
def _sqlite() -> Iterator[str]:
    with TemporaryDirectory(prefix="danchieu-scale-") as folder:
        yield f"sqlite:///{folder}/archive.db"


def _figures(url: str, graph: Graph, walk: Walk) -> Figures:
    database = open_database(url)
    migrate(database)
    archive = Archive(database, ContentMemory(), place, usual_title)
    found: Figures = _load(archive, graph)
    numbers = {document_id(n): n for n in range(graph.size)}
    questions = _Questions(archive, graph, walk, numbers)
    found |= questions.implementers() | questions.heaviest() | questions.paths()
    found |= questions.whole_archive() | questions.search()
    found["other_answers"] = questions.other
    found |= _add_one_more(archive, graph)
    archive.close()
    return found


def _load(archive: Archive, graph: Graph) -> Figures:
    cpu = clock = 0.0
    for part in records_of(graph, SEED, AT_ONCE):
        start = time.process_time(), time.perf_counter()
        archive.save_all(part)
        cpu += time.process_time() - start[0]
        clock += time.perf_counter() - start[1]
        print(f"{archive.count()} documents, {cpu:.0f} s", file=sys.stderr, flush=True)
    return {
        "load_documents_per_cpu_s": round(graph.size / cpu),
        "load_documents_per_s": round(graph.size / clock),
    }


def _add_one_more(archive: Archive, graph: Graph) -> Figures:
    """Take documents out and put them back one by one: each heals its neighbours."""
    chosen = next(records_of(graph, SEED + 1, 50))
    times = []
    for record in chosen:
        archive.remove(record.id)
        times.append(_cpu_ms(lambda one=record: archive.save(one))[0])
    return {"add_one_ms": _shown(times)}


class _Questions:
    """Asks the archive and the arrays in turns, and compares their answers."""

    def __init__(
        self, archive: Archive, graph: Graph, walk: Walk, numbers: dict[str, int]
    ) -> None:
        self._archive, self._graph, self._walk = archive, graph, walk
        self._numbers = numbers
        self._chance = np.random.default_rng(SEED)
        self.other = 0

    def implementers(self) -> Figures:
        """Return times for documents chosen at random."""
        ours, limit = [], []
        for number in self._chosen():
            node = self._node(number)
            time_, found = _cpu_ms(lambda n=node: implementers(n, self._archive))
            least, expected = _cpu_ms(lambda n=number: self._walk.implementers(n))
            ours.append(time_)
            limit.append(least)
            if len(found) < Caps().documents:
                told = {(self._number(f.node_id), f.way) for f in found}
                self.other += told != expected
        return _beside("implementers_ms", ours, limit)

    def heaviest(self) -> Figures:
        """Return the time of the first page of the most cited document.

        The walk beside it finds all of its implementers: arrays hold no pages.
        """
        number = self._heaviest()
        node = self._node(number)
        ours = [_cpu_ms(lambda: self._first_page(node))[0] for _ in range(5)]
        limit = [_cpu_ms(lambda: self._walk.implementers(number))[0] for _ in range(5)]
        return _beside("heaviest_first_page_ms", ours, limit)

    def _heaviest(self) -> int:
        return int(np.bincount(self._graph.target).argmax())

    def _first_page(self, node: str) -> object:
        found = implementers(node, self._archive, Caps(documents=PAGE))
        return self._archive.nodes(f.node_id for f in found)

    def paths(self) -> Figures:
        """Return times of paths between two documents chosen at random."""
        ours, limit = [], []
        caps = Caps(levels=8)
        for one, other in zip(self._chosen(), self._chosen(), strict=True):
            source, goal = max(one, other), min(one, other) // 1_000
            ends = [self._node(source)], [self._node(goal)]
            time_, path = _cpu_ms(
                lambda e=ends: path_between(*e, self._archive, caps=caps)
            )
            least, hops = _cpu_ms(lambda s=source, g=goal: self._walk.path(s, g))
            ours.append(time_)
            limit.append(least)
            self.other += bool(path) and len(path) != hops
        return _beside("path_ms", ours, limit)

    def whole_archive(self) -> Figures:
        """Return times of questions to all of the archive."""
        heaviest, known = self._node(self._heaviest()), knowledge()
        return {
            "coverage_ms": _times(lambda: coverage(self._archive, heaviest, known)),
            "missing_ms": _times(lambda: missing_documents(self._archive)),
            "conflicts_ms": _times(lambda: conflicts(self._archive)),
        }

    def search(self) -> Figures:
        """Return times of the first page with facets: two rare words, one frequent."""
        shelf = self._archive.shelf
        rare, often = (Query(f"lô {self._graph.size // 2}"), Query("rừng ngập mặn"))
        return {
            "search_rare_ms": _times(lambda: shelf.search(rare, limit=20)),
            "search_frequent_ms": _times(lambda: shelf.search(often, limit=20)),
        }

    def _chosen(self) -> list[int]:
        return [int(n) for n in self._chance.integers(0, self._graph.size, ASKED)]

    def _node(self, number: int) -> str:
        placed = self._archive.placements(document_id(number))[0]
        assert placed is not None
        assert placed.node_id is not None
        return placed.node_id

    def _number(self, node_id: str) -> int:
        (held,) = self._archive.nodes([node_id])[node_id].documents
        return self._numbers[held]


def _cpu_ms(ask: Callable[[], T]) -> tuple[float, T]:
    """Return milliseconds by the clock of this process, and the answer."""
    start = time.process_time()
    answer = ask()
    return (time.process_time() - start) * 1000, answer


def _times(ask: Callable[[], object]) -> dict[str, float]:
    return _shown([_cpu_ms(ask)[0] for _ in range(3)])


def _shown(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    late = ordered[math.ceil(0.95 * len(ordered)) - 1]
    return {"p50": round(statistics.median(times), 3), "p95": round(late, 3)}


def _beside(name: str, ours: list[float], limit: list[float]) -> Figures:
    mine, least = _shown(ours), _shown(limit)
    ratio = mine["p50"] / max(least["p50"], 1e-3)
    return {name: {**mine, "arrays": least, "ratio_of_medians": round(ratio, 1)}}


if __name__ == "__main__":
    sys.exit(main())
