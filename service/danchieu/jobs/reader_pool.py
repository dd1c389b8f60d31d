"""Worker processes that read documents, killed and replaced when one overruns."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from danchieu.errors import DocumentError, TimeLimitError
from danchieu.jobs import worker
from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.reader import Reading

_Given = TypeVar("_Given")


class ReaderPool:
    """Reads each document in a process of its own kind, never in the caller's.

    A document that takes too long, too much memory or kills its process fails
    alone; the next one gets a fresh process.
    """

    def __init__(
        self,
        config: ChainConfig,
        *,
        workers: int,
        open_chain: worker.OpenChain = open_chain,
    ) -> None:
        self._seconds = config.limits.seconds
        self._pool = ProcessPool(
            max_workers=workers,
            initializer=worker.start,
            initargs=(open_chain, config),
            context=_start_context(),
        )

    def prepare(self) -> None:
        """Wait until a process is ready to read.

        Raises:
            RuleError: the rules are wrong, so no document can be read.
        """
        self._pool.schedule(worker.ready).result()

    def submit(self, name: str, content: bytes) -> Future[Reading]:
        """Begin to read one document; the future fails with a ``DocumentError``."""
        return self._schedule(name, worker.read, name, content)

    def submit_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> Future[bytes]:
        """Begin to draw one page as PNG."""
        return self._schedule(name, worker.render_page, name, content, number, scale)

    def close(self) -> None:
        """Stop the processes; what was not finished is cancelled."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def _schedule(
        self, name: str, work: Callable[..., _Given], *args: object
    ) -> Future[_Given]:
        told: Future[_Given] = Future()
        inner = self._pool.schedule(work, args=args, timeout=self._seconds)
        inner.add_done_callback(lambda done: self._tell(name, done, told))
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
                DocumentError(
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
