"""Worker processes that read documents, killed and replaced when one overruns."""

import multiprocessing
from concurrent.futures import CancelledError, Future
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from danchieu.errors import ReaderDiedError, TimeLimitError
from danchieu.jobs import worker
from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.reader import Reading

_Given = TypeVar("_Given")


class ReaderPool:
    """Reads each document in a process of its own kind, never in the caller's.

    A document that takes too long, too much memory or kills its process fails
    alone; the next one gets a fresh process. Pictures of pages are drawn in one
    more process, so that nobody waits for them behind long scans.
    """

    def __init__(
        self,
        config: ChainConfig,
        *,
        workers: int,
        open_chain: worker.OpenChain = open_chain,
    ) -> None:
        self._seconds = config.limits.seconds
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
        begun = self._reading.schedule(
            worker.read, args=(name, content), timeout=self._seconds
        )
        return self._retold(name, begun)

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
            told.set_exception(self._overran(name))
        except ProcessExpired as error:
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


def _start_context() -> multiprocessing.context.BaseContext:
    """Fork from a clean server that has the code loaded, not from the caller."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["danchieu.jobs.worker"])
    return context
