"""Counts what is read for callers who wait for the answer."""

from concurrent.futures import Future

from danchieu.errors import DanchieuError, FaultError
from danchieu.jobs import Reader, Reading
from danchieu.usecases.figures import Figures


class CountedReader:
    """A reader that notes in ``figures`` how each of its readings ended."""

    def __init__(self, reader: Reader, figures: Figures) -> None:
        self._reader, self._figures = reader, figures

    def prepare(self) -> None:
        """Wait until documents can be read.

        Raises:
            RuleError: the rules are wrong.
        """
        self._reader.prepare()

    def submit(self, name: str, content: bytes) -> Future[Reading]:
        """Begin to read one document."""
        begun = self._reader.submit(name, content)
        begun.add_done_callback(self._count)
        return begun

    def submit_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> Future[bytes]:
        """Begin to draw one page as PNG."""
        return self._reader.submit_page(name, content, number=number, scale=scale)

    def close(self) -> None:
        """Give back what the reader holds."""
        self._reader.close()

    def _count(self, ended: Future[Reading]) -> None:
        if ended.cancelled():
            return
        error = ended.exception()
        if error is not None:
            told = error if isinstance(error, DanchieuError) else FaultError()
            self._figures.count_failed(told.code)
            return
        read = ended.result()
        spent = sum(read.seconds.values())
        self._figures.count_read(len(read.document.text.pages), spent)
        self._figures.count_stages(read.seconds)
