"""What runs inside a worker process: one chain, opened once, under a memory limit."""

import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from danchieu.errors import DanchieuError, TimeLimitError
from danchieu.jobs.chain import ChainConfig
from danchieu.jobs.reader import Chain, Reading
from danchieu.jobs.sharing import find_shares
from danchieu.pages import PagesRead, Share

OpenChain = Callable[[ChainConfig], Chain]
_Given = TypeVar("_Given")


class _Worker:
    """This process's chain, or why it could not be opened."""

    chain: Chain | None = None
    error: DanchieuError | None = None


def start(open_chain: OpenChain, config: ChainConfig) -> None:
    """Prepare this process; an error is kept and told to whoever asks for work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hush_libraries()
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        _Worker.chain = open_chain(config)
    except DanchieuError as error:
        _Worker.error = error
    _limit_memory(config.limits.memory_bytes)


def ready() -> None:
    """Come back when the chain is open.

    Raises:
        DanchieuError: it could not be opened.
    """
    _chain()


def read(name: str, content: bytes) -> Reading:
    """Read one document with this process's chain.

    Raises:
        DocumentError: it cannot be read, or wants more memory than allowed.
    """
    return _within_memory(name, lambda: _chain().read(name, content))


def begin(
    name: str, content: bytes, readers: int
) -> Reading | tuple[int, tuple[Share, ...]]:
    """Read a document, or count its pages and return the shares for several readers.

    Raises:
        DocumentError: it cannot be read, or wants more memory than allowed.
    """

    def begun() -> Reading | tuple[int, tuple[Share, ...]]:
        pages = _chain().count_pages(name, content)
        shares = find_shares(content, pages, readers)
        return (pages, shares) if shares else _chain().read(name, content)

    return _within_memory(name, begun)


def read_share(name: str, content: bytes, share: Share) -> PagesRead:
    """Read some pages of a document.

    Raises:
        DocumentError: one cannot be read, or wants more memory than allowed.
    """
    return _within_memory(name, lambda: _chain().read_share(name, content, share))


def read_joined(name: str, content: bytes, parts: Sequence[PagesRead]) -> Reading:
    """Read a document whose pages have been read.

    Raises:
        DocumentError: it wants more memory than allowed.
    """
    return _within_memory(name, lambda: _chain().read_joined(name, content, parts))


def render_page(name: str, content: bytes, number: int, scale: float) -> bytes:
    """Draw one page with this process's chain.

    Raises:
        DocumentError: the file cannot be read, or wants more memory than allowed.
        NotFoundError: there is no such picture.
    """
    return _within_memory(
        name, lambda: _chain().render_page(name, content, number=number, scale=scale)
    )


def _chain() -> Chain:
    if _Worker.error is not None:
        raise _Worker.error
    if _Worker.chain is None:
        raise ValueError("the worker was not started")
    return _Worker.chain


def _within_memory(name: str, work: Callable[[], _Given]) -> _Given:
    try:
        return work()
    except MemoryError:
        raise TimeLimitError(
            f"{name}: reading it takes more memory than one document is allowed; "
            "split the file or raise DANCHIEU_MAX_MEMORY_BYTES"
        ) from None


def _hush_libraries() -> None:
    """Let only Python write to stderr; OCR and PDF code chats on the descriptor."""
    sys.stderr = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _limit_memory(extra: int) -> None:
    """Allow ``extra`` bytes of address space beyond what is mapped already."""
    mapped = Path("/proc/self/statm")
    if not mapped.is_file():
        return
    pages = int(mapped.read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + extra
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
