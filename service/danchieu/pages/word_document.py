"""docx files to pages: text as accepted, lists counted, tables told apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from danchieu.domain.limits import Limits
from danchieu.domain.page import Page, PageNote, SourceFile
from danchieu.pages.charsets import find_converter
from danchieu.pages.flow import (
    FlowCell,
    FlowTable,
    PageBreak,
    Paragraph,
    Part,
    write_flow,
)
from danchieu.pages.reading import PagesRead, charset_converted
from danchieu.pages.word_numbering import Numbering, read_numbering
from danchieu.pages.word_xml import WordParts, open_parts, w

if TYPE_CHECKING:
    from lxml.etree import _Element

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INVISIBLE = {"none", "nil"}
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class _Reader:
    numbering: Numbering
    ruled_styles: frozenset[str]
    in_cell: bool = False


def read_word_document(source: SourceFile, limits: Limits) -> PagesRead:
    """Read a docx: insertions accepted, deletions left out, footnotes at the end.

    Raises:
        DocumentError: the file is damaged or unpacks to too much.
    """
    parts = open_parts(source, limits)
    reader = _Reader(read_numbering(parts), _ruled_styles(parts.styles))
    body = parts.document.find(w("body"))
    flow = list(_parts(reader, body)) if body is not None else []
    flow += _footnotes(reader, parts)
    texts = write_flow(flow)
    found = find_converter("\n".join(texts))
    notes: tuple[PageNote, ...] = ()
    if found is not None:
        texts = [found[0](text) for text in texts]
        notes = (charset_converted(1, found[1]),)
    pages = tuple(Page(n, text) for n, text in enumerate(texts, start=1))
    return PagesRead(pages, notes)


def _parts(reader: _Reader, parent: "_Element") -> Iterator[Part]:
    for child in parent:
        if child.tag == w("p"):
            yield from _paragraph(reader, child)
        elif child.tag == w("tbl"):
            yield _table(reader, child)
        elif child.tag in (w("sdt"), w("sdtContent"), w("ins"), w("customXml")):
            yield from _parts(reader, child)


def _paragraph(reader: _Reader, node: "_Element") -> Iterator[Part]:
    """Yield the paragraph, and what stands in its text boxes after it."""
    properties = node.find(w("pPr"))
    if properties is not None and properties.find(w("pageBreakBefore")) is not None:
        yield PageBreak()
    label = reader.numbering.label(properties)
    pieces = "".join(_pieces(node)).split("\f")
    justified = properties.find(w("jc")) if properties is not None else None
    centred = justified is not None and justified.get(w("val")) == "center"
    for at, piece in enumerate(pieces):
        if at:
            yield PageBreak()
        shown = label if at == 0 and (piece.strip() or reader.in_cell) else None
        text = f"{shown} {piece}" if shown else piece
        yield Paragraph(tuple(line.strip() for line in text.split("\n")), centred)
    for box in _text_boxes(node):
        yield from _parts(reader, box)


def _pieces(node: "_Element") -> Iterator[str]:
    """Yield the text of runs; deleted runs and the boxes of drawings stay out."""
    for child in node:
        tag = child.tag
        if tag == w("t"):
            yield child.text or ""
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == w("br"):
            yield "\f" if child.get(w("type")) == "page" else "\n"
        elif tag == w("footnoteReference"):
            yield child.get(w("id"), "").translate(_SUPERSCRIPTS)
        elif tag == w("r"):
            yield _run(child)
        elif tag in _WRAPPERS:
            yield from _pieces(child)


_SIGNS = {
    w("tab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("sym"): "",
}
_WRAPPERS = frozenset(
    map(w, ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo"))
)


def _run(run: "_Element") -> str:
    text = "".join(_pieces(run))
    properties = run.find(w("rPr"))
    if properties is None:
        return text
    if properties.find(w("vanish")) is not None:
        return ""
    raised = properties.find(w("vertAlign"))
    if raised is not None and raised.get(w("val")) == "superscript":
        return text.translate(_SUPERSCRIPTS) if text.strip().isdecimal() else text
    return text


def _text_boxes(node: "_Element") -> Iterator["_Element"]:
    """Yield the text boxes, each once: old Word's copy of a drawing is left out."""
    for box in node.iter(w("txbxContent")):
        around = [parent.tag for parent in box.iterancestors()]
        if _FALLBACK not in around and around.count(w("txbxContent")) == 0:
            yield box


def _table(reader: _Reader, node: "_Element") -> FlowTable:
    inside = replace(reader, in_cell=True)
    rows = []
    for row in _children(node, "tr"):
        cells, column = [], 0
        for cell in _children(row, "tc"):
            properties = cell.find(w("tcPr"))
            width = _span(properties)
            parts = () if _continues(properties) else tuple(_parts(inside, cell))
            cells.append(FlowCell(parts, column, width))
            column += width
        rows.append(tuple(cells))
    return FlowTable(tuple(rows), _is_ruled(reader, node))


def _children(node: "_Element", name: str) -> Iterator["_Element"]:
    for child in node:
        if child.tag == w(name):
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("ins")):
            yield from _children(child, name)


def _span(properties: "_Element | None") -> int:
    span = properties.find(w("gridSpan")) if properties is not None else None
    value = span.get(w("val"), "1") if span is not None else "1"
    return min(max(1, int(value)), 64) if value.isdecimal() else 1


def _continues(properties: "_Element | None") -> bool:
    merged = properties.find(w("vMerge")) if properties is not None else None
    return merged is not None and merged.get(w("val"), "continue") == "continue"


def _is_ruled(reader: _Reader, node: "_Element") -> bool:
    """Say whether most cells show a border: their own, the table's or its style's."""
    properties = node.find(w("tblPr"))
    style = properties.find(w("tblStyle")) if properties is not None else None
    borders = properties.find(w("tblBorders")) if properties is not None else None
    whole = _shows(borders)
    if whole is None:
        whole = style is not None and style.get(w("val")) in reader.ruled_styles
    shown = [
        whole if (own := _shows(cell.find(f"{w('tcPr')}/{w('tcBorders')}"))) is None
        else own
        for row in _children(node, "tr")
        for cell in _children(row, "tc")
    ]  # fmt: skip
    return sum(shown) * 2 > len(shown)


def _shows(borders: "_Element | None") -> bool | None:
    """Say whether any side is drawn; None when nothing is said about the sides."""
    if borders is None:
        return None
    sides = [borders.find(w(side)) for side in _SIDES]
    values = [side.get(w("val")) for side in sides if side is not None]
    return any(value not in _INVISIBLE for value in values) if values else None


def _ruled_styles(styles: "_Element | None") -> frozenset[str]:
    return frozenset(
        style.get(w("styleId"), "")
        for style in (styles.findall(w("style")) if styles is not None else ())
        if _shows(style.find(f"{w('tblPr')}/{w('tblBorders')}"))
    )


def _footnotes(reader: _Reader, parts: WordParts) -> list[Part]:
    if parts.footnotes is None:
        return []
    found: list[Part] = []
    for note in parts.footnotes.findall(w("footnote")):
        number = note.get(w("id"), "")
        if note.get(w("type")) in (None, "normal") and number.isdecimal():
            texts = [p for p in _parts(reader, note) if isinstance(p, Paragraph)]
            lines = [" ".join(line.split()) for p in texts for line in p.lines]
            mark = number.translate(_SUPERSCRIPTS)
            found.append(Paragraph((f"{mark} {' '.join(filter(None, lines))}",)))
    return found
