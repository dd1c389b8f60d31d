"""Which processes there are, and how much memory those below this one hold."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_OURS = "python"
_LOOK_SECONDS = 0.2


@dataclass(slots=True)
class Peak:
    """The most that one process held while it was watched."""

    mib: int = 0


@contextmanager
def watched_peak() -> Iterator[Peak]:
    """Watch the Python processes below this one for as long as the block runs."""
    peak, ended = Peak(), Event()

    def watch() -> None:
        while not ended.wait(_LOOK_SECONDS):
            peak.mib = max([peak.mib, *held_mib("VmHWM").values()])

    watching = Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield peak
    finally:
        ended.set()
        watching.join()


def held_mib(figure: str = "VmRSS") -> dict[int, int]:
    """Return what each Python process below this one holds, by its id."""
    known = processes()
    parents = {pid: int(facts["PPid"]) for pid, facts in known.items()}
    return {
        pid: int(facts[figure].split()[0]) // 1024
        for pid, facts in known.items()
        if figure in facts and _OURS in facts["Name"] and _is_below(pid, parents)
    }


def processes() -> dict[int, dict[str, str]]:
    """Return what ``/proc`` says of the state of each process, by its id."""
    known = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lines = (folder / "status").read_text("utf-8", "replace").splitlines()
        except OSError:
            continue
        facts = dict(line.split(":", 1) for line in lines if ":" in line)
        known[int(folder.name)] = facts
    return known


def _is_below(pid: int, parents: dict[int, int]) -> bool:
    while pid := parents.get(pid, 0):
        if pid == os.getpid():
            return True
    return False
