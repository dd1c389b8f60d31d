"""What a document gives when it is read, and who may read it."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from danchieu.contract import DocumentResult
from danchieu.domain.document import Document
from danchieu.pages import PagesRead, Share


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as read, the same as our published result, and what it took.

    ``seconds`` are by stage, those of the reading process only.
    """

    document: Document
    result: DocumentResult
    seconds: Mapping[str, float] = field(default_factory=dict)


class Chain(Protocol):
    """The whole way of a document, ready to be walked, in this process."""

    def read(self, name: str, content: bytes) -> Reading:
        """Read one document.

        Raises:
            DocumentError: it cannot be read.
        """
        ...

    def count_pages(self, name: str, content: bytes) -> int:
        """Return how many pages several readers could share.

        Raises:
            DocumentError: the file cannot be opened.
        """
        ...

    def read_share(self, name: str, content: bytes, share: Share) -> PagesRead:
        """Read only the pages of the share.

        Raises:
            DocumentError: one of them cannot be read.
        """
        ...

    def read_joined(
        self, name: str, content: bytes, parts: Sequence[PagesRead]
    ) -> Reading:
        """Read the document whose shares were read before: the same as ``read``."""
        ...

    def render_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> bytes:
        """Draw one page as PNG.

        Raises:
            DocumentError: the file cannot be read.
            NotFoundError: it has no such page, or its pages are not pictures.
        """
        ...


class Reader(Protocol):
    """Reads documents somewhere; futures fail with ``DanchieuError``s."""

    def prepare(self) -> None:
        """Wait until documents can be read.

        Raises:
            RuleError: the rules are wrong.
        """
        ...

    def submit(self, name: str, content: bytes) -> Future[Reading]:
        """Begin to read one document."""
        ...

    def submit_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> Future[bytes]:
        """Begin to draw one page as PNG."""
        ...

    def close(self) -> None:
        """Give back what the reader holds; it reads nothing afterwards."""
        ...


def plain_name(given: str | None) -> str:
    """Return a file's name without folders, as a browser may send them."""
    name = (given or "").replace("\\", "/").rpartition("/")[2].strip()
    return name or "document"


class InProcessReader:
    """Reads in the caller's process, at once: for trusted files and for measuring."""

    def __init__(self, chain: Chain) -> None:
        self._chain = chain

    def prepare(self) -> None:
        """Be ready: the chain was opened by the caller."""

    def submit(self, name: str, content: bytes) -> Future[Reading]:
        """Read one document now."""
        future: Future[Reading] = Future()
        try:
            future.set_result(self._chain.read(name, content))
        except Exception as error:
            future.set_exception(error)
        return future

    def submit_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> Future[bytes]:
        """Draw one page now."""
        future: Future[bytes] = Future()
        try:
            drawn = self._chain.render_page(name, content, number=number, scale=scale)
            future.set_result(drawn)
        except Exception as error:
            future.set_exception(error)
        return future

    def close(self) -> None:
        """Hold nothing."""
