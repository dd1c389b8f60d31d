"""How the service writes its log: one JSON object per line, no document's content."""

import logging
import sys

import structlog

from danchieu.usecases.log_entries import entry_processors


def set_up_logs(level: str) -> None:
    """Write entries of ``level`` and above to stderr."""
    structlog.configure(
        processors=entry_processors(),
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
