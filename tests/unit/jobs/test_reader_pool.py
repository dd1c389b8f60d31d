from pathlib import Path

import pytest
from fake_edge import PLAN, open_broken_chain, open_fake_chain

from danchieu.domain.limits import Limits
from danchieu.errors import DocumentError, EmptyDocumentError, RuleError, TimeLimitError
from danchieu.jobs import ChainConfig, ReaderPool

LIMITS = Limits(seconds=2.0, memory_bytes=512 * 1024 * 1024)
CONFIG = ChainConfig(Path("rules"), Path("tessdata"), LIMITS)


DIED = []


@pytest.fixture(scope="module")
def pool():
    pool = ReaderPool(
        CONFIG, workers=1, open_chain=open_fake_chain, died=lambda: DIED.append(1)
    )
    yield pool
    pool.close()


def read(pool, content):
    return pool.submit("ke-hoach.txt", content).result(timeout=60)


def test_a_document_comes_back_whole(pool):
    reading = read(pool, PLAN.encode())
    assert reading.document.text.pages[1].text == "Trang hai.\n"
    assert reading.result.header.code.value == "77/KH-UBND"


def test_an_error_of_the_document_keeps_its_class_and_message(pool):
    with pytest.raises(EmptyDocumentError, match=r"ke-hoach\.txt: empty"):
        read(pool, b"")


@pytest.mark.parametrize(
    ("content", "error", "words", "died"),
    [
        (b"slow", TimeLimitError, "longer than 2 s", 1),
        (b"greedy", TimeLimitError, "more memory", 0),
        (b"deadly", DocumentError, "died", 1),
        (b"faulty", ZeroDivisionError, "a bug", 0),
    ],
)
def test_trouble_ends_one_document_and_the_next_is_read(
    pool, content, error, words, died
):
    DIED.clear()
    with pytest.raises(error, match=words):
        read(pool, content)
    assert len(DIED) == died
    assert read(pool, PLAN.encode()).result.header.code.value == "77/KH-UBND"


def test_a_page_is_drawn_in_the_worker(pool):
    drawn = pool.submit_page("a.pdf", b"", number=1, scale=1.0).result(timeout=60)
    assert drawn.startswith(b"\x89PNG")


def test_a_page_is_drawn_while_a_long_document_is_read(pool):
    slow = pool.submit("scan.pdf", b"slow")
    drawn = pool.submit_page("a.pdf", b"", number=1, scale=1.0).result(timeout=60)
    assert drawn.startswith(b"\x89PNG")
    with pytest.raises(TimeLimitError):
        slow.result(timeout=60)


def test_wrong_rules_are_told_before_any_document_is_read():
    pool = ReaderPool(CONFIG, workers=1, open_chain=open_broken_chain)
    try:
        with pytest.raises(RuleError, match=r"rules\.yaml"):
            pool.prepare()
    finally:
        pool.close()
