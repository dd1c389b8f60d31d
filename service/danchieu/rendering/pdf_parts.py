"""The parts of a sheet as reportlab flowables."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from danchieu.rendering.columns import CELL_PADDING, column_widths
from danchieu.rendering.emphasis import paragraph_runs, runs_of
from danchieu.rendering.hyphen_breaks import break_at_hyphens
from danchieu.rendering.pdf_styles import Style, markup
from danchieu.rendering.sheet import (
    Letterhead,
    PageBreak,
    Paragraph,
    Part,
    Sheet,
    Signature,
    Table,
)

_ROW_NUMBER_LENGTH = 6

Flowable: TypeAlias = Any
"""Something that reportlab sets on a page: the library has no types."""

Flowables = list[Flowable]
Styles = dict[str, Style]


def letterhead_flowables(head: Letterhead, styles: Styles, width: float) -> Flowables:
    """Set the two columns: names over number left, motto over place right."""
    names = _lines(head.parent, styles["parent"]) + _lines(
        head.issuer, styles["issuer"]
    )
    if names and head.issuer[-1] != "*":
        names.append(_rule("35%"))
    left = _lines((head.number,) if head.number else (), styles["number"])
    left += _lines(head.subject, styles["subject"])
    right = _lines((head.place,) if head.place else (), styles["place"])
    rows = [[names, _motto(head.motto, styles)], [left, right]]
    right_width = max(_widest(head, styles) + 8, width * 0.5)
    table = _table(rows, [width - right_width, right_width])
    return [table, *_marks(head.marks, styles), _space(14)]


def title_flowables(sheet: Sheet, styles: Styles) -> Flowables:
    """Set type and title with the rule under them, then the addressees."""
    found = _lines((sheet.type,) if sheet.type else (), styles["type"])
    found += _lines((sheet.title,) if sheet.title else (), styles["title"])
    if found:
        found += [_space(3), _rule("30%"), _space(10)]
    if len(sheet.addressees) == 1:
        return [*found, *_lines(sheet.addressees, styles["addressees"]), _space(6)]
    return [*found, *_lines(sheet.addressees, styles["addressee"])]


def body_flowables(parts: Sequence[Part], styles: Styles, width: float) -> Flowables:
    """Set paragraphs, tables and page breaks in their order."""
    from reportlab.platypus import PageBreak as NewPage
    from reportlab.platypus import Paragraph as Set

    found: Flowables = []
    for part in parts:
        if isinstance(part, PageBreak):
            found.append(NewPage())
        elif isinstance(part, Paragraph):
            style = styles[part.style]
            set_text = break_at_hyphens(markup(paragraph_runs(part)), style, width)
            found.append(Set(set_text, style))
        else:
            found += [_data_table(part, styles, width), _space(8)]
    return found


def foot_flowables(sheet: Sheet, styles: Styles, width: float) -> Flowables:
    """Set recipients at the left and the signature at the right, on one level."""
    if not sheet.recipients and sheet.signature is None:
        return []
    heading, *items = sheet.recipients or ("",)
    left = _lines((heading,) if heading else (), styles["recipients"])
    left += _lines(items, styles["recipient"])
    right = _signature(sheet.signature, styles) if sheet.signature else []
    table = _table([[left, right]], [width * 0.47, width * 0.53])
    return [_space(8), table]


def _signature(signature: Signature, styles: Styles) -> Flowables:
    found = _lines(signature.authority, styles["authority"])
    found.append(_space(34))
    found += _lines(signature.remarks, styles["remark"])
    name = _lines((signature.name,) if signature.name else (), styles["name"])
    return [*found, _space(34), *name]


def _marks(marks: Sequence[str], styles: Styles) -> Flowables:
    from reportlab.platypus import Table as Grid

    found: Flowables = []
    for mark in marks:
        ink = styles["mark"].textColor
        cells = [_lines((mark,), styles["mark"])]
        box = Grid([cells], colWidths=[len(mark) * 11 + 16], hAlign="LEFT")
        box.setStyle([("BOX", (0, 0), (-1, -1), 1.2, ink)])
        found += [_space(6), box]
    return found


def _data_table(table: Table, styles: Styles, width: float) -> Flowable:
    from reportlab.platypus import LongTable

    rows = [
        [
            _cell(text, column, styles, heading=number == 0)
            for column, text in enumerate(r)
        ]
        for number, r in enumerate(table.rows)
    ]
    grid = LongTable(rows, column_widths(table, width), repeatRows=1, splitInRow=1)
    grid.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
            ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ]
    )
    return grid


def _cell(text: str, column: int, styles: Styles, *, heading: bool) -> Flowable:
    from reportlab.platypus import Paragraph as Set

    figure = not any(c.isalpha() for c in text)
    row_number = column == 0 and len(text) <= _ROW_NUMBER_LENGTH
    style = "cell_centred" if figure or row_number else "cell"
    return Set(markup(runs_of(text)), styles["cell_heading" if heading else style])


def _lines(lines: Sequence[str], style: Style) -> Flowables:
    from reportlab.platypus import Paragraph as Set

    return [Set(markup(runs_of(line)), style) for line in lines]


def _motto(motto: Sequence[str], styles: Styles) -> Flowables:
    """Set Quốc hiệu and Tiêu ngữ; the rule is as wide as the last line's letters."""
    if not motto:
        return []
    last = styles["motto"] if len(motto) > 1 else styles["state"]
    found = _lines(motto[:-1], styles["state"]) + _lines(motto[-1:], last)
    return [*found, _rule(_text_width(motto[-1], last))]


def _widest(head: Letterhead, styles: Styles) -> float:
    lines = [(x, styles["state"]) for x in head.motto[:1]]
    lines += [(x, styles["motto"]) for x in head.motto[1:]]
    lines += [(x, styles["place"]) for x in (head.place,) if x]
    return max((_text_width(*line) for line in lines), default=0.0)


def _text_width(text: str, style: Style) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, style.fontName, style.fontSize))


def _rule(width: float | str) -> Flowable:
    from reportlab.platypus import HRFlowable

    return HRFlowable(width, thickness=0.8, color="black", spaceBefore=4, spaceAfter=5)


def _table(rows: Sequence[Sequence[Flowable]], widths: list[float]) -> Flowable:
    """Return a table without borders, its cells at the top."""
    from reportlab.platypus import Table as Grid

    grid = Grid(rows, colWidths=widths, splitInRow=1)
    grid.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("ALIGN", (0, 0), (-1, -1), "CENTER"),
            *((f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 1) for side in ("TOP", "BOTTOM")),
        ]
    )
    return grid


def _space(height: float) -> Flowable:
    from reportlab.platypus import Spacer

    return Spacer(1, height)
