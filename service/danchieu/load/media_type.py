"""What a file is, told by its bytes: an allow-list of magic numbers."""

from danchieu.domain.limits import Limits
from danchieu.errors import UnsupportedFormatError
from danchieu.load.containers import sniff_ole, sniff_zip

_READABLE = "PDF, docx, doc, odt, rtf, txt, md, html, PNG, JPEG, TIFF or WebP"

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"{\\rtf", "application/rtf"),
)

_REFUSED = (
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
    (b"\xfe\xed\xfa", "a macOS program"),
    (b"\xcf\xfa\xed\xfe", "a macOS program"),
    (b"\xca\xfe\xba\xbe", "a Java class or macOS program"),
    (b"GIF8", "a GIF picture: save it as PNG"),
    (b"BM", "a BMP picture: save it as PNG"),
    (b"Rar!", "a RAR archive: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: unpack it first"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
)

_PDF_HEAD_WITHIN = 1024
_SNIFFED = 65_536
_CONTROL_SHARE = 0.02
_ZERO_SHARE = 0.4
_TEXT_CONTROLS = frozenset("\t\n\r\f\x0b\x1a\x1b")
_MARKDOWN = (".md", ".markdown")
_HTML_TAGS = ("<html", "<body", "<table", "<div", "<p>", "<p ")


def sniff_media_type(name: str, content: bytes, limits: Limits) -> str:
    """Return the media type that the bytes show.

    Raises:
        UnsupportedFormatError: the bytes are of no kind that we read.
        EncryptedDocumentError: an Office file asks for a password.
        TooLargeError: an archive unpacks to more than ``limits`` allow.
        DocumentError: an Office file is cut off.
    """
    for magic, media_type in _MAGIC:
        if content.startswith(magic):
            return media_type
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if content.startswith(b"PK\x03\x04"):
        return sniff_zip(name, content, limits)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return sniff_ole(name, content)
    _refuse_known(name, content)
    if b"%PDF-" in content[:_PDF_HEAD_WITHIN]:
        return "application/pdf"
    return _sniff_text(name, content)


def _refuse_known(name: str, content: bytes) -> None:
    for magic, kind in _REFUSED:
        if content.startswith(magic) and not _is_text(content):
            raise UnsupportedFormatError(f"{name}: this is {kind}; send {_READABLE}")
    if content[4:8] == b"ftyp":
        raise UnsupportedFormatError(
            f"{name}: this is a HEIC picture or a film; save pictures as JPEG or PNG"
        )


def _sniff_text(name: str, content: bytes) -> str:
    if not _is_text(content):
        raise UnsupportedFormatError(f"{name}: unknown content; send {_READABLE}")
    head = _letters(content[:_SNIFFED]).lstrip().lower()
    if _is_html(head):
        return "text/html"
    if head.startswith("<?xml"):
        raise UnsupportedFormatError(f"{name}: this is XML; send {_READABLE}")
    if head.startswith(("mime-version:", "from:", "return-path:")):
        raise UnsupportedFormatError(
            f"{name}: a mail or a web archive; send what it holds as {_READABLE}"
        )
    return "text/markdown" if name.lower().endswith(_MARKDOWN) else "text/plain"


def _is_html(head: str) -> bool:
    if head.startswith(("<!doctype html", "<html", "<head", "<body")):
        return True
    return head.startswith("<") and any(tag in head for tag in _HTML_TAGS)


def _is_text(content: bytes) -> bool:
    """Say whether the bytes are letters: 8-bit, UTF-8 or UTF-16.

    Old Vietnamese charsets put some capitals among the control characters, so a few
    of them are allowed.
    """
    letters = _letters(content[:_SNIFFED])
    if "\x00" in letters:
        return False
    controls = sum(
        letters.count(chr(c)) for c in range(0x20) if chr(c) not in _TEXT_CONTROLS
    )
    return controls <= len(letters) * _CONTROL_SHARE


def _letters(head: bytes) -> str:
    """Return the letters roughly: UTF-16 decoded, every other charset byte by byte."""
    if head.startswith(b"\xef\xbb\xbf"):
        return head[3:].decode("latin-1")
    codec = _utf16_codec(head) or "latin-1"
    return head.decode(codec, "replace")


def _utf16_codec(head: bytes) -> str | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > len(odd) * _ZERO_SHARE and even.count(0) == 0:
        return "utf-16-le"
    if even.count(0) > len(even) * _ZERO_SHARE and odd.count(0) == 0:
        return "utf-16-be"
    return None
