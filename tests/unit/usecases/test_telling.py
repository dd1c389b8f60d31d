from dataclasses import dataclass, field

import pytest

from danchieu.errors import BadCallbackError
from danchieu.store import NewJob, open_ledger
from danchieu.usecases import telling
from danchieu.usecases.telling import FIRST_PAUSE, PATIENT_SECONDS, Teller


@dataclass
class FakeWebhook:
    """Notes who was called; who is in ``away`` does not answer."""

    away: set = field(default_factory=set)
    called: list = field(default_factory=list)

    def send(self, address, said):
        self.called.append((address, said["state"], said["code"]))
        if address == "inside":
            raise BadCallbackError("inside a private network")
        return address not in self.away


class Office:
    """A ledger, who tells, and a clock that we turn."""

    def __init__(self, ledger):
        self.ledger, self.webhook, self.clock = ledger, FakeWebhook(), 0.0
        self.teller = Teller(ledger, self.webhook, lambda: self.clock)

    def end(self, *names):
        """Let a job for each name fail; its caller is of the same name."""
        jobs = [NewJob(n, "a" * 64, "/x", "x", 1, 1, callback=n) for n in names]
        self.ledger.enlist(None, [], jobs)
        for name in names:
            self.ledger.fail(name, "unreadable-document", "damaged")
            self.clock = self.ledger.job(name).ended

    def names(self):
        return [name for name, *_ in self.webhook.called]


@pytest.fixture
def office(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'danchieu.sqlite'}")
    yield Office(ledger)
    ledger.close()


def test_each_end_is_told_once_with_its_reason(office):
    office.end("a", "b")
    assert office.teller() == 2
    assert office.webhook.called[0] == ("a", "failed", "unreadable-document")
    assert office.teller() == 0
    assert office.names() == ["a", "b"]


def test_an_open_job_is_not_told(office):
    new = NewJob("a", "a" * 64, "/x", "x", 1, 1, callback="a")
    office.ledger.enlist(None, [], [new])
    assert office.teller() == 0


def test_who_does_not_answer_is_called_again_ever_later(office):
    office.end("a")
    office.webhook.away = {"a"}
    begun, calls = office.clock, []
    for second in range(0, 200, 5):
        office.clock = begun + second
        before = len(office.webhook.called)
        office.teller()
        calls += [second] * (len(office.webhook.called) - before)
    assert calls == [0, 10, 30, 70, 150]
    office.webhook.away = set()
    office.clock += 3600
    assert office.teller() == 1


def test_after_a_day_nobody_is_called_any_more(office):
    office.end("a", "inside")
    office.webhook.away = {"a"}
    office.clock += PATIENT_SECONDS + 1
    office.teller()
    office.clock += PATIENT_SECONDS
    office.teller()
    assert office.names() == ["a", "inside"]


def test_many_who_do_not_answer_keep_nobody_waiting(office, monkeypatch):
    monkeypatch.setattr(telling, "MOST_AT_ONCE", 2)
    office.end("a", "b", "c", "d", "e")
    office.webhook.away = {"a", "b", "c", "d"}
    assert [office.teller() for _ in range(3)] == [0, 0, 1]
    office.clock += FIRST_PAUSE
    assert office.teller() == 0
    assert office.names() == ["a", "b", "c", "d", "e", "a", "b"]
