"""Sections and tables as plain values."""

from danchieu.contract.places import Places
from danchieu.contract.shaped_facts import Row
from danchieu.domain.outline import Footnote, Node, Table
from danchieu.domain.text import Text


def section_row(node: Node, text: Text, places: Places) -> Row:
    """Return a part with the parts inside it."""
    page, start = places.page_and_offset(node.span.start)
    end_page, end = places.page_and_offset(node.span.end)
    return {
        "label": node.label,
        "heading": " ".join(text[node.heading].split()),
        "level": node.level,
        "page": page,
        "start": start,
        "end": end,
        "end_page": end_page,
        "children": [section_row(child, text, places) for child in node.children],
    }


def table_row(table: Table, places: Places) -> Row:
    """Return a table, cell by cell."""
    evidence = places.of(*(table.parts or (table.span,)))
    return {
        "page": places.page_and_offset(table.span.start)[0],
        "caption": table.caption,
        "header": [c.value for c in table.header],
        "rows": [[c.value for c in row] for row in table.rows],
        "evidence": evidence,
    }


def footnote_row(note: Footnote, text: Text, places: Places) -> Row:
    """Return a footnote and where the text refers to it."""
    return {
        "mark": note.mark,
        "text": " ".join(text[note.span].split()),
        "evidence": places.of(note.span),
        "anchors": places.of(*note.anchors),
    }
