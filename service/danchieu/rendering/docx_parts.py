"""The parts of a sheet as python-docx paragraphs and tables."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from danchieu.rendering.columns import column_widths
from danchieu.rendering.emphasis import paragraph_runs, runs_of
from danchieu.rendering.sheet import (
    Letterhead,
    PageBreak,
    Paragraph,
    Part,
    Sheet,
    Signature,
    Table,
)

Place: TypeAlias = Any
Element: TypeAlias = Any
"""Documents and cells, and what stands in them: python-docx is not typed for us."""

_INDENTED = ("basis", "body", "item", "heading")
_CENTRED = ("centred", "aside")
_BOLD = ("heading", "centred", "headline")
_ITALIC = ("basis", "aside")
_POINTS_PER_MM = 72 / 25.4
_PAGE_FIELD = (("begin", None), (None, "PAGE"), ("end", None))


def lines_to(
    place: Place,
    lines: Iterable[str],
    *,
    size: float,
    bold: bool = False,
    italic: bool = False,
    centred: bool = False,
) -> None:
    """Add each of ``lines`` to ``place`` as a paragraph without space after it."""
    from docx.shared import Pt

    for line in lines:
        paragraph = _next_paragraph(place, centred=centred)
        paragraph.paragraph_format.space_after = Pt(0)
        for run in runs_of(line):
            printed = paragraph.add_run(run.text)
            printed.font.size = Pt(size)
            printed.bold, printed.italic = bold or run.bold, italic or run.italic


def add_letterhead(document: Place, head: Letterhead) -> None:
    """Add the table of names and motto, number and place; then the stamped marks."""
    (left, right), (number, place) = _columns(document, 2, (66, 96))
    lines_to(left, head.parent, size=12, centred=True)
    lines_to(left, head.issuer, size=12, bold=True, centred=True)
    lines_to(right, head.motto[:1], size=12, bold=True, centred=True)
    lines_to(right, head.motto[1:], size=13, bold=True, centred=True)
    for cell, printed, inset in ((left, head.issuer, 20), (right, head.motto, 24)):
        if printed and printed[-1] != "*":
            _rule_under(cell.paragraphs[-1], inset)
    lines_to(number, (head.number,) if head.number else (), size=13, centred=True)
    lines_to(number, head.subject, size=12, centred=True)
    lines_to(
        place, (head.place,) if head.place else (), size=13, italic=True, centred=True
    )
    _add_marks(document, head.marks)
    document.add_paragraph()


def add_title(document: Place, sheet: Sheet) -> None:
    """Add type and title with the rule under them, then the addressees."""
    from docx.shared import Mm, Pt

    kind = (sheet.type,) if sheet.type else ()
    lines_to(document, kind, size=14, bold=True, centred=True)
    title = (sheet.title,) if sheet.title else ()
    lines_to(document, title, size=14, bold=True, centred=True)
    if kind or title:
        _rule_under(document.paragraphs[-1], 55)
        document.paragraphs[-1].paragraph_format.space_after = Pt(12)
    single = len(sheet.addressees) == 1
    for line in sheet.addressees:
        lines_to(document, (line,), size=14, centred=single)
        if not single:
            document.paragraphs[-1].paragraph_format.left_indent = Mm(25)


def add_body(document: Place, parts: Sequence[Part]) -> None:
    """Add paragraphs, bordered tables and page breaks in their order."""
    for part in parts:
        if isinstance(part, PageBreak):
            document.add_page_break()
        elif isinstance(part, Table):
            _add_table(document, part)
        else:
            _add_paragraph(document, part)


def add_foot(document: Place, sheet: Sheet) -> None:
    """Add recipients and signature as one row of two columns."""
    if not sheet.recipients and sheet.signature is None:
        return
    ((left, right),) = _columns(document, 1, (80, 82))
    lines_to(left, sheet.recipients[:1], size=12, bold=True, italic=True)
    lines_to(left, sheet.recipients[1:], size=11)
    if sheet.signature:
        _add_signature(right, sheet.signature)


def add_page_number(section: Element) -> None:
    """Show page numbers in the head of all pages but the section's first, from 2."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, instruction in _PAGE_FIELD:
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = instruction
        run._r.append(element)
    for copied in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(copied)
    restart = OxmlElement("w:pgNumType")
    restart.set(qn("w:start"), "1")
    section._sectPr.find(qn("w:pgMar")).addnext(restart)


