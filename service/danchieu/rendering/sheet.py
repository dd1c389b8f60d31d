"""A document as an office lays it out: letterhead, body, recipients, signature."""

from dataclasses import dataclass
from typing import Literal

ParagraphStyle = Literal[
    "headline",
    "basis",
    "body",
    "continued",
    "item",
    "heading",
    "centred",
    "aside",
    "note",
]
"""``headline``: the title of a web page. ``continued``: the rest of a paragraph that a
page break cut. ``aside``: a remark in brackets under a centred heading. ``note``: small
print under the signature."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph without line breaks; ``**bold**`` and ``*italic*`` are kept."""

    style: ParagraphStyle
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A bordered table; the first row names the columns, all rows are equally long."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where the text asks for a new page."""


Part = Paragraph | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The boxes 1 to 5b and 10 of Nghị định 30/2020/NĐ-CP.

    ``parent`` and ``issuer`` hold the lines of the left column, ``number`` the whole
    line ("Số: 12/KH-UBND"), ``subject`` the V/v lines, ``marks`` urgency and secrecy,
    ``motto`` the lines of the right column, ``place`` the line of place and date. None
    and () stand for what the document does not print.
    """

    parent: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    number: str | None = None
    subject: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    motto: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the name, remarks like "(Đã ký)", and the name."""

    authority: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document, or one annex of it.

    ``above`` are lines over the letterhead, ``after`` is what follows the signature
    on the same pages. ``news`` marks a web page, which is set without any office form.
    Each of ``annexes`` starts on a new page with page numbers of its own.
    """

    above: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
    type: str | None = None
    title: str | None = None
    addressees: tuple[str, ...] = ()
    body: tuple[Part, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: Signature | None = None
    after: tuple[Part, ...] = ()
    annexes: tuple["Sheet", ...] = ()
    news: bool = False

    @property
    def wide(self) -> bool:
        """Whether a table has so many columns that the page must lie on its side."""
        parts = (*self.body, *self.after)
        return any(isinstance(p, Table) and len(p.rows[0]) >= WIDE_TABLE for p in parts)


WIDE_TABLE = 8
"""From this many columns on a table is set on a landscape page."""
