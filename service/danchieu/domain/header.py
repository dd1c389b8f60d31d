"""What the head of a document says."""

from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.domain.found import DocumentWarning, Found


@dataclass(frozen=True, slots=True)
class Header:
    """The facts of the head; None where it is blank, absent or not readable.

    ``kind`` is ``administrative``, ``legal``, ``news`` or ``other``. ``draft`` is
    true when the number or the day is left blank, or the page says dự thảo.
    ``code`` is number and symbol ("65/KH-UBND"), None while the number is blank.
    ``issued_on`` is EDTF ("2021-03-14", "2022-10" when the day is blank).
    """

    kind: Found[str]
    draft: bool = False
    type: Found[str] | None = None
    number: Found[str] | None = None
    symbol: Found[str] | None = None
    code: Found[str] | None = None
    issuer: Found[Agency] | None = None
    parent_issuer: Found[Agency] | None = None
    place: Found[str] | None = None
    issued_on: Found[str] | None = None
    title: Found[str] | None = None
    urgency: Found[str] | None = None
    secrecy: Found[str] | None = None
    warnings: tuple[DocumentWarning, ...] = ()
