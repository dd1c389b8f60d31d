import importlib.util
import json

import duckdb
import pytest
from fake_edge import plan

from danchieu.cli.parquet_results import results_writer, write_parquet
from danchieu.errors import SettingsError
from danchieu.store import BatchFile, NewJob, ReadOnce, open_ledger
from danchieu.usecases import open_store
from danchieu.usecases.adding import add_document


@pytest.fixture
def kept(tmp_path):
    """Return archive and ledger with one document read and one file refused."""
    url = f"sqlite:///{tmp_path / 'danchieu.sqlite'}"
    ledger, store = open_ledger(url), open_store(url, tmp_path)
    reading = plan("ke-hoach.txt")
    stored = add_document(store, reading.document, reading.result)
    job = NewJob("j", reading.document.source.sha256, "/in/a.txt", "a.txt", 1, 10)
    files = [
        BatchFile("/in/a.txt", "j", 1, 1),
        BatchFile("/in/b.txt", None, 0, 0, "not-found", "gone"),
    ]
    ledger.enlist("b", files, [job])
    ledger.finish("j", ReadOnce(stored.id, "r", 2, 0.5))
    yield store, ledger, stored
    ledger.close()
    store.close()


def rows(path):
    with duckdb.connect(":memory:") as connection:
        found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_a_row_has_the_facts_and_the_whole_result(kept, tmp_path):
    store, ledger, stored = kept
    write_parquet(store, ledger, "b", tmp_path / "out" / "all.parquet")
    [row] = rows(tmp_path / "out" / "all.parquet")
    assert (row["path"], row["id"], row["pages"]) == ("/in/a.txt", stored.id, 2)
    assert (row["code"], row["issued_on"]) == ("77/KH-UBND", "2021-03-05")
    assert row["issuer"] == "Ủy ban nhân dân tỉnh Lào Cai"
    assert (row["citations"], row["targets"]) == (1, 0)
    whole = json.loads(row["result"])
    assert (whole.pop("path"), whole.pop("id")) == (row["path"], row["id"])
    assert whole == json.loads(store.result(stored.id))
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["all.parquet"]


def test_a_batch_of_which_nothing_was_read_gives_an_empty_table(kept, tmp_path):
    store, ledger, _ = kept
    write_parquet(store, ledger, "none", tmp_path / "all.parquet")
    assert rows(tmp_path / "all.parquet") == []


def test_without_duckdb_it_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"danchieu\[parquet\]"):
        results_writer(tmp_path / "all.parquet")
