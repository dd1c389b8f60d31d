"""How an entry of the log is written: one JSON object, no document's words."""

import traceback
from collections.abc import Iterator
from types import TracebackType

import structlog
from structlog.types import Processor

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def entry_processors() -> list[Processor]:
    """Return what makes a line of JSON of an entry.

    An exception is told by its class and by the places in our code, its causes first:
    its message may repeat what a document says.
    """
    return [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.processors.ExceptionRenderer(_traced),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]


def _traced(exc_info: ExcInfo) -> str:
    return "\n".join(_lines(exc_info[1])).strip()


def _lines(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (
        None if error.__suppress_context__ else error.__context__
    )
    if cause is not None:
        yield from _lines(cause)
    yield from (line.rstrip() for line in traceback.format_tb(error.__traceback__))
    yield type(error).__qualname__
