"""What may happen in a night, made to happen: nothing is lost, nothing is there twice.

Run it with ``make chaos``; the outcomes are counted and written to ``chaos.json``
beside this file. Everything is bounded and stays on this machine.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from postgres import lend_restartable
from worker_memory import processes

from danchieu.store import ContentFolder, open_ledger
from danchieu.usecases import open_store

COMMAND = Path(__file__).with_name("chaos_command.py")
MANY = 300
PATIENCE = 600.0


@dataclass
class Outcome:
    """What a fault left: files expected, read, failed; lost and doubled are ours."""

    fault: str
    expected: int
    read: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    doubled: int = 0
    read_again: int = 0
    seconds_to_recover: float = 0.0
    note: str = ""


@dataclass
class Stage:
    """A folder of documents and a data folder of its own."""

    root: Path
    url: str | None = None
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> Path:
        return self.root / "in"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def database(self) -> str:
        return self.url or f"sqlite:///{self.data / 'danchieu.sqlite'}"

    def write(self, count: int, *, of: str = "doc", text: str = "KẾ HOẠCH") -> None:
        self.files.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            body = f"{text}\nVăn bản thử số {of} {number}, viết riêng cho phép thử.\n"
            (self.files / f"{of}-{number:05}.txt").write_text(body, "utf-8")

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {
            "DANCHIEU_DATA_DIR": str(self.data),
            "DANCHIEU_DATABASE_URL": self.database,
            "DANCHIEU_LANG": "en",
            "DANCHIEU_WORKERS": "2",
            "DANCHIEU_LOG_LEVEL": "info",
            "CHAOS_SECONDS": "0.05",
            **self.environment,
        }
        log = (self.root / "said.log").open("ab")
        return subprocess.Popen(
            [sys.executable, str(COMMAND), *arguments],
            env=environment,
            stdout=log,
            stderr=log,
        )

    def batch(self) -> subprocess.Popen[bytes]:
        return self.start("batch", str(self.files))

    def done(self) -> int:
        ledger = open_ledger(self.database)
        try:
            return ledger.counts().done
        finally:
            ledger.close()

    def wait_for(self, count: int) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.data.exists() and self.done() >= count:
                return
            time.sleep(0.2)
        raise TimeoutError(f"{count} documents were not read in time")

    def outcome(self, fault: str, expected: int, seconds: float) -> Outcome:
        """Count what is there; the archive and the ledger must say the same."""
        ledger = open_ledger(self.database)
        store = open_store(self.database, self.data)
        counts = ledger.counts()
        kept = store.count()
        held = [job.sha256 for job in ledger.all_done()]
        files = ContentFolder(self.data / "files")
        for sha256 in held:
            files.load(sha256)
        ledger.close()
        store.close()
        failed = dict(counts.failures)
        logged = self._logged()
        return Outcome(
            fault=fault,
            expected=expected,
            read=counts.done,
            failed=failed,
            lost=expected - counts.done - counts.failed,
            doubled=kept - len(set(held)),
            read_again=max(0, logged - counts.done),
            seconds_to_recover=round(seconds, 1),
        )

    def _logged(self) -> int:
        logs = (self.data / "logs").glob("*.jsonl")
        return sum(log.read_text("utf-8").count('"event": "read"') for log in logs)


@contextmanager
def stage(url: str | None = None) -> Iterator[Stage]:
    root = Path(tempfile.mkdtemp(prefix="danchieu-chaos-"))
    try:
        yield Stage(root, url)
    finally:
        shutil.rmtree(root, ignore_errors=True)


def finish(process: subprocess.Popen[bytes]) -> float:
    started = time.monotonic()
    process.wait(timeout=PATIENCE)
    return time.monotonic() - started


def pool_workers(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the reading processes: the children of the fork server."""
    parents = {pid: int(facts["PPid"]) for pid, facts in processes().items()}
    children = [pid for pid, parent in parents.items() if parent == process.pid]
    return [pid for pid, parent in parents.items() if parent in children]


def killed_process() -> Outcome:
    with stage() as here:
        here.write(MANY)
        for share in (0.2, 0.5):
            process = here.batch()
            here.wait_for(int(MANY * share))
            process.kill()
            process.wait()
        return here.outcome("kill -9 of the process, twice", MANY, finish(here.batch()))


def killed_reader() -> Outcome:
    with stage() as here:
        here.write(MANY)
        process = here.batch()
        for share in (0.1, 0.3, 0.5, 0.7):
            here.wait_for(int(MANY * share))
            for pid in pool_workers(process)[:1]:
                os.kill(pid, signal.SIGKILL)
        return here.outcome("kill -9 of a pool worker, 4 times", MANY, finish(process))


def troublemakers() -> Outcome:
    with stage() as here:
        here.write(MANY - 3)
        for kind in ("deadly", "slow", "greedy"):
            here.write(1, of=kind, text=kind)
        here.environment = {"DANCHIEU_MAX_SECONDS": "20"}
        seconds = finish(here.batch())
        found = here.outcome("a crashing, a hanging, a greedy document", MANY, seconds)
        copies = len(list((here.data / "quarantine").glob("*.json")))
        found.note = f"{copies} in quarantine"
        return found


