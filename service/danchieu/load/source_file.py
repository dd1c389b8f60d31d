"""The one way in: bytes with a name become a ``SourceFile`` or an error."""

import hashlib

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import EmptyDocumentError, TooLargeError
from danchieu.load.media_type import sniff_media_type


def read_file(name: str, content: bytes, limits: Limits) -> SourceFile:
    """Return the file with the media type that its content shows.

    The name decides nothing but the difference between plain text and Markdown.

    Raises:
        EmptyDocumentError: there are no bytes, or only spaces.
        TooLargeError: the file, or what it unpacks to, is beyond ``limits``.
        UnsupportedFormatError: the content is of a kind that we do not read.
        EncryptedDocumentError: an Office file asks for a password.
        DocumentError: an Office file is cut off.
    """
    if not content.strip(b"\x00 \t\r\n\f"):
        raise EmptyDocumentError(f"{name}: the file is empty; send it again")
    if len(content) > limits.max_bytes:
        raise TooLargeError(
            f"{name}: {len(content)} bytes, the limit is {limits.max_bytes}; "
            "split the file or raise the limit"
        )
    media_type = sniff_media_type(name, content, limits)
    return SourceFile(name, hashlib.sha256(content).hexdigest(), media_type, content)
