"""Reads the whole outline of a document."""

from danchieu.domain.outline import Outline
from danchieu.domain.text import Text
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.lines import read_lines
from danchieu.structure.nodes import label_warnings, read_nodes
from danchieu.structure.regions import read_regions
from danchieu.structure.tables import read_tables


def read_outline(text: Text, knowledge: Knowledge) -> Outline:
    """Return regions, numbered parts and tables; empty for a text without letters."""
    lines = read_lines(text.value)
    regions = read_regions(lines, knowledge)
    nodes = read_nodes(text.value, lines, regions, knowledge.rules)
    return Outline(
        regions,
        nodes,
        read_tables(text.value, lines),
        label_warnings(nodes),
    )
