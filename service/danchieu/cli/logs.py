"""What working commands log: JSON lines in the data folder, without document text."""

import contextlib
import logging
from dataclasses import dataclass
from typing import TextIO, cast

import structlog

from danchieu.settings import Settings
from danchieu.usecases.log_entries import entry_processors


def log_to_file(settings: Settings, name: str) -> None:
    """Append entries of the configured level to ``logs/<name>.jsonl``."""
    folder = settings.data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    file = _Forgiving((folder / f"{name}.jsonl").open("a", encoding="utf-8"))
    structlog.configure(
        processors=entry_processors(),
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[settings.log_level.upper()]
        ),
        logger_factory=structlog.WriteLoggerFactory(file=cast(TextIO, file)),
        cache_logger_on_first_use=False,
    )


@dataclass(eq=False)
class _Forgiving:
    """A log that keeps quiet when the disk is full: work must not end for it."""

    file: TextIO

    def write(self, line: str) -> None:
        """Write the line, or not."""
        with contextlib.suppress(OSError):
            self.file.write(line)

    def flush(self) -> None:
        """Bring what was written to the disk, or not."""
        with contextlib.suppress(OSError):
            self.file.flush()
