"""Bytes to letters, old charsets included."""

import unicodedata

import pytest

from danchieu.errors import DocumentError
from danchieu.pages.charsets import decode, find_converter
from danchieu.pages.legacy_charsets import _TCVN3, _VNI

LETTER = (
    "Ủy ban nhân dân xã đề nghị các thôn rà soát danh sách hộ nghèo, gửi kế hoạch "
    "trước ngày 20 tháng 5 để tổng hợp, báo cáo huyện theo quy định."
)


def in_tcvn3(text):
    table = {letter: chr(byte) for byte, letter in _TCVN3.items()}
    return "".join(table.get(c, c) for c in text).encode("latin-1", "replace")


def in_vni(text):
    table = {letter: pair for pair, letter in _VNI.items()}
    return "".join(table.get(c, c) for c in text).encode("latin-1", "replace")


def in_cp1258(text):
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    out = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(p for p in parts if p not in tones)
        out += unicodedata.normalize("NFC", base)
        out += "".join(p for p in parts if p in tones)
    return out.encode("cp1258")


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
