"""HTML to one page: the main text, without menus, scripts and footers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from danchieu.domain.page import Page, SourceFile
from danchieu.errors import DocumentError
from danchieu.pages.charsets import decode
from danchieu.pages.flow import FlowCell, FlowTable, Paragraph, Part, write_flow
from danchieu.pages.reading import PagesRead, charset_converted

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "iframe", "object", "svg",
     "select", "button", "textarea", "nav", "footer", "aside", "menu", "dialog")
)  # fmt: skip
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article",
     "section", "main", "body", "html", "header", "form", "fieldset", "dl", "dt", "dd",
     "blockquote", "pre", "address", "figure", "figcaption", "center", "hr", "tbody",
     "details", "summary")
)  # fmt: skip
_CHROME_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu"))
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 200
_HALF = 0.5
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{3,20})", re.I)


@dataclass(slots=True)
class _Flow:
    """Gathers inline text until a block ends."""

    parts: list[Part] = field(default_factory=list)
    line: list[str] = field(default_factory=list)

    def end_block(self) -> None:
        text = "".join(self.line)
        self.line = []
        lines = [_SPACES.sub(" ", line).strip() for line in text.split("\v")]
        if any(lines):
            self.parts.append(Paragraph(tuple(lines)))


def read_web_page(source: SourceFile) -> PagesRead:
    """Read a saved web page; the article is taken where the page marks one.

    Raises:
        DocumentError: it is no HTML, or in no certain charset.
    """
    from lxml import etree, html

    text, charset = _decode(source)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(
            f"{source.name}: nothing to read in this web page ({error})"
        ) from error
    flow = _Flow()
    _walk(_main(root), flow, 0)
    flow.end_block()
    notes = (charset_converted(1, charset),) if charset else ()
    return PagesRead((Page(1, write_flow(flow.parts)[0]),), notes)


def _decode(source: SourceFile) -> tuple[str, str | None]:
    declared = _META_CHARSET.search(source.content[:4096])
    name = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if name in {"windows-1258", "windows-1252", "iso-8859-1"}:
        try:
            return source.content.decode("utf-8"), None
        except UnicodeDecodeError:
            codec = "cp1258" if name == "windows-1258" else "cp1252"
            return source.content.decode(codec, "replace"), name
    return decode(source.name, source.content)


def _main(root: "_Element") -> "_Element":
    """Return the marked main part when it holds most of the page's paragraphs."""
    body = root.find("body")
    whole = body if body is not None else root
    everything = _length(whole)
    for path in (".//main", ".//article", ".//*[@role='main']"):
        found = root.findall(path)
        best = max(found, key=_length, default=None)
        if best is not None and _length(best) > _HALF * everything:
            return best
    return whole


def _length(node: "_Element") -> int:
    return sum(
        len(text)
        for part in node.iter("p", "td", "li", "div", "span")
        for text in (part.text, part.tail)
        if text and not text.isspace()
    )


def _walk(node: "_Element", flow: _Flow, depth: int) -> None:
    if not isinstance(node.tag, str) or _is_unseen(node) or depth > _DEEPEST:
        return
    if node.tag == "table":
        flow.end_block()
        flow.parts.append(_table(node, depth))
        return
    if node.tag == "br":
        flow.line.append("\v")
    block = node.tag in _BLOCKS
    if block:
        flow.end_block()
    flow.line.append(node.text or "")
    for child in node:
        _walk(child, flow, depth + 1)
        flow.line.append(child.tail or "")
    if block:
        flow.end_block()


def _is_unseen(node: "_Element") -> bool:
    if node.tag in _UNSEEN or node.get("role") in _CHROME_ROLES:
        return True
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or "display:none" in style


def _table(node: "_Element", depth: int) -> FlowTable:
    rows = []
    for row in _rows(node):
        cells, column = [], 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            inner = _Flow()
            inner.line.append(cell.text or "")
            for child in cell:
                _walk(child, inner, depth + 1)
                inner.line.append(child.tail or "")
            inner.end_block()
            span = cell.get("colspan") or "1"
            width = min(max(1, int(span)), 64) if span.isdecimal() else 1
            cells.append(FlowCell(tuple(inner.parts), column, width))
            column += width
        if cells:
            rows.append(tuple(cells))
    return FlowTable(tuple(rows), _is_ruled(node))


def _rows(node: "_Element") -> Iterator["_Element"]:
    for child in node:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _is_ruled(node: "_Element") -> bool:
    border = node.get("border") or "0"
    if border.strip() not in ("0", ""):
        return True
    styled = [node, *node.iter("td")]
    return any(_has_border(n.get("style") or "") for n in styled[:6])


_BORDER = re.compile(r"border(?:-\w{1,12})?\s{0,3}:[^;]{0,60}(?:solid|double)", re.I)


def _has_border(style: str) -> bool:
    return _BORDER.search(style) is not None
