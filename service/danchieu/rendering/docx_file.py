"""A sheet as a Word file, laid out with the tables that Vietnamese offices use."""

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from danchieu.rendering.docx_parts import (
    Element,
    Place,
    add_body,
    add_foot,
    add_letterhead,
    add_page_number,
    add_title,
    lines_to,
)
from danchieu.rendering.sheet import Sheet

_FONTS = {True: ("Arial", 11.0), False: ("Times New Roman", 14.0)}
_A4_MM = (210, 297)


def render_docx(sheet: Sheet) -> bytes:
    """Set ``sheet`` on A4 with python-docx; the same sheet gives the same bytes.

    Letterhead and signature are tables of two columns without borders, the tables of
    the text have borders. Each annex is a section with page numbers of its own.
    """
    from docx import Document

    document = Document()
    _set_body_face(document, *_FONTS[sheet.news])
    for number, part in enumerate((sheet, *sheet.annexes)):
        section = document.sections[0] if number == 0 else document.add_section()
        _set_page(section, part)
        lines_to(document, part.above, size=11)
        if part.letterhead:
            add_letterhead(document, part.letterhead)
        add_title(document, part)
        add_body(document, part.body)
        add_foot(document, part)
        add_body(document, part.after)
    target = BytesIO()
    document.save(target)
    return _without_times(target.getvalue())


def _set_body_face(document: Place, face: str, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = face, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), face)
    style.paragraph_format.space_after = Pt(6)


def _set_page(section: Element, part: Sheet) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = reversed(_A4_MM) if part.wide else _A4_MM
    section.orientation = WD_ORIENT.LANDSCAPE if part.wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    add_page_number(section)


def _without_times(content: bytes) -> bytes:
    """Pack the archive again with one fixed time for all members."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as packed:
        members: Sequence[ZipInfo] = source.infolist()
        for member in members:
            plain = ZipInfo(member.filename)
            plain.compress_type = ZIP_DEFLATED
            packed.writestr(plain, source.read(member))
    return target.getvalue()
