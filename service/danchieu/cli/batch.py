"""``danchieu batch``: a whole folder, ZIP or list into the archive, come what may."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import Annotated

import typer

from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.cli.logs import log_to_file
from danchieu.cli.parquet_results import results_writer
from danchieu.cli.progress import Progress
from danchieu.cli.report_files import write_results
from danchieu.cli.workplace import Workplace, lend_ledger, open_workplace
from danchieu.errors import NameTakenError, StoreUnavailableError
from danchieu.settings import Settings, load_settings
from danchieu.store import Batch, Counts, Ledger
from danchieu.usecases.batches import enlist_batch, open_batch
from danchieu.usecases.crew import take_free_name
from danchieu.usecases.job_identity import batch_id_of
from danchieu.usecases.looks import Looks
from danchieu.usecases.working import patiently


def batch(
    source: Annotated[
        str,
        typer.Argument(
            help="Thư mục, ZIP, danh sách hoặc địa chỉ / Folder, ZIP, list."
        ),
    ],
    to: Annotated[
        str | None,
        typer.Option(help="Kho dữ liệu (URL) / Database of the archive."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Ghi kết quả, .jsonl hoặc .parquet / Results as a file."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Số tiến trình đọc / Worker processes.")
    ] = None,
) -> None:
    """Đọc cả một kho tệp, chạy lại để tiếp tục. / Read a whole archive; resumable."""
    settings = load_settings(workers=workers, database_url=to)
    ledger = lend_ledger(settings)
    try:
        counts = _read_batch(settings, ledger, source, out)
    finally:
        ledger.close()
    whole = counts.open == 0 and counts.failed == 0
    raise typer.Exit(0 if whole else SOME_FAILED)


def _read_batch(
    settings: Settings, ledger: Ledger, source: str, out: Path | None
) -> Counts:
    write = (results_writer(out) if out else None) or write_results
    log_to_file(settings, "batch")
    alone = ledger.hold(f"batch:{batch_id_of(source)}")
    if alone is None:
        raise NameTakenError(
            f"{source}: another process reads this batch now; wait for it or end it"
        )
    opened = open_batch(ledger, source)
    name = take_free_name(ledger, "batch")
    try:
        with (
            _ctrl_c() as stop,
            open_workplace(settings, ledger, name) as workplace,
        ):
            counts = _follow(workplace, opened, stop)
            if out is not None:
                write(workplace.store, ledger, opened.id, out)
    finally:
        alone.release()
    _say_end(opened, ledger.counts(opened.id))
    return counts


@contextmanager
def _ctrl_c() -> Iterator[Event]:
    """Lend an event that SIGINT and SIGTERM set; a second one ends at once."""
    stop = Event()

    def asked(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {n: signal.signal(n, asked) for n in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, action in before.items():
            signal.signal(number, action)


def _follow(workplace: Workplace, opened: Batch, stop: Event) -> Counts:
    walk = _Walk(workplace, opened, stop)
    walk.start()
    counts = workplace.ledger.counts(opened.id)
    ended = counts.done + counts.failed
    looks = Looks(workplace.ledger, opened.id)
    with Progress(pages_before=counts.pages, ended_before=ended) as progress:
        while not stop.wait(looks.pause):
            walking = walk.is_alive()
            look = looks.take()
            counts, finished = look or (counts, False)
            progress.show(counts, walking=walking)
            if walk.error is not None or workplace.crew.workshop.trouble is not None:
                break
            if finished and not walking:
                break
        progress.show(counts, walking=False, last=True)
    stop.set()
    walk.join()
    error = walk.error or workplace.crew.workshop.trouble
    if error is not None:
        raise error
    return counts


class _Walk(Thread):
    """Finds and notes the files while the crew reads the first ones."""

    def __init__(self, workplace: Workplace, opened: Batch, stop: Event) -> None:
        super().__init__(name="walk", daemon=True)
        self._workplace, self._opened, self._stop_asked = workplace, opened, stop
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            patiently(self._enlist, self._stop_asked, (StoreUnavailableError,))
        except Exception as error:  # told by the main thread
            self.error = error

    def _enlist(self) -> None:
        """Walk from the start; what an earlier walk noted is not opened again."""
        enlist_batch(self._workplace.desk, self._opened, self._stop_asked.is_set)


def _say_end(opened: Batch, counts: Counts) -> None:
    if counts.open:
        typer.echo(
            say(
                f"Còn {counts.open} văn bản chưa đọc; chạy lại cùng lệnh để tiếp tục.",
                f"{counts.open} documents are left; run the same command to go on.",
            )
        )
        return
    typer.echo(
        say(
            f"Đợt {opened.id}: {counts.done} văn bản, {counts.pages} trang, "
            f"{counts.failed} lỗi. Xem: danchieu report {opened.id}",
            f"Batch {opened.id}: {counts.done} documents, {counts.pages} pages, "
            f"{counts.failed} failed. See: danchieu report {opened.id}",
        )
    )
