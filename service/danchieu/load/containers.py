"""Office files: what a zip archive or an OLE container holds."""

import io
import zipfile

from danchieu.domain.limits import Limits
from danchieu.errors import (
    DocumentError,
    EncryptedDocumentError,
    TooLargeError,
    UnsupportedFormatError,
)

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
DOC = "application/msword"

_MAX_MEMBERS = 10_000


def sniff_zip(name: str, content: bytes, limits: Limits) -> str:
    """Tell docx and odt apart from all other archives, unpacking nothing.

    Raises:
        DocumentError: the archive is cut off.
        TooLargeError: it says that it unpacks to more than ``limits`` allow.
        EncryptedDocumentError: its members ask for a password.
        UnsupportedFormatError: it is another kind of archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentError(
            f"{name}: the file is cut off or damaged ({error}); send it again"
        ) from error
    _check_size(name, members, limits)
    names = {member.filename for member in members}
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedDocumentError(f"{name}: needs a password; save it without one")
    if "word/document.xml" in names:
        return DOCX
    if content[30:38] == b"mimetype" and ODT.encode() in content[:128]:
        return ODT
    raise UnsupportedFormatError(f"{name}: {_zip_hint(names)}")


def sniff_ole(name: str, content: bytes) -> str:
    """Tell a Word 97 document apart from other OLE containers.

    Raises:
        EncryptedDocumentError: it wraps an encrypted Office file.
        UnsupportedFormatError: it is no Word document.
    """
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedDocumentError(f"{name}: needs a password; save it without one")
    if "WordDocument".encode("utf-16-le") in content:
        return DOC
    raise UnsupportedFormatError(
        f"{name}: an Office file that is no Word document; save it as PDF"
    )


def _check_size(name: str, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.max_decoded_bytes or len(members) > _MAX_MEMBERS:
        raise TooLargeError(
            f"{name}: unpacks to {unpacked} bytes in {len(members)} parts, beyond the "
            "limit; save it again without pictures"
        )


def _zip_hint(names: set[str]) -> str:
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        return "a spreadsheet or a presentation; save it as PDF"
    return "a zip archive; unpack it, or give it to the batch"
