import pytest

from danchieu.errors import NotFoundError
from danchieu.store.content import ContentFolder, ContentMemory

NAME = "ab" + "0" * 62


@pytest.fixture(params=["folder", "memory"])
def content(request, tmp_path):
    return ContentFolder(tmp_path) if request.param == "folder" else ContentMemory()


def test_bytes_are_given_back(content):
    content.save(NAME, b"x")
    content.save(NAME, b"x")
    assert content.load(NAME) == b"x"


def test_removed_bytes_are_not_found(content):
    content.save(NAME, b"x")
    content.remove(NAME)
    content.remove(NAME)
    with pytest.raises(NotFoundError):
        content.load(NAME)


def test_no_half_file_stays_after_a_failure(tmp_path, monkeypatch):
    def fail(_handle):
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        ContentFolder(tmp_path).save(NAME, b"x")
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []
