"""Batches: how far each is, what failed and why."""

from dataclasses import dataclass

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from danchieu.server.statuses import install_error_answers
from danchieu.store.job_records import Batch, Counts, FileOutcome
from danchieu.ui.batch_routes import batch_routes


@dataclass
class FakeLedger:
    def batches(self):
        return (Batch("b1", "/kho/2021", "walked", 0.0),)

    def counts(self, batch_id):
        return Counts(
            states={"done": 7, "waiting": 2},
            failures={"encrypted-document": 1},
            files=10,
        )

    def outcomes(self, batch_id):
        yield FileOutcome("/kho/2021/a.pdf", "done", None, None, "d1", 3, 1.0)
        yield FileOutcome(
            "/kho/2021/b.pdf", "failed", "encrypted-document", "locked", None, 0, 0.1
        )


def client(ledger):
    app = FastAPI()
    install_error_answers(app)
    app.include_router(batch_routes(ledger))
    return TestClient(app)


def test_a_batch_shows_how_far_it_is():
    shown = client(FakeLedger()).get("/batches").text
    assert "/kho/2021" in shown
    assert 'max="10" value="8"' in shown
    assert "còn chờ 2" in shown


def test_a_failure_says_what_to_do():
    shown = client(FakeLedger()).get("/batches/b1").text
    assert "/kho/2021/b.pdf" in shown
    assert "hãy bỏ mật khẩu" in shown
    assert "/kho/2021/a.pdf" not in shown


@pytest.mark.parametrize("ledger", [None, FakeLedger()])
def test_an_unknown_batch_is_not_found(ledger):
    assert client(ledger).get("/batches/b9").status_code == 404


def test_without_batches_the_page_says_so():
    assert "Chưa có đợt nạp nào" in client(None).get("/batches").text
