"""What this process has done so far, in numbers, for monitoring."""

from collections.abc import Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from danchieu.store import CANCELLED, DONE, FAILED, Ledger
from danchieu.store.job_records import OPEN_STATES, REPLACED

_STATES = (*OPEN_STATES, DONE, FAILED, CANCELLED, REPLACED)
_SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 600)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Figures:
    """Counters of one process; names begin with ``danchieu_``."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._read = self._counter("documents_read", "Documents read and kept")
        self._pages = self._counter("pages_read", "Pages of these documents")
        self._restarts = self._counter("reader_deaths", "Reading processes that died")
        self._failed = Counter(
            "danchieu_documents_failed",
            "Documents that failed, by stable code",
            ["code"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "danchieu_document_seconds",
            "Seconds from a document's bytes to its place in the archive",
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._stages = Counter(
            "danchieu_stage_seconds",
            "Seconds by stage: fetch, wait, pages, understand, keep, note",
            ["stage"],
            registry=self._registry,
        )
        self._jobs = Gauge(
            "danchieu_jobs",
            "Jobs in the ledger, by state",
            ["state"],
            registry=self._registry,
        )

    def _counter(self, name: str, meaning: str) -> Counter:
        return Counter(f"danchieu_{name}", meaning, registry=self._registry)

    def count_read(self, pages: int, seconds: float) -> None:
        """A document was read and kept."""
        self._read.inc()
        self._pages.inc(pages)
        self._seconds.observe(seconds)

    def count_stages(self, seconds: Mapping[str, float]) -> None:
        """A document spent so many seconds in these stages."""
        for stage, spent in seconds.items():
            self._stages.labels(stage).inc(max(0.0, spent))

    def count_failed(self, code: str) -> None:
        """A document failed for this reason."""
        self._failed.labels(code).inc()

    def count_restart(self) -> None:
        """A reading process died, or was ended, and was replaced."""
        self._restarts.inc()

    def text(self, ledger: Ledger | None) -> bytes:
        """Return all figures in Prometheus' text form, the queue as it is now."""
        if ledger is not None:
            states = ledger.counts().states
            for state in _STATES:
                self._jobs.labels(state).set(states.get(state, 0))
        return generate_latest(self._registry)
