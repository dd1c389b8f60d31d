import pytest
from fake_edge import PLAN, FakeChain

from danchieu.errors import EmptyDocumentError
from danchieu.jobs import InProcessReader, plain_name


def test_reads_at_once_in_this_process():
    future = InProcessReader(FakeChain()).submit("a.txt", PLAN.encode())
    assert future.done()
    assert future.result().result.source.file_name == "a.txt"


def test_keeps_the_error_in_the_future():
    future = InProcessReader(FakeChain()).submit("a.txt", b"")
    with pytest.raises(EmptyDocumentError):
        future.result()


def test_draws_a_page():
    drawn = InProcessReader(FakeChain()).submit_page("a.pdf", b"", number=2, scale=1)
    assert drawn.result().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("kế hoạch.pdf", "kế hoạch.pdf"),
        ("C:\\Users\\van thu\\kh.pdf", "kh.pdf"),
        ("../../etc/passwd", "passwd"),
        ("folder/", "document"),
        ("", "document"),
        (None, "document"),
    ],
)
def test_a_name_has_no_folders(given, name):
    assert plain_name(given) == name
