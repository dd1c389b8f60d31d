import hashlib
import json
from itertools import pairwise

import pytest
from fake_delivery import FakeDelivery
from fake_edge import FakeChain

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, ReaderDiedError, StoreUnavailableError
from danchieu.jobs import InProcessReader
from danchieu.store import ContentFolder, open_ledger
from danchieu.usecases import batches, open_store
from danchieu.usecases.batches import (
    Desk,
    enlist_batch,
    hand_out_lost,
    hand_out_some_lost,
    open_batch,
)
from danchieu.usecases.job_identity import job_id_of
from danchieu.usecases.working import ATTEMPTS, Tools, Workshop


class DyingChain(FakeChain):
    """Dies at its document as often as ``deaths`` says."""

    deaths = 0

    def read(self, name, content):
        if content.startswith(b"deadly") and self.deaths > 0:
            self.deaths -= 1
            raise ReaderDiedError(f"{name}: the process died")
        return super().read(name, content)


class Office:
    """A batch's folder, the ledger, a delivery and a workshop over the fake chain."""

    def __init__(self, root):
        self.files = root / "in"
        self.files.mkdir()
        self.data = root / "data"
        self.data.mkdir()
        url = f"sqlite:///{self.data / 'danchieu.sqlite'}"
        self.ledger, self.store = open_ledger(url), open_store(url, self.data)
        self.delivery, self.chain = FakeDelivery(), DyingChain()
        kept = ContentFolder(self.data / "files")
        self.desk = Desk(self.ledger, self.delivery, kept, Limits(max_bytes=10_000))
        self.tools = Tools(
            store=self.store,
            ledger=self.ledger,
            reader=InProcessReader(self.chain),
            kept=kept,
            quarantine=self.data / "quarantine",
            limits=self.desk.limits,
            patience=(0.01,),
        )
        self.shop = Workshop(
            self.tools,
            name="a",
            hands=2,
            replaced=lambda job: batches.hand_out(self.delivery, [job]),
        )

    def write(self, name, text):
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def enlist(self):
        self.batch = open_batch(self.ledger, str(self.files))
        enlist_batch(self.desk, self.batch, lambda: False)
        return self.counts()

    def work(self):
        self.delivery.hand_over(self.shop)
        return self.counts()

    def counts(self):
        return self.ledger.counts(self.batch.id)


@pytest.fixture
def office(tmp_path):
    office = Office(tmp_path)
    yield office
    office.ledger.close()
    office.store.close()


def test_files_are_found_read_and_kept(office):
    for name in ("a.txt", "b/c.txt", "b/.hidden.txt", "d.exe"):
        office.write(name, f"văn bản {name}")
    assert office.enlist().open == 2
    counts = office.work()
    assert (counts.done, counts.open, counts.failed) == (2, 0, 0)
    assert office.store.count() == 2


def test_the_same_content_is_read_once(office):
    for name in ("a.txt", "b.txt", "c.txt"):
        office.write(name, "một văn bản")
    office.enlist()
    counts = office.work()
    assert (counts.files, counts.done, counts.duplicates) == (3, 1, 2)


def test_the_same_command_reads_only_what_is_new(office):
    office.write("a.txt", "một")
    office.enlist()
    office.work()
    office.write("b.txt", "hai")
    assert office.enlist().open == 1
    assert len(office.delivery.under_way) == 1


def test_a_changed_file_is_found_by_the_next_walk(office):
    office.write("a.txt", "một")
    office.enlist()
    office.work()
    office.write("a.txt", "một, đã sửa")
    office.enlist()
    assert office.work().done == 1
    assert office.store.count() == 2


def test_a_file_that_changed_since_the_walk_is_read_as_it_is_now(office):
    office.write("a.txt", "trước")
    office.enlist()
    office.write("a.txt", "sau")
    counts = office.work()
    assert (counts.done, counts.failed) == (1, 0)
    new = office.ledger.job(job_id_of(hashlib.sha256(b"sau").hexdigest()))
    assert new.state == "done"


def test_a_bad_document_fails_with_its_code_and_the_others_are_read(office):
    office.write("a.txt", b"locked")
    office.write("b.txt", "tốt")
    office.enlist()
    counts = office.work()
    assert (counts.done, dict(counts.failures)) == (1, {"encrypted-document": 1})


def test_a_file_that_cannot_be_identified_is_counted_with_its_code(office):
    office.write("a.txt", b"x" * 10_001)
    office.write("b.txt", "tốt")
    office.enlist()
    counts = office.work()
    assert (counts.done, dict(counts.failures)) == (1, {"too-large": 1})
    [outcome, _] = office.ledger.outcomes(office.batch.id)
    assert (outcome.state, outcome.code) == ("failed", "too-large")


