import io
import struct
import zipfile

import pytest

from danchieu.domain.limits import Limits
from danchieu.errors import (
    DocumentError,
    EncryptedDocumentError,
    TooLargeError,
    UnsupportedFormatError,
)
from danchieu.jobs.packed import find_members, is_packed, read_member

LIMITS = Limits(max_bytes=1_000, max_decoded_bytes=50_000)
LETTER = "Xã gửi các thôn lịch tiêm phòng."


def pack(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def names(path, limits=LIMITS):
    return [name for name, _ in find_members(path, limits)]


def central(path):
    """Return the archive's bytes and where its list of members begins."""
    made = bytearray(path.read_bytes())
    return made, made.index(b"PK\x01\x02")


def test_gives_names_and_bytes_of_the_members(tmp_path):
    path = pack(tmp_path / "kho.zip", [("năm 2024/lịch.txt", LETTER), ("trống/", "")])
    assert names(path) == ["năm 2024/lịch.txt"]
    assert read_member(path, "năm 2024/lịch.txt", LIMITS).decode() == LETTER


def test_reads_utf8_names_of_packers_that_do_not_mark_them(tmp_path):
    path = pack(tmp_path / "kho.zip", [("lịch.txt", LETTER)])
    made, at = central(path)
    struct.pack_into("<H", made, at + 8, 0)
    struct.pack_into("<H", made, 6, 0)
    path.write_bytes(made)
    assert names(path) == ["lịch.txt"]
    assert read_member(path, "lịch.txt", LIMITS).decode() == LETTER


def test_an_office_file_is_no_archive_of_documents(tmp_path):
    assert not is_packed(pack(tmp_path / "a.docx", [("word/document.xml", "x")]))
    assert is_packed(pack(tmp_path / "a.ZIP", [("a.txt", "x")]))


@pytest.mark.parametrize(
    ("name", "content", "error", "words"),
    [
        ("../a.txt", "x", DocumentError, "leads out"),
        ("/etc/a.txt", "x", DocumentError, "leads out"),
        ("b\\..\\a.txt", "x", DocumentError, "leads out"),
        ("a\n.txt", "x", DocumentError, "leads out"),
        ("in.zip", "x", UnsupportedFormatError, "inside an archive"),
        ("a.txt", "0" * 1_001, TooLargeError, "1000 bytes"),
        ("none.txt", None, DocumentError, "no such file"),
    ],
)
def test_refuses_a_member_and_reads_the_others(tmp_path, name, content, error, words):
    members = [("b.txt", LETTER)] + ([] if content is None else [(name, content)])
    path = pack(tmp_path / "kho.zip", members)
    with pytest.raises(error, match=words) as raised:
        read_member(path, name, LIMITS)
    assert type(raised.value) is error
    assert read_member(path, "b.txt", LIMITS).decode() == LETTER


def test_refuses_a_member_with_a_password(tmp_path):
    path = pack(tmp_path / "kho.zip", [("a.txt", "x")])
    made, at = central(path)
    made[at + 8] |= 1
    made[6] |= 1
    path.write_bytes(made)
    assert names(path) == ["a.txt"]
    with pytest.raises(EncryptedDocumentError, match="password"):
        read_member(path, "a.txt", LIMITS)


def test_refuses_a_member_that_says_less_than_it_unpacks_to(tmp_path):
    path = pack(tmp_path / "kho.zip", [("a.txt", "0" * 5_000)])
    made, at = central(path)
    struct.pack_into("<I", made, at + 24, 10)
    path.write_bytes(made)
    with pytest.raises(DocumentError):
        read_member(path, "a.txt", LIMITS)


def test_refuses_damaged_bytes_of_one_member(tmp_path):
    path = pack(tmp_path / "kho.zip", [("a.txt", LETTER * 9), ("b.txt", LETTER)])
    made = path.read_bytes()
    start = 30 + len("a.txt")
    path.write_bytes(made[:start] + b"\xff" * 12 + made[start + 12 :])
    with pytest.raises(DocumentError, match="damaged"):
        read_member(path, "a.txt", LIMITS)
    assert read_member(path, "b.txt", LIMITS).decode() == LETTER


def test_refuses_an_archive_that_unpacks_to_far_too_much(tmp_path):
    path = pack(tmp_path / "kho.zip", [(f"{n}.txt", "0" * 900_000) for n in range(9)])
    with pytest.raises(TooLargeError, match="unpack to 8100000"):
        names(path)


def test_refuses_members_that_share_their_bytes(tmp_path):
    path = pack(tmp_path / "kho.zip", [("a.txt", LETTER), ("b.txt", LETTER)])
    made, at = central(path)
    struct.pack_into("<I", made, at + 20, 10**6)
    path.write_bytes(made)
    with pytest.raises(DocumentError, match="overlap"):
        names(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_refuses_two_members_of_one_name(tmp_path):
    path = pack(tmp_path / "kho.zip", [("a.txt", "x"), ("a.txt", "y")])
    with pytest.raises(DocumentError, match="same name"):
        names(path)


def test_refuses_what_is_no_archive(tmp_path):
    path = tmp_path / "kho.zip"
    path.write_bytes(pack(io.BytesIO(), [("a.txt", "x")]).getvalue()[:-30])
    with pytest.raises(DocumentError, match="pack the files anew"):
        names(path)
