"""What read_file accepts, and what it refuses with which error."""

import io
import zipfile

import pytest

from danchieu.domain.limits import Limits
from danchieu.errors import (
    DocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    TooLargeError,
    UnsupportedFormatError,
)
from danchieu.load import read_file

LIMITS = Limits()
LETTER = "Ủy ban nhân dân xã Đông Hải gửi các thôn kế hoạch tháng 5.\n"


def archive(*names, mimetype=None, body=b"x"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        if mimetype:
            out.writestr("mimetype", mimetype)
        for name in names:
            out.writestr(name, body, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", LETTER.encode(), "text/plain"),
        ("a.txt", b"\xef\xbb\xbf" + LETTER.encode(), "text/plain"),
        ("a.txt", LETTER.encode("utf-16"), "text/plain"),
        ("a.txt", LETTER.encode("utf-16-le"), "text/plain"),
        ("a.txt", LETTER.encode("utf-16-be"), "text/plain"),
        ("a.txt", "V¨n b¶n cò".encode("latin-1"), "text/plain"),
        ("a.MD", LETTER.encode(), "text/markdown"),
        ("a.txt", b"<!DOCTYPE html><html></html>", "text/html"),
        ("a.txt", b"<!-- x --><div>x</div>", "text/html"),
        ("a.doc", b"{\\rtf1 x}", "application/rtf"),
        ("a.bin", b"%PDF-1.7 ...", "application/pdf"),
        ("a.bin", b"\n\n%PDF-1.7 ...", "application/pdf"),
        ("a.bin", b"\x89PNG\r\n\x1a\n...", "image/png"),
        ("a.bin", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.bin", b"II*\x00....", "image/tiff"),
        ("a.bin", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "application/msword"),
        (
            "a.bin",
            archive("word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "a.bin",
            archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text",
        ),
    ],
)
def test_tells_the_kind_by_content(name, content, media_type):
    assert read_file(name, content, LIMITS).media_type == media_type


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyDocumentError),
        (b" \r\n\t", EmptyDocumentError),
        (b"MZ\x90\x00\x03\x00\x00\x00" + b"\0" * 64, UnsupportedFormatError),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 64, UnsupportedFormatError),
        (b"MZ\x90\x00" + b"\0" * 60 + b"%PDF-1.4", UnsupportedFormatError),
        (bytes(range(256)) * 8, UnsupportedFormatError),
        (b"GIF89a\x00\x01\x00\x01\x00\x00", UnsupportedFormatError),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", UnsupportedFormatError),
        (b"<?xml version='1.0'?><svg/>", UnsupportedFormatError),
        (b"MIME-Version: 1.0\nContent-Type: x", UnsupportedFormatError),
        (archive("a.pdf"), UnsupportedFormatError),
        (archive("xl/workbook.xml"), UnsupportedFormatError),
        (archive("word/document.xml")[:-30], DocumentError),
        (OLE, UnsupportedFormatError),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedDocumentError),
    ],
)
def test_refuses_what_cannot_be_read(content, error):
    with pytest.raises(error) as raised:
        read_file("bao-cao.pdf", content, LIMITS)
    assert type(raised.value) is error
    assert str(raised.value).startswith("bao-cao.pdf: ")


def test_refuses_a_file_beyond_the_byte_limit():
    with pytest.raises(TooLargeError):
        read_file("a.txt", b"abcdef", Limits(max_bytes=5))


def test_refuses_an_archive_that_unpacks_to_too_much():
    bomb = archive("word/document.xml", body=b"\0" * 100_000)
    with pytest.raises(TooLargeError):
        read_file("a.docx", bomb, Limits(max_decoded_bytes=99_999))


def test_names_the_content_by_its_hash():
    source = read_file("a.txt", b"abc", LIMITS)
    assert source.sha256.startswith("ba7816bf")
    assert source.byte_size == 3
