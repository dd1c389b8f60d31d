import pytest
from fake_edge import FakeChain

from danchieu.errors import ReaderDiedError
from danchieu.jobs import InProcessReader, Reading
from danchieu.store import NewJob, open_ledger
from danchieu.usecases.counted_reader import CountedReader
from danchieu.usecases.figures import Figures


class TimedChain(FakeChain):
    """Tells what its stages took."""

    def read(self, name, content):
        read = super().read(name, content)
        return Reading(read.document, read.result, {"pages": 0.25, "understand": 0.5})


@pytest.fixture
def ledger(tmp_path):
    ledger = open_ledger(f"sqlite:///{tmp_path / 'danchieu.sqlite'}")
    yield ledger
    ledger.close()


def lines(figures, ledger=None):
    return figures.text(ledger).decode().splitlines()


def test_a_queue_that_became_empty_is_told_as_empty(ledger):
    figures = Figures()
    job = NewJob("j", "a" * 64, "/x", "x", 1, 10)
    ledger.enlist(None, [], [job])
    assert 'danchieu_jobs{state="waiting"} 1.0' in lines(figures, ledger)
    ledger.fail("j", "reader-died", "it died")
    assert 'danchieu_jobs{state="waiting"} 0.0' in lines(figures, ledger)
    assert 'danchieu_jobs{state="failed"} 1.0' in lines(figures, ledger)


def test_seconds_are_summed_by_stage():
    figures = Figures()
    figures.count_stages({"keep": 1.5, "wait": -0.1})
    figures.count_stages({"keep": 0.5})
    said = lines(figures)
    assert 'danchieu_stage_seconds_total{stage="keep"} 2.0' in said
    assert 'danchieu_stage_seconds_total{stage="wait"} 0.0' in said


def test_what_is_answered_at_once_is_counted_too():
    figures = Figures()
    reader = CountedReader(InProcessReader(TimedChain()), figures)
    reader.prepare()
    reader.submit("a.txt", "KẾ HOẠCH".encode()).result()
    for harmful in (b"MZ", b"faulty"):
        assert reader.submit("b.txt", harmful).exception() is not None
    said = lines(figures)
    assert "danchieu_documents_read_total 1.0" in said
    assert 'danchieu_stage_seconds_total{stage="understand"} 0.5' in said
    assert 'danchieu_documents_failed_total{code="unsupported-format"} 1.0' in said
    assert 'danchieu_documents_failed_total{code="internal-error"} 1.0' in said


def test_a_code_and_a_restart_are_counted():
    figures = Figures()
    figures.count_failed(ReaderDiedError.code)
    figures.count_restart()
    said = lines(figures)
    assert 'danchieu_documents_failed_total{code="reader-died"} 1.0' in said
    assert "danchieu_reader_deaths_total 1.0" in said
