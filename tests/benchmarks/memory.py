"""What a worker holds over many documents; writes ``memory.json``.

Run it with ``python tests/benchmarks/memory.py [documents]``. One worker reads letters,
PDFs, Word files and A4 scans in turns; what it holds is looked at after each.
"""

import json
import statistics
import sys
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from media import SAMPLE, chain_config
from worker_memory import held_mib

from danchieu.domain.limits import Limits
from danchieu.jobs import ReaderPool
from danchieu.rendering import find_damage, render_text, scan_pdf

DOCUMENTS = 530
COMPARED = 100
DPI = 300
TURN = ("txt", "scan", "docx", "pdf", "txt")
TEXTS = 6


def main() -> None:
    """Read the documents and write the figures."""
    [count] = (int(n) for n in [*sys.argv[1:], DOCUMENTS][:1])
    pool = ReaderPool(chain_config(Limits()), workers=1)
    try:
        pool.prepare()
        held = [_held_after(pool, *file) for file in islice(cycle(_files()), count)]
        [peak] = [max(held_mib("VmHWM").values())]
    finally:
        pool.close()
    figures = _figures(held, peak)
    text = json.dumps(figures, indent=1)
    Path(__file__).with_suffix(".json").write_text(text + "\n", "utf-8")
    print(text)


def _files() -> list[tuple[str, bytes]]:
    texts = [p.read_text("utf-8") for p in sorted(SAMPLE.glob("documents/*.txt"))]
    return [
        (f"{at}.{kind}", _file(text, kind))
        for at, text in enumerate(sorted(texts, key=len)[:TEXTS])
        for kind in TURN
    ]


def _file(text: str, kind: str) -> bytes:
    if kind == "txt":
        return text.encode()
    if kind != "scan":
        return render_text(text, kind)
    return scan_pdf(render_text(text, "pdf"), replace(find_damage("light"), dpi=DPI))


def _held_after(pool: ReaderPool, name: str, content: bytes) -> int:
    pool.submit(name, content).result()
    return max(held_mib().values())


def _figures(held: list[int], peak: int) -> dict[str, float]:
    """Compare the last documents with the first after the warm-up."""
    warm = len(_files())
    compared = max(1, min(COMPARED, (len(held) - warm) // 2))
    first = statistics.mean(held[warm : warm + compared])
    last = statistics.mean(held[-compared:])
    return {
        "documents": len(held),
        "scans_dpi": DPI,
        "scans": sum(1 for at in range(len(held)) if TURN[at % len(TURN)] == "scan"),
        "warm_up": warm,
        "compared": compared,
        "first_mib": round(first, 1),
        "last_mib": round(last, 1),
        "growth": round(last / first - 1, 4),
        "peak_mib": peak,
    }


if __name__ == "__main__":
    main()
