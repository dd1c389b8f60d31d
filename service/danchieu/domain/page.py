"""A file as given, and its pages of words with boxes."""

from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""``(x0, y0, x1, y1)`` in PDF points from the top left of the upright page."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of one document; ``sha256`` names them.

    ``media_type`` comes from the content, never from the name alone.
    """

    name: str
    sha256: str
    media_type: str
    content: bytes

    @property
    def byte_size(self) -> int:
        """How many bytes the file has."""
        return len(self.content)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed: ``page.text[start:end]``, where it stands, how sure we are.

    ``confidence`` is 0 to 1; 1 for text that the file itself carries.
    """

    start: int
    end: int
    box: Box
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Page:
    r"""One page in reading order; ``text`` is the source text, never normalised.

    Lines end with a newline, an empty line parts blocks (letterhead columns,
    paragraphs, signature block). A table row is one line ``| cell | cell |``.
    ``words`` are in text order and do not overlap; plain text has none, and then
    ``width`` and ``height`` are 0. ``origin`` is ``digital`` or ``ocr``.
    """

    number: int
    text: str
    words: tuple[Word, ...] = ()
    width: float = 0.0
    height: float = 0.0
    origin: str = "digital"


@dataclass(frozen=True, slots=True)
class PageNote:
    """Something worth telling about how a page was read; ``code`` is kebab-case."""

    page: int
    code: str
    message: str
    message_en: str
