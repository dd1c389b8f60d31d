"""Reading a file no further than one document may be long."""

from typing import IO

from danchieu.domain.limits import Limits
from danchieu.errors import TooLargeError


def read_bounded(source: str, file: IO[bytes], limits: Limits) -> bytes:
    """Return the whole content.

    Raises:
        TooLargeError: it is longer than ``limits`` allow.
    """
    content: bytes = file.read(limits.max_bytes + 1)
    if len(content) > limits.max_bytes:
        raise too_large(source, limits)
    return content


def too_large(source: str, limits: Limits) -> TooLargeError:
    """Return the error of a file that is longer than ``limits`` allow."""
    return TooLargeError(
        f"{source}: more than {limits.max_bytes} bytes; split the file or raise "
        "DANCHIEU_MAX_BYTES"
    )