@pytest.mark.parametrize(("deaths", "done"), [(ATTEMPTS - 1, 1), (ATTEMPTS, 0)])
def test_a_document_that_kills_its_reader_has_three_attempts(office, deaths, done):
    office.chain.deaths = deaths
    path = office.write("a.txt", "deadly for a time")
    office.enlist()
    counts = office.work()
    assert counts.done == done
    assert counts.failures.get("reader-died", 0) == 1 - done
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    copy = office.data / "quarantine" / sha256
    assert copy.exists() == (not done)
    if not done:
        reason = json.loads(copy.with_name(f"{sha256}.json").read_text("utf-8"))
        assert (reason["code"], reason["source"]) == ("reader-died", str(path))


def test_attempts_of_processes_that_died_are_counted_too(office):
    office.write("a.txt", "văn bản")
    office.enlist()
    [job_id] = [letter.job_id for letter in office.delivery.under_way.values()]
    for _ in range(ATTEMPTS):
        office.ledger.begin(job_id, "killed")
    assert dict(office.work().failures) == {"reader-died": 1}


def test_a_bug_fails_the_document_without_its_words(office):
    office.write("a.txt", b"faulty")
    office.enlist()
    assert dict(office.work().failures) == {"internal-error": 1}
    [outcome] = office.ledger.outcomes(office.batch.id)
    assert "a bug" not in outcome.message


def test_a_store_that_stays_away_ends_the_work_but_no_job(office, monkeypatch):
    office.write("a.txt", "văn bản")
    office.enlist()

    def refuse(records):
        raise StoreUnavailableError("the disk is full")

    monkeypatch.setattr(office.store, "save_all", refuse)
    counts = office.work()
    assert (counts.open, counts.failed) == (1, 0)
    assert isinstance(office.shop.trouble, StoreUnavailableError)
    assert office.shop.stopping.is_set()


def test_what_nobody_carries_is_handed_out_anew(office):
    office.write("a.txt", "văn bản")
    office.enlist()
    office.delivery.under_way.clear()
    assert hand_out_lost(office.ledger, office.delivery, older_than=60.0) == 0
    assert hand_out_lost(office.ledger, office.delivery, older_than=0.0) == 1
    assert hand_out_lost(office.ledger, office.delivery, older_than=0.0) == 0
    assert office.work().done == 1


def test_what_is_lost_is_looked_for_some_at_a_time(office, monkeypatch):
    monkeypatch.setattr(batches, "HANDED_OUT", 2)
    for number in range(5):
        office.write(f"{number}.txt", f"văn bản {number}")
    office.enlist()
    office.delivery.under_way.clear()
    found, after = [], 0
    for _ in range(3):
        lost, after = hand_out_some_lost(
            office.ledger, office.delivery, older_than=0.0, after=after
        )
        found.append(lost)
    assert (found, after) == ([2, 2, 1], 0)
    assert office.work().done == 5


def test_a_job_that_comes_twice_is_done_once(office):
    office.write("a.txt", "văn bản")
    office.enlist()
    [letter] = office.delivery.under_way.values()
    office.shop(letter.job_id)
    office.shop(letter.job_id)
    assert office.ledger.job(letter.job_id).attempts == 1


def test_retry_hands_out_what_failed_for_this_reason(office):
    office.write("a.txt", b"locked")
    office.write("b.txt", b"faulty")
    office.enlist()
    office.work()
    assert batches.retry(office.desk, office.batch.id, "encrypted-document") == 1
    assert batches.retry(office.desk, office.batch.id, "no-such-code") == 0
    assert office.counts().open == 1


def test_cancel_recalls_and_a_late_result_is_not_noted(office):
    office.write("a.txt", "văn bản")
    office.enlist()
    [letter] = office.delivery.under_way.values()
    office.ledger.begin(letter.job_id, "a")
    assert batches.cancel_batch(office.desk, office.batch.id) == 1
    assert office.delivery.under_way == {}
    assert office.ledger.fail(letter.job_id, "x", "y") is False
    assert office.counts().states == {"cancelled": 1}


def test_a_list_names_files_and_what_is_missing_is_told(office, tmp_path):
    path = office.write("a.txt", "văn bản")
    listed = tmp_path / "files.lst"
    listed.write_text(f"{path}\n\nin/none.txt\n", "utf-8")
    office.files = listed
    office.enlist()
    counts = office.work()
    assert (counts.done, dict(counts.failures)) == (1, {"not-found": 1})


def test_a_file_that_is_no_list_is_refused(office, tmp_path):
    office.files = tmp_path / "x.bin"
    office.files.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="list"):
        office.enlist()


def test_later_files_of_a_large_batch_come_after_a_small_batch(office):
    priorities = [batches._priority(seen) for seen in (0, 63, 64, 10**6, 10**12)]
    assert all(a <= b for a, b in pairwise(priorities))
    assert priorities[0] == priorities[1] < priorities[2]
    assert priorities[-1] < 2**31
