"""How a failure ends on the command line: one line on stderr and an exit code."""

import sys
from pathlib import Path

from danchieu.cli.language import say
from danchieu.errors import (
    BadCallbackError,
    CorpusError,
    DanchieuError,
    DocumentError,
    KeyMissingError,
    KeyReadOnlyError,
    ModelError,
    NameTakenError,
    NotFoundError,
    QueueFullError,
    RuleError,
    SettingsError,
    StoreUnavailableError,
    UnclearDecisionError,
)
from danchieu.messages import vietnamese

SOME_FAILED = 1
WRONG_USAGE = 2
EXIT_CODES: dict[type[DanchieuError], int] = {
    DocumentError: SOME_FAILED,
    NotFoundError: SOME_FAILED,
    RuleError: SOME_FAILED,
    ModelError: SOME_FAILED,
    CorpusError: SOME_FAILED,
    BadCallbackError: SOME_FAILED,
    KeyMissingError: SOME_FAILED,
    KeyReadOnlyError: SOME_FAILED,
    NameTakenError: SOME_FAILED,
    QueueFullError: SOME_FAILED,
    StoreUnavailableError: SOME_FAILED,
    UnclearDecisionError: SOME_FAILED,
    SettingsError: WRONG_USAGE,
    DanchieuError: SOME_FAILED,
}
"""The first class that the error is of counts: children stand before parents."""


def exit_code(error: DanchieuError) -> int:
    """Return the exit code that ``error`` ends the command with."""
    return next(c for kind, c in EXIT_CODES.items() if isinstance(error, kind))


def tell(error: Exception, *, subject: str) -> None:
    """Write ``subject: code: message`` as one line on stderr."""
    print(failure_line(error, subject=subject), file=sys.stderr)


def failure_line(error: Exception, *, subject: str) -> str:
    """Return ``subject: code: message`` without line breaks."""
    detail = _without_name(str(error), subject)
    if isinstance(error, DanchieuError):
        message = say(f"{vietnamese(error)} ({detail})", detail)
        line = f"{subject}: {error.code}: {message}"
    elif isinstance(error, OSError):
        refused = say("Máy từ chối", "The system refused")
        line = f"{subject}: system-error: {refused}: {detail}"
    else:
        broken = say("Lỗi của chương trình", "A fault of the program")
        line = f"{subject}: internal-error: {broken}: {type(error).__name__}: {detail}"
    return " ".join(line.split())


def _without_name(message: str, subject: str) -> str:
    for name in (subject, Path(subject).name):
        message = message.removeprefix(f"{name}: ")
    return message
