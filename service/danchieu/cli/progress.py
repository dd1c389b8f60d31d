"""How far a batch is: a line that stays on a terminal, plain lines elsewhere."""

import sys
import time
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.live import Live
from rich.text import Text

from danchieu.cli.language import say
from danchieu.store import Counts
from danchieu.wording import number_in_words

_LINE_SECONDS = 10.0
_MINUTE = 60
_HOUR = 3600


@dataclass
class Progress:
    """Shows counts as they come; ``pages_before`` were read by earlier runs."""

    pages_before: int = 0
    ended_before: int = 0
    _started: float = field(default_factory=time.monotonic)
    _said: float = 0.0
    _live: Live | None = None

    def __enter__(self) -> Self:
        """Take the terminal, if there is one."""
        if sys.stderr.isatty():
            console = Console(stderr=True, highlight=False)
            self._live = Live(console=console, refresh_per_second=4, transient=False)
            self._live.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the terminal back."""
        if self._live is not None:
            self._live.stop()

    def show(self, counts: Counts, *, walking: bool, last: bool = False) -> None:
        """Show the counts; off a terminal at most every ten seconds and at the end."""
        line = self.line(counts, walking=walking)
        if self._live is not None:
            self._live.update(Text(line))
            return
        now = time.monotonic()
        if last or now - self._said >= _LINE_SECONDS:
            self._said = now
            print(line, file=sys.stderr, flush=True)

    def line(self, counts: Counts, *, walking: bool) -> str:
        """Return the counts as one line."""
        seconds = max(time.monotonic() - self._started, 0.001)
        ended = counts.done + counts.failed
        pages_per_second = (counts.pages - self.pages_before) / seconds
        parts = [
            counts_line(counts),
            say(
                f"{number_in_words(round(pages_per_second, 1))} trang/giây",
                f"{pages_per_second:.1f} pages/s",
            ),
        ]
        if walking:
            parts.append(say("còn đang tìm tệp", "still looking for files"))
        elif counts.open:
            rate = (ended - self.ended_before) / seconds
            parts.append(_left(counts.open / rate if rate > 0 else None))
        return " · ".join(parts)


def counts_line(counts: Counts) -> str:
    """Return files, pages and failures in words."""
    jobs = counts.done + counts.failed + counts.open
    parts = [
        say(
            f"{number_in_words(counts.done)}/{number_in_words(jobs)} văn bản",
            f"{counts.done}/{jobs} documents",
        ),
        say(f"{number_in_words(counts.pages)} trang", f"{counts.pages} pages"),
    ]
    if counts.failed:
        reasons = ", ".join(f"{c} {n}" for c, n in sorted(counts.failures.items()))
        parts.append(
            say(
                f"{counts.failed} lỗi ({reasons})",
                f"{counts.failed} failed ({reasons})",
            )
        )
    if counts.duplicates > 0:
        parts.append(
            say(f"{counts.duplicates} tệp trùng", f"{counts.duplicates} duplicates")
        )
    return " · ".join(parts)


def _left(seconds: float | None) -> str:
    if seconds is None:
        return say("chưa rõ còn bao lâu", "time left unknown")
    if seconds < _MINUTE:
        return say("còn chưa đến 1 phút", "less than 1 minute left")
    if seconds < 2 * _HOUR:
        minutes = round(seconds / _MINUTE)
        return say(f"còn khoảng {minutes} phút", f"about {minutes} minutes left")
    hours = round(seconds / _HOUR)
    return say(f"còn khoảng {hours} giờ", f"about {hours} hours left")