def _add_marks(document: Place, marks: Sequence[str]) -> None:
    """Add each mark of urgency or secrecy in a box of its own."""
    from docx.shared import Mm

    for mark in marks:
        grid = document.add_table(rows=1, cols=1)
        grid.style = "Table Grid"
        grid.autofit = False
        grid.columns[0].width = grid.cell(0, 0).width = Mm(len(mark) * 4 + 6)
        lines_to(grid.cell(0, 0), (mark,), size=13, bold=True, centred=True)


def _add_signature(cell: Place, signature: Signature) -> None:
    lines_to(cell, signature.authority, size=13, bold=True, centred=True)
    gap = ("", *signature.remarks, "", "")
    lines_to(cell, gap, size=13, italic=True, centred=True)
    name = (signature.name,) if signature.name else ()
    lines_to(cell, name, size=14, bold=True, centred=True)


def _add_paragraph(document: Place, part: Paragraph) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    shape = paragraph.paragraph_format
    if part.style in _INDENTED:
        shape.first_line_indent = Mm(12.7)
    shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if part.style in _CENTRED:
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in paragraph_runs(part):
        printed = paragraph.add_run(run.text)
        printed.bold = run.bold or part.style in _BOLD
        printed.italic = run.italic or part.style in _ITALIC
        if part.style == "note":
            printed.font.size = Pt(10)


def _add_table(document: Place, table: Table) -> None:
    grid = document.add_table(rows=0, cols=len(table.rows[0]))
    grid.style = "Table Grid"
    for number, row in enumerate(table.rows):
        heading = number == 0
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            figure = not any(c.isalpha() for c in text)
            lines_to(cell, (text,), size=12, bold=heading, centred=heading or figure)
    section = document.sections[-1]
    margins = section.left_margin.pt + section.right_margin.pt
    _set_widths(grid, column_widths(table, section.page_width.pt - margins))
    _keep_rows_whole(grid)
    _repeat_first_row(grid)
    document.add_paragraph()


def _set_widths(grid: Element, widths: Sequence[float]) -> None:
    from docx.shared import Pt

    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)


def _keep_rows_whole(grid: Element) -> None:
    from docx.oxml import OxmlElement

    for row in grid.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_first_row(grid: Element) -> None:
    from docx.oxml import OxmlElement

    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _drop_padding(grid: Element) -> None:
    """Let the letters use the whole width of the cells."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "0")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    grid._tbl.tblPr.append(margins)


def _columns(document: Place, rows: int, widths: tuple[int, int]) -> Element:
    """Add a table of two columns without borders; return its cells by row."""
    grid = document.add_table(rows=rows, cols=2)
    _set_widths(grid, [width * _POINTS_PER_MM for width in widths])
    _drop_padding(grid)
    _keep_rows_whole(grid)
    return [row.cells for row in grid.rows]


def _next_paragraph(place: Place, *, centred: bool) -> Element:
    """Return the empty paragraph that a new cell has, or a new one."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.table import _Cell

    if isinstance(place, _Cell) and place.paragraphs[0].style.name == "Normal":
        unused = len(place.paragraphs) == 1 and place.paragraphs[0]._p.pPr is None
        paragraph = place.paragraphs[0] if unused else place.add_paragraph()
    else:
        paragraph = place.add_paragraph()
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _rule_under(paragraph: Element, inset_mm: int) -> None:
    """Add an empty paragraph under ``paragraph`` whose upper border is the rule."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    border = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (
        ("val", "single"),
        ("sz", "6"),
        ("space", "1"),
        ("color", "auto"),
    ):
        line.set(qn(f"w:{key}"), value)
    border.append(line)
    rule = OxmlElement("w:p")
    paragraph._p.addnext(rule)
    drawn = type(paragraph)(rule, paragraph._parent)
    drawn.paragraph_format.left_indent = drawn.paragraph_format.right_indent = Mm(
        inset_mm
    )
    drawn.paragraph_format.space_after = Pt(4)
    drawn.paragraph_format.line_spacing = Pt(3)
    drawn._p.pPr.insert(0, border)
