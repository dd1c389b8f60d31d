"""What a PDF page draws beside its letters: ruled lines, pictures."""

from collections.abc import Iterator
from ctypes import c_float, c_int
from dataclasses import dataclass
from typing import TYPE_CHECKING

from danchieu.domain.page import Box
from danchieu.pages.pdf_words import PageFrame
from danchieu.pages.printed import Rule

if TYPE_CHECKING:
    from pypdfium2 import PdfPage as PdfiumPage
    from pypdfium2.raw import FPDF_PAGEOBJECT

_MOST_OBJECTS = 20_000
_THIN = 3.0
_SHORTEST = 6.0
_LEVEL = 1.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PageMarks:
    """The rules, the share of the page under pictures, the count of all drawings."""

    rules: tuple[Rule, ...]
    picture_cover: float
    drawings: int


def read_marks(page: "PdfiumPage", frame: PageFrame) -> PageMarks:
    """Return what is drawn on the page itself (not inside nested forms)."""
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    covered = 0.0
    drawings = 0
    wide, high = frame.size
    for i in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        drawings += 1
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _rules(item, frame)
        else:
            x0, y0, x1, y1 = _bounds(item, frame)
            shown_wide = max(0.0, min(x1, wide) - max(x0, 0.0))
            shown_high = max(0.0, min(y1, high) - max(y0, 0.0))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE or shown_wide * shown_high > 0:
                covered += shown_wide * shown_high
    return PageMarks(tuple(rules), min(1.0, covered / max(wide * high, 1.0)), drawings)


def _bounds(item: "FPDF_PAGEOBJECT", frame: PageFrame) -> Box:
    import pypdfium2.raw as pdfium

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return (0.0, 0.0, 0.0, 0.0)
    return frame.rectangle(left.value, bottom.value, right.value, top.value)


def _rules(item: "FPDF_PAGEOBJECT", frame: PageFrame) -> list[Rule]:
    """Return a thin filled shape as one rule, stroked paths edge by edge."""
    import pypdfium2.raw as pdfium

    box = _bounds(item, frame)
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        return [Rule(box)] if _is_long(box) else []
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not stroke.value:
        return []
    edges = (
        (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        for a, b in _edges(item, frame)
        if abs(a[0] - b[0]) <= _LEVEL or abs(a[1] - b[1]) <= _LEVEL
    )
    return [Rule(edge) for edge in edges if _is_long(edge)]


def _is_long(box: Box) -> bool:
    return max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST


def _edges(item: "FPDF_PAGEOBJECT", frame: PageFrame) -> Iterator[tuple[Point, Point]]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = c_float(), c_float()
    start = last = (0.0, 0.0)
    for i in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = frame.point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        last = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, start
