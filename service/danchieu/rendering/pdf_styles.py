"""Type sizes and paragraph shapes of Nghị định 30/2020/NĐ-CP, Phụ lục I, for PDF."""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from danchieu.rendering.emphasis import Run
from danchieu.rendering.typefaces import Family

Style: TypeAlias = Any
"""A style of reportlab, or one of its attributes: the library has no types."""

BODY_SIZE = 14.0
NEWS_SIZE = 11.0
INDENT = 36.0
_CENTRE, _RIGHT, _JUSTIFY = 1, 2, 4
_BLANK = re.compile(
    r"(?<=:) {1,60}(?=/)| {3,60}|(?<=ngày) {2,60}|(?<=ngày) (?=tháng\b)"
)


def markup(runs: Iterable[Run]) -> str:
    """Return reportlab's paragraph markup for ``runs``."""
    pieces = []
    for run in runs:
        piece = keep_blanks(escape(run.text))
        if run.bold:
            piece = f"<b>{piece}</b>"
        if run.italic:
            piece = f"<i>{piece}</i>"
        pieces.append(piece)
    return "".join(pieces)


def keep_blanks(text: str) -> str:
    """Widen the gaps left for a number or a day, so that they show on paper."""
    return _BLANK.sub("\N{NO-BREAK SPACE}" * 6, text)


def office_styles(family: Family) -> dict[str, Style]:
    """Return the styles of an office paper by name; all part of one family."""
    body = _style(family, "body", BODY_SIZE, alignment=_JUSTIFY, firstLineIndent=INDENT)
    small: dict[str, Style] = {"leading": 14.5, "spaceAfter": 0.0}
    tight: dict[str, Style] = {"alignment": _CENTRE, "spaceAfter": 0.0}
    styles = [
        body,
        _child(body, "basis", fontName=family.italic),
        _child(body, "continued", firstLineIndent=0),
        _child(body, "item"),
        _child(body, "heading", fontName=family.bold, keepWithNext=1),
        _style(family, "centred", BODY_SIZE, bold=True, alignment=_CENTRE),
        _style(family, "aside", BODY_SIZE, italic=True, alignment=_CENTRE),
        _style(family, "note", 10, leading=12, alignment=_JUSTIFY),
        _style(family, "above", 11, alignment=0),
        _style(family, "parent", 12, leading=15, **tight),
        _style(family, "issuer", 12, bold=True, leading=15, **tight),
        _style(family, "state", 12, bold=True, leading=15, **tight),
        _style(family, "motto", 13, bold=True, leading=15, **tight),
        _style(family, "number", 13, leading=16, **tight),
        _style(family, "place", 13, italic=True, leading=16, **tight),
        _style(family, "subject", 12, leading=14.5, **tight),
        _style(family, "mark", 13, bold=True, textColor="#c00000", **tight),
        _style(family, "type", 15, bold=True, leading=19, **tight),
        _style(family, "title", BODY_SIZE, bold=True, **tight),
        _style(family, "addressee", BODY_SIZE, leftIndent=INDENT * 2),
        _style(family, "addressees", BODY_SIZE, alignment=_CENTRE),
        _style(family, "recipients", 12, bold=True, italic=True, **small),
        _style(family, "recipient", 11, leading=13, spaceAfter=0),
        _style(family, "authority", 13.5, bold=True, leading=16.5, **tight),
        _style(family, "remark", 13, italic=True, **tight),
        _style(family, "name", BODY_SIZE, bold=True, **tight),
        _style(family, "cell", 12, leading=14.5, spaceAfter=0),
        _style(family, "cell_centred", 12, leading=14.5, **tight),
        _style(family, "cell_heading", 12, bold=True, leading=14.5, **tight),
    ]
    return {s.name: s for s in styles}


def news_styles(family: Family) -> dict[str, Style]:
    """Return the styles of a web page under the same names as ``office_styles``."""
    styles = office_styles(family)
    body = _style(family, "body", NEWS_SIZE, leading=15, spaceAfter=8)
    for name in ("body", "basis", "continued", "item", "aside", "note", "above"):
        styles[name] = _child(body, name)
    for name in ("heading", "centred"):
        styles[name] = _child(body, name, fontName=family.bold)
    styles["headline"] = _style(
        family,
        "headline",
        17,
        bold=True,
        leading=22,
        spaceAfter=12,
        textColor="#1a3f7a",
    )
    return styles


def _style(
    family: Family,
    name: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    **shape: Style,
) -> Style:
    from reportlab.lib.styles import ParagraphStyle

    given: dict[str, Style] = {
        "leading": size * 1.28,
        "spaceAfter": 6.0,
    }
    return ParagraphStyle(
        name,
        fontName=family.face(bold=bold, italic=italic),
        fontSize=size,
        allowWidows=0,
        allowOrphans=0,
        **(given | shape),
    )


def _child(parent: Style, name: str, **shape: Style) -> Style:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(name, parent=parent, **shape)
