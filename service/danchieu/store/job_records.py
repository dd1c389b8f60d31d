"""What the ledger keeps of a batch, of its files and of the job for each content."""

from collections.abc import Mapping
from dataclasses import dataclass, field

WAITING = "waiting"
RUNNING = "running"
DONE = "done"
FAILED = "failed"
CANCELLED = "cancelled"
REPLACED = "replaced"
OPEN_STATES = (WAITING, RUNNING)


@dataclass(frozen=True, slots=True)
class Batch:
    """One source that was named on the command line, and how far its walk is.

    ``state`` is ``walking`` until every file has its row, then ``walked``, or
    ``cancelled``.
    """

    id: str
    source: str
    state: str
    created: float


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A file of a batch: its job, or the reason why it could not even be identified.

    ``size`` and ``changed`` (nanoseconds) tell a later walk that it is the same.
    """

    path: str
    job_id: str | None
    size: int
    changed: int
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class NewJob:
    """One content to be read; the same content twice is the same ``id``."""

    id: str
    sha256: str
    source: str
    name: str
    size: int
    priority: int
    callback: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One content and what became of it.

    ``round`` counts how often it was handed out anew, ``attempts`` how often its
    reading was begun in this round. ``code`` and ``message`` say why it failed.
    """

    id: str
    sha256: str
    source: str
    name: str
    size: int
    priority: int
    callback: str | None
    state: str
    round: int
    attempts: int
    code: str | None
    message: str | None
    document_id: str | None
    rules: str | None
    pages: int
    seconds: float
    worker: str | None
    created: float
    ended: float | None


@dataclass(frozen=True, slots=True)
class ReadOnce:
    """What reading a job gave: where its document is and what it cost."""

    document_id: str
    rules: str | None
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files of a batch, or jobs of the archive, are in which state.

    ``failures`` counts by stable code; ``duplicates`` are files with the content of
    another one.
    """

    states: Mapping[str, int] = field(default_factory=dict)
    failures: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    files: int = 0
    duplicates: int = 0

    @property
    def open(self) -> int:
        """How many wait or are being read."""
        return sum(self.states.get(state, 0) for state in OPEN_STATES)

    @property
    def done(self) -> int:
        """How many were read."""
        return self.states.get(DONE, 0)

    @property
    def failed(self) -> int:
        """How many failed, files that could not be identified among them."""
        return sum(self.failures.values())


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """One line of a report: a file and what became of its content."""

    path: str
    state: str
    code: str | None
    message: str | None
    document_id: str | None
    pages: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ApiKey:
    """Who may call the service; only the hash of the key itself is kept."""

    name: str
    scope: str
    created: float
    revoked: float | None
