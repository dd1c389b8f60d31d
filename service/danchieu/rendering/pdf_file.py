"""A sheet as a PDF file with embedded fonts."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

from danchieu.rendering.emphasis import runs_of
from danchieu.rendering.pdf_parts import (
    Flowables,
    Styles,
    body_flowables,
    foot_flowables,
    letterhead_flowables,
    title_flowables,
)
from danchieu.rendering.pdf_styles import markup, news_styles, office_styles
from danchieu.rendering.sheet import Paragraph as Text
from danchieu.rendering.sheet import Sheet
from danchieu.rendering.typefaces import Typeface

Canvas: TypeAlias = Any
Template: TypeAlias = Any
"""Classes of reportlab, which has no types."""

_MM = 72 / 25.4
_TOP, _BOTTOM, _LEFT, _RIGHT = 20 * _MM, 20 * _MM, 30 * _MM, 18 * _MM
_PAGE_NUMBER_HEIGHT = 12 * _MM
_PAGE_NUMBER_SIZE = 13.0


@dataclass(slots=True)
class _PageNumbers:
    """Counts the pages of one part; the first page shows no number."""

    face: str
    page: int = 0

    def draw(self, canvas: Canvas, document: Canvas) -> None:
        self.page += 1
        if self.page == 1:
            return
        width, height = canvas._pagesize
        middle = (_LEFT + width - _RIGHT) / 2
        canvas.setFont(self.face, _PAGE_NUMBER_SIZE)
        canvas.drawCentredString(middle, height - _PAGE_NUMBER_HEIGHT, str(self.page))


def render_pdf(sheet: Sheet, typeface: Typeface) -> bytes:
    """Set ``sheet`` on A4 as Nghị định 30/2020/NĐ-CP asks; news as a web page.

    The same sheet gives the same bytes. Annexes have page numbers of their own, and
    lie on their side when a table is very wide.
    """
    from reportlab.platypus import BaseDocTemplate

    family = typeface.sans if sheet.news else typeface.serif
    styles = (news_styles if sheet.news else office_styles)(family)
    parts = (sheet, *sheet.annexes)
    target = BytesIO()
    document = BaseDocTemplate(target, invariant=1, title="", author="", lang="vi")
    document.addPageTemplates(
        [_template(part, number, family.regular) for number, part in enumerate(parts)]
    )
    document.build(_story(parts, styles))
    return target.getvalue()


def _template(part: Sheet, number: int, face: str) -> Template:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.platypus import Frame, PageTemplate

    size = landscape(A4) if part.wide else A4
    width, height = size
    frame = Frame(
        *(_LEFT, _BOTTOM, width - _LEFT - _RIGHT, height - _TOP - _BOTTOM),
        **dict.fromkeys(
            ("leftPadding", "bottomPadding", "rightPadding", "topPadding"), 0
        ),
    )
    numbers = _PageNumbers(face)
    return PageTemplate(str(number), [frame], onPage=numbers.draw, pagesize=size)


def _story(parts: tuple[Sheet, ...], styles: Styles) -> Flowables:
    from reportlab.platypus import NextPageTemplate, PageBreak, Spacer

    story: Flowables = [Spacer(1, 1)]  # an empty sheet is a page as well
    for number, part in enumerate(parts):
        if number:
            story += [NextPageTemplate(str(number)), PageBreak()]
        story += _part_story(part, styles)
    return story


def _part_story(part: Sheet, styles: Styles) -> Flowables:
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import KeepTogether, Paragraph

    width = A4[1 if part.wide else 0] - _LEFT - _RIGHT
    story: Flowables = [
        Paragraph(markup(runs_of(line)), styles["above"]) for line in part.above
    ]
    if part.letterhead:
        story += letterhead_flowables(part.letterhead, styles, width)
    story += title_flowables(part, styles)
    story += body_flowables(part.body, styles, width)
    foot = foot_flowables(part, styles, width)
    if foot and part.body and isinstance(part.body[-1], Text):
        foot.insert(0, story.pop())  # a signature never stands alone on a page
    story += [KeepTogether(foot)] if foot else []
    return story + body_flowables(part.after, styles, width)
