"""The order of the stages, nothing else."""

from collections.abc import Callable
from dataclasses import replace

from danchieu.citations import read_references
from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning
from danchieu.domain.page import PageNote, SourceFile
from danchieu.domain.text import Text
from danchieu.fields import read_fields
from danchieu.header import read_header
from danchieu.pages import PagesRead
from danchieu.remarks import notice
from danchieu.rules.knowledge import Knowledge
from danchieu.structure import read_outline
from danchieu.text import join_pages

PageReader = Callable[[SourceFile], PagesRead]
"""Reads the pages of a file; the caller has chosen limits and OCR."""


def read_document(
    source: SourceFile, knowledge: Knowledge, reader: PageReader
) -> Document:
    """Read a file from its pages to its citations.

    Raises:
        DocumentError: the pages cannot be read.
    """
    read = reader(source)
    document = read_text(join_pages(read.pages), source, knowledge, read.notes)
    return replace(document, digital_signatures=read.signatures)


def read_text(
    text: Text,
    source: SourceFile,
    knowledge: Knowledge,
    notes: tuple[PageNote, ...] = (),
) -> Document:
    """Read a text that was joined before."""
    outline = read_outline(text, knowledge)
    header = read_header(text, outline, knowledge)
    fields = read_fields(text, outline, header, knowledge)
    references = read_references(text, outline, header, knowledge)
    document = Document(
        source, text, outline, header, fields, references, _remarks(notes)
    )
    return notice(document, knowledge)


def _remarks(notes: tuple[PageNote, ...]) -> tuple[DocumentWarning, ...]:
    return tuple(DocumentWarning(n.code, n.message, n.message_en) for n in notes)
