"""Text and Markdown files to pages, parted by form feeds."""

from danchieu.domain.page import Page, SourceFile
from danchieu.pages.charsets import decode
from danchieu.pages.reading import PagesRead, charset_converted


def read_plain_text(source: SourceFile) -> PagesRead:
    r"""Return the text as it is written: only line ends become ``\n``.

    Raises:
        DocumentError: the bytes are in no charset that we can be sure of.
    """
    text, charset = decode(source.name, source.content)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = tuple(Page(n, t) for n, t in enumerate(lines.split("\f"), start=1))
    pages = pages[:-1] if len(pages) > 1 and not pages[-1].text else pages
    return PagesRead(pages, (charset_converted(1, charset),) if charset else ())
