"""How much one document may ask of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Beyond any of these a document is refused with a reason, never half read.

    ``max_bytes`` of the file, ``max_pages``, ``max_pixels`` of one page image,
    ``max_decoded_bytes`` of one compressed stream or archive member, ``seconds``
    and ``memory_bytes`` of the worker that reads the document.
    """

    max_bytes: int = 50 * 1024 * 1024
    max_pages: int = 2_000
    max_pixels: int = 80_000_000
    max_decoded_bytes: int = 400 * 1024 * 1024
    seconds: float = 600.0
    memory_bytes: int = 2 * 1024 * 1024 * 1024
