"""Every earlier shape of the database, with rows in it, becomes the one of today."""

import hashlib
import json

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, insert, select
from store_records import first_name, place_by_key, record

from danchieu.store import ContentFolder, open_ledger, tables
from danchieu.store.engine import open_database
from danchieu.store.migrating import _FOLDER, migrate

BODY = "KẾ HOẠCH trồng cây"
SHA256 = hashlib.sha256(BODY.encode()).hexdigest()
DOCUMENT = "d1"
AGENCY = json.dumps({"id": "bo-cay", "name": "Bộ Cây xanh", "level": "ministry"})
_NAMING = {
    "year": 2021,
    "issuer": "bo-cay",
    "by_alias": False,
    "confidence": 0.5,
    "warnings": "[]",
    "candidates": "[]",
}
_JOB = {
    "id": "j1",
    "sha256": SHA256,
    "source": "/a/b.txt",
    "name": "b.txt",
    "size": 9,
    "priority": 10,
    "state": "done",
    "round": 1,
    "attempts": 1,
    "document_id": DOCUMENT,
    "rules": "r",
    "pages": 1,
    "seconds": 0.5,
    "created": 1.0,
    "ended": 2.0,
}
_DECISION = {
    "kind": "no-link",
    "one_document": DOCUMENT,
    "one_code": "7",
    "one_fingerprint": "f7",
    "who": "An",
    "why": "nhầm năm",
    "made_at": "2026-01-02",
}
_CORRECTION = {
    "document_id": DOCUMENT,
    "key": "header.title",
    "action": "change",
    "old": '"a"',
    "new": '"b"',
    "who": "An",
    "made_at": "2026-01-02",
}
ROWS = {
    "v0001": {
        "documents": [
            {
                "id": DOCUMENT,
                "sha256": SHA256,
                "file_name": "b.txt",
                "media_type": "text/plain",
                "kind": "administrative",
                "result": "{}",
            }
        ],
        "pages": [
            {
                "document_id": DOCUMENT,
                "number": 1,
                "text": BODY,
                "words": "[]",
                "width": 0.0,
                "height": 0.0,
                "origin": "text",
            }
        ],
        "namings": [
            _NAMING
            | {"fingerprint": f"f{c}", "code": c, "own": own, "node_id": f"n{c}"}
            for c, own in (("12", True), ("7", False))
        ],
        "named": [
            {
                "document_id": DOCUMENT,
                "ordinal": place,
                "naming_id": place + 1,
                "code": c,
                "type": "Kế hoạch",
                "issuer": AGENCY,
                "date": "2021-02-03",
                "title": "Trồng cây",
            }
            for place, c in enumerate(("12", "7"))
        ],
        "edges": [
            {
                "document_id": DOCUMENT,
                "ordinal": 0,
                "source_naming": 1,
                "target_naming": 2,
                "source_node": "n12",
                "target_node": "n7",
                "relation": "implements",
                "quote": "Thực hiện 7",
                "page": 1,
                "confidence": 0.9,
            }
        ],
    },
    "v0002": {
        "search_cards": [{"document_id": DOCUMENT, "kind": "administrative"}],
        "saved_searches": [{"name": "cây", "query": "{}"}],
        "doubts": [
            {
                "document_id": DOCUMENT,
                "key": "header.title",
                "field": "title",
                "value": "b",
                "confidence": 0.4,
                "page": 1,
            }
        ],
        "corrections": [_CORRECTION],
    },
    "v0003": {
        "batches": [{"id": "b1", "source": "/a", "state": "walked", "created": 1.0}],
        "batch_files": [
            {
                "batch_id": "b1",
                "path": "/a/b.txt",
                "job_id": "j1",
                "size": 9,
                "changed": 2**40,
            }
        ],
        "jobs": [_JOB, _JOB | {"id": "j2", "state": "waiting", "ended": None}],
        "api_keys": [{"name": "k", "hash": "h", "scope": "read", "created": 1.0}],
    },
    "v0004": {"link_decisions": [_DECISION]},
}
"""The rows that each step brought, as the program of that time wrote them."""

SCRIPTS = ScriptDirectory(str(_FOLDER))
EARLIER = sorted(s.revision for s in SCRIPTS.walk_revisions() if not s.is_head)


def upgrade(database, revision):
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def rows_of(revision):
    return {
        name: rows
        for step, tables_of_step in ROWS.items()
        if step <= revision
        for name, rows in tables_of_step.items()
    }


def fill(database, revision):
    with database.writing() as connection:
        shape = MetaData()
        shape.reflect(connection)
        for name, rows in rows_of(revision).items():
            for row in rows:
                connection.execute(insert(shape.tables[name]).values(row))


@pytest.fixture(params=EARLIER)
def earlier(request, database_url):
    """Give the revision of a filled database that was migrated to today's."""
    database = open_database(database_url)
    upgrade(database, request.param)
    fill(database, request.param)
    migrate(database)
    yield request.param, database
    database.close()


def test_no_row_is_lost_or_changed(earlier):
    revision, database = earlier
    with database.reading() as connection:
        for name, rows in rows_of(revision).items():
            table = tables.METADATA.tables[name]
            found = [row._asdict() for row in connection.execute(select(table))]
            kept = [{k: row[k] for k in rows[0]} for row in found]
            assert sorted(kept, key=str) == sorted(
                [{k: row[k] for k in rows[0]} for row in rows], key=str
            )


def test_the_shape_is_that_of_an_empty_beginning(earlier):
    def is_ours(name, kind, _):
        return not (kind == "table" and name.startswith("search_text"))

    _, database = earlier
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, tables.METADATA) == []


def test_the_archive_goes_on_with_what_it_held(earlier, open_here, tmp_path):
    ContentFolder(tmp_path / "files").save(SHA256, BODY.encode())
    archive = open_here(place_by_key, first_name)
    (edge,) = archive.edges_into(["n7"], ("implements",))
    assert (edge.source, edge.quote) == ("n12", "Thực hiện 7")
    assert archive.file(DOCUMENT).content == BODY.encode()
    archive.save(record("13"))
    archive.remove(DOCUMENT)
    assert [s.id for s in archive.summaries()] == ["id-13"]
    assert archive.edges_into(["n7"], ("implements",)) == ()


def test_the_ledger_goes_on_where_it_was(earlier, database_url):
    revision, _ = earlier
    if revision < "v0003":
        pytest.skip("there was no ledger yet")
    ledger = open_ledger(database_url)
    assert ledger.counts().states == {"done": 1, "waiting": 1}
    assert [job.id for _, job in ledger.open_jobs(0, 9)] == ["j2"]
    assert ledger.begin("j2", "a").attempts == 2
    [outcome] = ledger.outcomes("b1")
    assert (outcome.document_id, outcome.state) == (DOCUMENT, "done")
    assert ledger.key_of("h").name == "k"
    ledger.close()


def test_every_earlier_step_has_rows():
    assert set(ROWS) >= {r for r in EARLIER if r <= "v0004"}
