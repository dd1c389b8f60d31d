import hashlib

import pytest
from fake_delivery import FakeDelivery
from fake_edge import FakeChain

from danchieu.domain.limits import Limits
from danchieu.jobs import InProcessReader
from danchieu.store import ContentFolder, open_ledger
from danchieu.usecases import open_store, remove_document
from danchieu.usecases.batches import Desk, enlist_batch, hand_out_lost, open_batch
from danchieu.usecases.safekeeping import back_up, look_over, restore
from danchieu.usecases.working import Tools, Workshop


class House:
    """An archive, its ledger and who works there."""

    def __init__(self, data):
        data.mkdir(exist_ok=True)
        self.data, url = data, f"sqlite:///{data / 'danchieu.sqlite'}"
        self.ledger, self.store = open_ledger(url), open_store(url, data)
        self.delivery, self.kept = FakeDelivery(), ContentFolder(data / "files")
        self.desk = Desk(self.ledger, self.delivery, self.kept, Limits())
        tools = Tools(
            store=self.store,
            ledger=self.ledger,
            reader=InProcessReader(FakeChain()),
            kept=self.kept,
            quarantine=data / "quarantine",
            limits=Limits(),
        )
        self.shop = Workshop(tools, name="a", hands=1, replaced=print)

    def enlist(self, folder):
        self.batch = open_batch(self.ledger, str(folder))
        enlist_batch(self.desk, self.batch, lambda: False)

    def findings(self):
        found = look_over(self.store, self.ledger, self.data / "files")
        return [finding.code for finding in found]

    def close(self):
        self.ledger.close()
        self.store.close()


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"văn bản {number}", "utf-8")
    return folder


@pytest.fixture
def house(tmp_path, files):
    house = House(tmp_path / "data")
    house.enlist(files)
    yield house
    house.close()


def test_what_was_open_at_the_backup_is_read_after_the_restoring(house, tmp_path):
    first, *_ = house.delivery.under_way.values()
    house.shop(first.job_id)
    assert back_up(house.store, house.data / "files", tmp_path / "copy") == 1
    house.delivery.hand_over(house.shop)

    assert restore(tmp_path / "copy", tmp_path / "other") == 1
    other = House(tmp_path / "other")
    assert other.ledger.counts().states == {"done": 1, "waiting": 2}
    assert hand_out_lost(other.ledger, other.delivery, older_than=0.0) == 2
    other.delivery.hand_over(other.shop)
    assert other.ledger.counts().done == other.store.count() == 3
    assert other.findings() == []
    other.close()


def test_a_second_backup_into_the_folder_holds_what_came_since(house, tmp_path):
    copy = tmp_path / "copy"
    assert back_up(house.store, house.data / "files", copy) == 0
    house.delivery.hand_over(house.shop)
    assert back_up(house.store, house.data / "files", copy) == 3
    assert restore(copy, tmp_path / "other") == 3


def test_a_removed_document_is_told_and_does_no_harm(house):
    house.delivery.hand_over(house.shop)
    remove_document(house.store, house.store.summaries()[0].id)
    assert house.findings() == ["document-not-held"]


def test_files_that_are_gone_damaged_or_unknown_are_told(house, files):
    house.delivery.hand_over(house.shop)
    first, second = (
        hashlib.sha256((files / f"{n}.txt").read_bytes()).hexdigest() for n in (0, 1)
    )
    house.kept.remove(first)
    (house.data / "files" / second[:2] / second).write_bytes(b"rotten")
    house.kept.save("f" * 64, b"left over")
    assert sorted(house.findings()) == ["file-damaged", "file-missing", "unknown-file"]


def test_a_database_that_is_damaged_is_told(tmp_path, files):
    house = House(tmp_path / "data")
    house.enlist(files)
    house.delivery.hand_over(house.shop)
    house.close()
    # Closing wrote everything into the one file; its last pages are rows and indexes.
    path = tmp_path / "data" / "danchieu.sqlite"
    content = bytearray(path.read_bytes())
    content[8 * 4096 : 12 * 4096] = bytes(4 * 4096)
    path.write_bytes(content)
    ledger = open_ledger(f"sqlite:///{path}")
    assert ledger.find_damage() != ()
    ledger.close()


def test_rows_without_their_job_are_told(house):
    house.delivery.hand_over(house.shop)
    with house.ledger._database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE batch_files SET job_id = 'gone' WHERE path LIKE '%0.txt'"
        )
    assert house.findings() == ["job-missing"]
