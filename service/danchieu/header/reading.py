"""Reads the whole header."""

from danchieu.domain.found import DocumentWarning, Found
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Text
from danchieu.header.inferred_issuer import Issuers
from danchieu.header.issuer import read_issuers
from danchieu.header.kind import read_kind
from danchieu.header.marks import read_mark, says_draft
from danchieu.header.number_line import NumberLine, read_number_line
from danchieu.header.place_date import PlaceDate, read_place_date
from danchieu.header.scope import HeadScope
from danchieu.header.type_title import TypeAndTitle, read_type_and_title
from danchieu.rules.knowledge import Knowledge


def read_header(text: Text, outline: Outline, knowledge: Knowledge) -> Header:
    """Read the facts of the head; None where one is blank, absent or not readable.

    News pages have a kind and a title only.
    """
    scope = HeadScope(text, outline, knowledge)
    number = read_number_line(scope)
    symbol = number.symbol.value if number.symbol else None
    named = read_type_and_title(scope, symbol)
    kind = read_kind(scope, number, named.type)
    if kind.value in ("news", "other"):
        return Header(kind, title=named.title)
    dated = read_place_date(scope, named.type.value if named.type else None)
    place = dated.place.value if dated.place else None
    issuers = read_issuers(
        scope, place, number.symbol, dated.issued_on.value if dated.issued_on else None
    )
    return _header(scope, kind, (number, named, dated, issuers))


_Parts = tuple[NumberLine, TypeAndTitle, PlaceDate, Issuers]


def _header(scope: HeadScope, kind: Found[str], parts: _Parts) -> Header:
    number, named, dated, issuers = parts
    return Header(
        kind,
        draft=_is_draft(scope, number, dated),
        type=named.type,
        number=number.number,
        symbol=number.symbol,
        code=number.code,
        issuer=issuers.issuer,
        parent_issuer=issuers.parent,
        place=dated.place,
        issued_on=dated.issued_on,
        title=named.title,
        urgency=read_mark(scope, "header.urgency"),
        secrecy=read_mark(scope, "header.secrecy"),
        warnings=number.warnings + dated.warnings + _year_clash(number, dated),
    )


def _is_draft(scope: HeadScope, number: NumberLine, dated: PlaceDate) -> bool:
    """See dự thảo, or a blank; on a scan one blank alone may be a pen's lost stroke."""
    blanks = (number.blank, dated.blank_day)
    is_scan = any(page.origin == "ocr" for page in scope.text.pages[:1])
    return (all(blanks) if is_scan else any(blanks)) or says_draft(scope) is not None


def _year(issued_on: Found[str] | None) -> int | None:
    return int(issued_on.value[:4]) if issued_on else None


def _year_clash(number: NumberLine, dated: PlaceDate) -> tuple[DocumentWarning, ...]:
    year = _year(dated.issued_on)
    if number.year is None or year is None or number.year == year:
        return ()
    span = dated.issued_on.span if dated.issued_on else None
    return (
        DocumentWarning(
            "year-disagrees",
            f"Năm trong số hiệu ({number.year}) khác năm ban hành ({year}).",
            f"The year in the code ({number.year}) is not the year of issue ({year}).",
            span,
        ),
    )
