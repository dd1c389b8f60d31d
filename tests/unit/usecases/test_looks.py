import pytest

from danchieu.errors import StoreUnavailableError
from danchieu.store.job_records import Batch
from danchieu.usecases import looks
from danchieu.usecases.looks import Looks
from danchieu.usecases.working import PATIENCE


class RestartedLedger:
    """A ledger whose database is away for the first looks."""

    def __init__(self, counts, state, away):
        self._counts, self._state, self._away = counts, state, away

    def counts(self, _batch_id):
        if self._away:
            self._away -= 1
            raise StoreUnavailableError("the server restarts")
        return self._counts

    def batches(self):
        return [Batch("b", "/in", self._state, 0.0)]


class Counted:
    def __init__(self, left):
        self.open = left


@pytest.mark.parametrize(
    ("left", "state", "finished"),
    [
        (0, "walked", True),
        (0, "cancelled", True),
        (0, "walking", False),
        (2, "walked", False),
    ],
)
def test_a_restart_of_the_database_is_lived_through(left, state, finished):
    looks_ = Looks(RestartedLedger(Counted(left), state, away=2), "b")
    assert [looks_.take(), looks_.take()] == [None, None]
    counts, ended = looks_.take()
    assert (counts.open, ended) == (left, finished)


def test_a_store_that_stays_away_ends_the_batch(monkeypatch):
    looks_ = Looks(RestartedLedger(Counted(0), "walked", away=9), "b")
    assert looks_.take() is None
    later = looks.time.monotonic() + sum(PATIENCE) + 1
    monkeypatch.setattr(looks.time, "monotonic", lambda: later)
    with pytest.raises(StoreUnavailableError):
        looks_.take()
