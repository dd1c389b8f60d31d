import zipfile

import pytest

from danchieu.domain.limits import Limits
from danchieu.errors import NotFoundError, TooLargeError
from danchieu.jobs import KEPT, read_place
from danchieu.jobs import walk as walk_within
from danchieu.store.content import ContentMemory

LIMITS = Limits(max_bytes=100)


def walk(given):
    return walk_within(given, LIMITS)


def read(source, kept=None):
    return read_place(source, LIMITS, kept or ContentMemory())


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path):
    for name in ("b/2.txt", "b/1.PDF", "a.txt", ".git/x.txt", "c.mp4"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = [p.source.removeprefix(f"{tmp_path}/") for p in walk(str(tmp_path))]
    assert found == ["a.txt", "b/1.PDF", "b/2.txt"]


def test_the_files_of_a_zip_are_read_one_by_one(tmp_path):
    path = tmp_path / "kho.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("năm 2021/công văn.txt", "nội dung")
        archive.writestr("ảnh.mp4", "x")
    [place] = walk(str(path))
    assert place.name == "kho.zip/năm 2021/công văn.txt"
    assert read(place.source) == "nội dung".encode()


def test_a_bomb_in_a_zip_is_refused_by_its_size(tmp_path):
    path = tmp_path / "kho.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 1_000_000)
    with pytest.raises(TooLargeError):
        read(next(walk(str(path))).source)


def test_a_list_may_name_other_stores(tmp_path):
    listed = tmp_path / "files.txt"
    listed.write_text("memory://kho/a.txt\nb.txt\n", "utf-8")
    found = [p.source for p in walk(str(listed))]
    assert found == ["memory://kho/a.txt", str(tmp_path / "b.txt")]


def test_a_store_elsewhere_is_walked_and_read():
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/kho/x/a.txt", b"mot")
    memory.pipe("/kho/b.exe", b"hai")
    [place] = walk("memory://kho")
    assert (place.source, read(place.source)) == ("memory://kho/x/a.txt", b"mot")


def test_a_kept_file_is_read_from_the_archive():
    kept = ContentMemory()
    kept.save("abc", b"x")
    assert read(f"{KEPT}abc", kept) == b"x"


@pytest.mark.parametrize("name", ["none.txt", "kho.zip!/none.txt"])
def test_what_is_not_there_is_not_found(tmp_path, name):
    with pytest.raises(NotFoundError):
        read(str(tmp_path / name))
    with pytest.raises(NotFoundError):
        list(walk(str(tmp_path / "none")))


def test_a_zip_in_a_folder_or_a_list_gives_its_members(tmp_path):
    with zipfile.ZipFile(tmp_path / "Kho.ZIP", "w") as archive:
        archive.writestr("a.txt", "x")
        archive.writestr("__MACOSX/._a.txt", "x")
    (tmp_path / "b.txt").write_text("x")
    inside = f"{tmp_path}/Kho.ZIP!/a.txt"
    assert [p.source for p in walk(str(tmp_path))] == [inside, f"{tmp_path}/b.txt"]
    (tmp_path / "files.list").write_text("Kho.ZIP\n")
    assert [p.source for p in walk(str(tmp_path / "files.list"))] == [inside]
    assert read(inside) == b"x"


def test_a_damaged_zip_in_a_folder_is_given_itself_and_stops_nothing(tmp_path):
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "b.txt").write_text("x")
    assert [p.name for p in walk(str(tmp_path))] == ["a.zip", "b.txt"]