def stopped_softly() -> Outcome:
    with stage() as here:
        here.write(MANY)
        process = here.batch()
        here.wait_for(MANY // 3)
        process.send_signal(signal.SIGINT)
        stopping = finish(process)
        found = here.outcome("Ctrl-C", MANY, finish(here.batch()))
        found.note = f"stopped after {stopping:.1f} s"
        return found


def same_name() -> Outcome:
    with stage() as here:
        here.write(MANY // 3)
        first = here.batch()
        here.wait_for(5)
        second = here.batch()
        refused = second.wait(timeout=PATIENCE)
        one = here.start("worker", "--name", "a", "--until-idle")
        other = here.start("worker", "--name", "a", "--until-idle")
        codes = [one.wait(timeout=PATIENCE), other.wait(timeout=PATIENCE)]
        found = here.outcome("two processes with one id", MANY // 3, finish(first))
        found.note = f"second batch ended {refused}, two workers ended {sorted(codes)}"
        return found


def duplicates() -> Outcome:
    with stage() as here:
        here.write(MANY // 3)
        for copy in ("copy-1", "copy-2"):
            shutil.copytree(here.files, here.root / copy)
        for copy in ("copy-1", "copy-2"):
            shutil.move(here.root / copy, here.files / copy)
        return here.outcome("every file three times", MANY // 3, finish(here.batch()))


def changing_file() -> Outcome:
    with stage() as here:
        here.write(MANY // 3)
        target = here.files / f"doc-{MANY // 3 - 1:05}.txt"
        process = here.batch()
        here.wait_for(3)
        target.write_text(
            "KẾ HOẠCH\nBản mới của văn bản, viết lại giữa chừng.\n", "utf-8"
        )
        seconds = finish(process)
        return here.outcome("a file that changes meanwhile", MANY // 3, seconds)


@contextmanager
def small_disk(here: Stage, megabytes: int) -> Iterator[None]:
    here.data.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", here.data]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        raise PermissionError("a small disk cannot be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", here.data], check=False)


def full_disk() -> Outcome:
    with stage() as here, small_disk(here, 6):
        here.write(MANY, text="KẾ HOẠCH\n" + "Nội dung dài của văn bản thử. " * 900)
        code = _ends_in_time(here.batch())
        before = here.done()
        _remount(here, "size=200m")
        found = here.outcome("a full disk, then room", MANY, finish(here.batch()))
        found.note = f"ended {code} with {before} read while full"
        return found


def read_only() -> Outcome:
    """The disk is made read-only between two runs: Linux refuses it under a writer."""
    with stage() as here, small_disk(here, 200):
        here.write(MANY)
        process = here.batch()
        here.wait_for(MANY // 4)
        process.send_signal(signal.SIGINT)
        finish(process)
        _remount(here, "ro")
        code = _ends_in_time(here.batch())
        _remount(here, "rw,size=200m")
        seconds = finish(here.batch())
        found = here.outcome("a read-only store, then rights", MANY, seconds)
        found.note = f"ended {code} while read-only"
        return found


def _remount(here: Stage, options: str) -> None:
    remount = ["mount", "-o", f"remount,{options}", here.data]
    if subprocess.run(remount, check=False, capture_output=True).returncode != 0:
        raise PermissionError("a disk cannot be remounted here")


def _ends_in_time(process: subprocess.Popen[bytes]) -> int | None:
    try:
        return process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None


def killed_worker_of_three() -> Outcome:
    with lend_restartable() as server, stage(server.url) as here:
        here.write(MANY)
        workers = [here.start("worker", "--workers", "1") for _ in range(3)]
        process = here.batch()
        here.wait_for(MANY // 3)
        workers[1].kill()
        workers[1].wait()
        process.kill()
        process.wait()
        seconds = _until_idle(here, MANY)
        for worker in (workers[0], workers[2]):
            worker.terminate()
            worker.wait(timeout=PATIENCE)
        return here.outcome("kill -9 of a worker and the walker", MANY, seconds)


def restarted_postgres() -> Outcome:
    with lend_restartable() as server, stage(server.url) as here:
        here.write(MANY)
        process = here.batch()
        here.wait_for(MANY // 3)
        server.restart()
        return here.outcome(
            "PostgreSQL stopped at once, restarted", MANY, finish(process)
        )


def _until_idle(here: Stage, count: int) -> float:
    started = time.monotonic()
    here.wait_for(count)
    return time.monotonic() - started


FAULTS: tuple[Callable[[], Outcome], ...] = (
    killed_process,
    killed_reader,
    troublemakers,
    stopped_softly,
    same_name,
    duplicates,
    changing_file,
    full_disk,
    read_only,
    killed_worker_of_three,
    restarted_postgres,
)


def main() -> None:
    wanted = set(sys.argv[1:])
    outcomes = []
    for fault in FAULTS:
        if wanted and fault.__name__ not in wanted:
            continue
        try:
            found = fault()
        except (PermissionError, TimeoutError, subprocess.SubprocessError) as error:
            found = Outcome(fault.__name__, 0, note=f"{type(error).__name__}: {error}")
        outcomes.append(asdict(found))
        print(json.dumps(outcomes[-1], ensure_ascii=False), flush=True)
    if not wanted:
        target = Path(__file__).with_name("chaos.json")
        target.write_text(json.dumps(outcomes, ensure_ascii=False, indent=1) + "\n")
    bad = [o for o in outcomes if o["lost"] or o["doubled"]]
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
