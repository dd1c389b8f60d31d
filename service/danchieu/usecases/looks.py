"""How far a batch is, looked at now and then while it runs."""

import time

from danchieu.errors import StoreUnavailableError
from danchieu.store.job_records import Counts
from danchieu.store.ledger import Ledger
from danchieu.usecases.working import PATIENCE

_LOOK_SECONDS = 1.0
_SHARE_OF_LOOKING = 100


class Looks:
    """Looks at how far a batch is, now and then; ``pause`` is until the next one."""

    def __init__(self, ledger: Ledger, batch_id: str) -> None:
        """Look at the batch ``batch_id`` of ``ledger``."""
        self._ledger, self._batch_id = ledger, batch_id
        self._seen = time.monotonic()
        self.pause = _LOOK_SECONDS

    def take(self) -> tuple[Counts, bool] | None:
        """Return the counts and whether all has ended; None while the store is away.

        Raises:
            StoreUnavailableError: it has been away too long for a restart.
        """
        started = time.monotonic()
        try:
            counts = self._ledger.counts(self._batch_id)
            finished = counts.open == 0 and self._is_walked()
        except StoreUnavailableError:
            if started - self._seen > sum(PATIENCE):
                raise
            return None
        self._seen = time.monotonic()
        self.pause = max(_LOOK_SECONDS, _SHARE_OF_LOOKING * (self._seen - started))
        return counts, finished

    def _is_walked(self) -> bool:
        states = {batch.id: batch.state for batch in self._ledger.batches()}
        return states.get(self._batch_id) in ("walked", "cancelled")
