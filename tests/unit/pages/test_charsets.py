"""Bytes to letters, old charsets included."""

import unicodedata

import pytest
from unit.pages.old_charsets import in_cp1258, in_tcvn3, in_vni

from danchieu.errors import DocumentError
from danchieu.pages.charsets import decode, find_converter

LETTER = (
    "Ủy ban nhân dân xã đề nghị các thôn rà soát danh sách hộ nghèo, gửi kế hoạch "
    "trước ngày 20 tháng 5 để tổng hợp, báo cáo huyện theo quy định."
)


@pytest.mark.parametrize(
    ("codec", "charset"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_reads_unicode_and_tells_what_is_not_utf_8(codec, charset):
    assert decode("a.txt", LETTER.encode(codec)) == (LETTER, charset)


@pytest.mark.parametrize(
    ("encode", "charset"),
    [(in_tcvn3, "TCVN3"), (in_vni, "VNI"), (in_cp1258, "windows-1258")],
)
def test_reads_old_charsets_when_certain(encode, charset):
    text, named = decode("a.txt", encode(LETTER.lower()))
    assert unicodedata.normalize("NFC", text) == LETTER.lower()
    assert named == charset


def test_mends_the_letters_of_old_fonts():
    old = in_tcvn3(LETTER.lower()).decode("latin-1")
    convert, name = find_converter(old)
    assert (convert(old), name) == (LETTER.lower(), "TCVN3")


def test_mends_a_false_dbar():
    convert, _ = find_converter("Nghị ñịnh số 7/Nð-CP quy ñịnh về ñất, ñê ñiều")
    assert convert("Nð-CP quy ñịnh") == "NĐ-CP quy định"


@pytest.mark.parametrize("text", [LETTER, "El niño y la señora", "A plain text", ""])
def test_right_letters_are_left_alone(text):
    assert find_converter(text) is None


@pytest.mark.parametrize(
    "content", ["Café à la crème brûlée".encode("latin-1"), b"\xff\xfa\xe9" * 30]
)
def test_refuses_what_is_in_no_certain_charset(content):
    with pytest.raises(DocumentError):
        decode("a.txt", content)
