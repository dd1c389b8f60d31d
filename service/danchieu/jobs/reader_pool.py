"""Worker processes that read documents, killed and replaced when one overruns."""

import hashlib
import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from danchieu.errors import ReaderDiedError, TimeLimitError
from danchieu.jobs import worker
from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.reader import Reading
from danchieu.jobs.sharing import PagesDone, may_be_long
from danchieu.pages import PagesRead

_Given = TypeVar("_Given")


class ReaderPool:
    """Reads each document in a process of its own kind, never in the caller's.

    A document that takes too long, too much memory or kills its process fails
    alone; the next one gets a fresh process. Pictures of pages are drawn in one
    more process, so that nobody waits for them behind long scans. The pages of a
    long scan are shared among the processes that are idle when it comes; each share
    has the whole time and memory of a document. ``died`` is called whenever a process
    was lost or ended for its document and another one took its place.
    """

    def __init__(
        self,
        config: ChainConfig,
        *,
        workers: int,
        open_chain: worker.OpenChain = open_chain,
        died: Callable[[], None] = lambda: None,
    ) -> None:
        self._died = died
        self._seconds = config.limits.seconds
        self._workers = workers
        self._unread: set[Future[Reading]] = set()
        self._shared: dict[str, tuple[int, Sequence[Future[PagesRead]]]] = {}
        self._sharing = ThreadPoolExecutor(workers, "sharing")
        self._reading, self._drawing = (
            ProcessPool(
                max_workers=processes,
                initializer=worker.start,
                initargs=(open_chain, config),
                context=_start_context(),
            )
            for processes in (workers, 1)
        )

    def prepare(self) -> None:
        """Wait until a process is ready to read.

        Raises:
            RuleError: the rules are wrong, so no document can be read.
        """
        self._reading.schedule(worker.ready).result()

    def submit(self, name: str, content: bytes) -> Future[Reading]:
        """Begin to read one document; the future fails with a ``DocumentError``."""
        idle = self._workers - len(self._unread)
        begun = (
            self._sharing.submit(self._read_shared, name, content, idle)
            if idle > 0 and may_be_long(content)
            else self._scheduled(worker.read, name, content)
        )
        told = self._retold(name, begun)
        self._unread.add(told)
        told.add_done_callback(self._unread.discard)
        return told

    def _read_shared(self, name: str, content: bytes, readers: int) -> Reading:
        """Read a document in shares, if it is worth it, and wait for them."""
        begun = self._scheduled(worker.begin, name, content, readers).result()
        if isinstance(begun, Reading):
            return begun
        pages, shares = begun
        parts = [
            self._scheduled(worker.read_share, name, content, share) for share in shares
        ]
        sha256 = hashlib.sha256(content).hexdigest()
        self._shared[sha256] = pages, parts
        try:
            read = [part.result() for part in parts]
        finally:
            del self._shared[sha256]
            for part in parts:
                part.cancel()
        return self._scheduled(worker.read_joined, name, content, read).result()

    def pages_done(self, sha256: str) -> PagesDone | None:
        """Return how far a long document is; None for what is not read in shares."""
        pages, parts = self._shared.get(sha256, (0, ()))
        read = sum(_pages_in(part) for part in parts)
        return PagesDone(read, pages) if pages else None

    def _scheduled(
        self, work: Callable[..., _Given], name: str, content: bytes, *more: object
    ) -> Future[_Given]:
        scheduled: Future[_Given] = self._reading.schedule(
            work, args=(name, content, *more), timeout=self._seconds
        )
        return scheduled

    def submit_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> Future[bytes]:
        """Begin to draw one page as PNG."""
        begun = self._drawing.schedule(
            worker.render_page,
            args=(name, content, number, scale),
            timeout=self._seconds,
        )
        return self._retold(name, begun)

    def close(self) -> None:
        """Stop the processes; what was not finished is cancelled."""
        for pool in (self._reading, self._drawing):
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
        self._sharing.shutdown(cancel_futures=True)

    def _retold(self, name: str, begun: Future[_Given]) -> Future[_Given]:
        told: Future[_Given] = Future()
        begun.add_done_callback(lambda done: self._tell(name, done, told))
        return told

    def _tell(self, name: str, done: Future[_Given], told: Future[_Given]) -> None:
        if not told.set_running_or_notify_cancel():
            return
        try:
            told.set_result(done.result())
        except TimeoutError:
            self._died()
            told.set_exception(self._overran(name))
        except ProcessExpired as error:
            self._died()
            told.set_exception(
                ReaderDiedError(
                    f"{name}: the process that read it died (exit code "
                    f"{error.exitcode}); the file may be damaged, get it anew"
                )
            )
        except (Exception, CancelledError) as error:
            told.set_exception(error)

    def _overran(self, name: str) -> TimeLimitError:
        return TimeLimitError(
            f"{name}: reading it takes longer than {self._seconds:g} s; split the "
            "file or raise DANCHIEU_MAX_SECONDS"
        )


def _pages_in(part: Future[PagesRead]) -> int:
    ended = part.done() and not part.cancelled() and part.exception() is None
    return len(part.result().pages) if ended else 0


def _start_context() -> multiprocessing.context.BaseContext:
    """Fork from a clean server that has the code loaded, not from the caller."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["danchieu.jobs.worker"])
    return context
