"""Harmful files through the real pool of workers; writes ``fuzz.json``.

Run it with ``make fuzz`` or ``python tests/benchmarks/fuzz.py [count] [seed]``. It
ends with 1 when a file hung, hurt this process or ended in anything but a result or
an error with a code of its own.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from hostile_files import hostile_files
from media import chain_config
from worker_memory import watched_peak

from danchieu.domain.limits import Limits
from danchieu.errors import DanchieuError, FaultError, ReaderDiedError
from danchieu.jobs import Reader, ReaderPool

COUNT, SEED = 2_000, 20_261_125
WORKERS = 2
LIMITS = Limits(seconds=60.0, memory_bytes=1024**3)
GRACE = 30.0
READ, HANGS = "read", "hangs"
_TURN = 100


@dataclass(frozen=True, slots=True)
class End:
    """What became of one file."""

    kind: str
    name: str
    code: str
    detail: str
    seconds: float


def main() -> None:
    """Read the files, write what became of them so far; a fault ends it with 1."""
    count, seed = (int(n) for n in [*sys.argv[1:], COUNT, SEED][:2])
    target, figures = Path(__file__).with_suffix(".json"), {}
    for figures in fuzz(count, seed):
        text = json.dumps(figures, indent=1)
        target.write_text(text + "\n", "utf-8")
        print(f"{figures['files']} files", file=sys.stderr, flush=True)
    print(json.dumps(figures, indent=1))
    sys.exit(1 if figures["hangs"] or figures["faults"] else 0)


def fuzz(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Give, again and again, the outcomes by kind of file and the memory used."""
    pool = ReaderPool(chain_config(LIMITS), workers=WORKERS)
    started, ends = time.monotonic(), []
    try:
        pool.prepare()
        with watched_peak() as peak:
            for turn in read_turns(pool, hostile_files(seed, count)):
                ends += turn
                yield {
                    "files": len(ends),
                    "seed": seed,
                    **told(ends),
                    "seconds": round(time.monotonic() - started),
                    "worker_peak_mib": peak.mib,
                    "worker_may_map_mib": LIMITS.memory_bytes // 2**20,
                    "parent_peak_mib": getrusage(RUSAGE_SELF).ru_maxrss // 1024,
                }
    finally:
        pool.close()


def told(ends: list[End]) -> dict[str, Any]:
    """Return the counts, and by name what should not have happened."""
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for end in ends:
        by_kind[end.kind][end.code] += 1
    slowest = sorted(ends, key=lambda end: end.seconds, reverse=True)[:8]
    return {
        "hangs": [end.name for end in ends if end.code == HANGS],
        "faults": [f"{e.name} {e.detail}" for e in ends if e.code == FaultError.code],
        "died": [e.name for e in ends if e.code == ReaderDiedError.code],
        "by_kind": {kind: dict(codes) for kind, codes in by_kind.items()},
        "all": dict(Counter(end.code for end in ends)),
        "slowest": [f"{e.seconds:.1f} s {e.kind} {e.name} {e.code}" for e in slowest],
    }


def read_turns(
    reader: Reader, files: Iterator[tuple[str, str, bytes]]
) -> Iterator[list[End]]:
    """Read the files, ``WORKERS`` at a time, and give what became of each turn."""
    with ThreadPoolExecutor(WORKERS) as hands:
        while turn := list(islice(files, _TURN)):
            yield list(hands.map(lambda file: read_one(reader, *file), turn))


def read_one(reader: Reader, kind: str, name: str, content: bytes) -> End:
    """Read one file; whatever comes of it has a code."""
    started, code, detail = time.monotonic(), READ, ""
    try:
        reader.submit(name, content).result(LIMITS.seconds + GRACE)
    except DanchieuError as error:
        code, detail = error.code, str(error)
    except TimeoutError:
        code = HANGS
    except Exception as error:  # what the edges tell as a fault of the program
        code, detail = FaultError.code, f"{type(error).__name__}: {error}"
    return End(kind, name, code, detail, time.monotonic() - started)


if __name__ == "__main__":
    main()
