"""What the engine costs: many small documents, memory, many queued jobs, latency.

Run it with ``python tests/benchmarks/batch.py [documents] [queued]``; the figures are
printed and written to ``batch.json`` beside this file.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from chaos import Stage, stage

from danchieu.jobs import DbosDelivery
from danchieu.store import ContentFolder, NewJob, open_ledger
from danchieu.usecases.batches import HANDED_OUT, hand_out

SECONDS = 0.2


def main() -> None:
    documents, queued = (int(n) for n in [*sys.argv[1:], "2000", "100000"][:2])
    figures = {
        "machine": {"cores": os.cpu_count(), "load": os.getloadavg()[0]},
        "embedded": embedded(documents),
        "queue": queue(queued),
    }
    text = json.dumps(figures, indent=1)
    Path(__file__).with_name("batch.json").write_text(text + "\n", "utf-8")
    print(text)


def embedded(count: int) -> dict[str, float]:
    """CPU of the engine's own process beside the CPU of reading, and its memory."""
    with stage() as here:
        here.environment = {"CHAOS_SECONDS": str(SECONDS)}
        here.write(count)
        process = here.batch()
        watched = _watch(here, process, count)
        process.wait()
        return watched


def _watch(
    here: Stage, process: subprocess.Popen[bytes], count: int
) -> dict[str, float]:
    """Look every second; what it did before the first document ended is start-up."""
    started, memory, looks = time.monotonic(), [], []
    while process.poll() is None:
        time.sleep(1)
        try:
            own, resident = _cpu(process.pid), _resident(process.pid)
        except OSError:
            break
        memory.append(resident)
        looks.append((here.done() if here.data.exists() else 0, own))
    (first, start_up), (last, own) = (next(w for w in looks if w[0]), looks[-1])
    each = (own - start_up) / max(1, last - first)
    seconds = time.monotonic() - started
    tenth = max(1, len(memory) // 10)
    early = memory[tenth : 2 * tenth] or memory
    late = memory[-2 * tenth : -tenth] or memory
    return {
        "documents": count,
        "read": here.done(),
        "cpu_s_per_document": SECONDS,
        "start_up_cpu_s": round(start_up, 2),
        "engine_cpu_ms_per_document": round(1000 * each, 2),
        "engine_share": round(each / SECONDS, 4),
        "seconds": round(seconds, 1),
        "documents_per_s": round(count / seconds, 2),
        "early_mib": round(statistics.median(early) / 2**20, 1),
        "late_mib": round(statistics.median(late) / 2**20, 1),
    }


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def queue(count: int) -> dict[str, float]:
    """How fast jobs are noted and handed out, and how long asking takes then."""
    with tempfile.TemporaryDirectory(prefix="danchieu-queue-") as folder:
        data = Path(folder)
        ledger = open_ledger(f"sqlite:///{data / 'danchieu.sqlite'}")
        delivery = DbosDelivery(f"sqlite:///{data / 'jobs.sqlite'}", None)
        ContentFolder(data / "files")
        started = time.monotonic()
        for at in range(0, count, HANDED_OUT):
            jobs = [_job(n) for n in range(at, min(count, at + HANDED_OUT))]
            hand_out(delivery, ledger.enlist(None, [], jobs))
        enqueued = time.monotonic() - started
        started = time.monotonic()
        counts = ledger.counts()
        asked = time.monotonic() - started
        delivery.stop(0.0)
        ledger.close()
        return {
            "queued": counts.open,
            "enqueued_per_s": round(count / enqueued),
            "status_s": round(asked, 3),
        }


def _job(number: int) -> NewJob:
    sha256 = f"{number:064x}"
    return NewJob(sha256, sha256, f"/x/{number}", "x", 1, 10 + number // 64)


if __name__ == "__main__":
    main()
