"""Reads the whole outline of a document."""

from collections.abc import Sequence

from danchieu.domain.outline import Outline, Region
from danchieu.domain.text import Span, Text
from danchieu.rules.knowledge import Knowledge
from danchieu.structure.documents import OtherDocument, find_others, warnings_about
from danchieu.structure.footnotes import read_footnotes
from danchieu.structure.label_order import label_warnings
from danchieu.structure.lines import Line, read_lines
from danchieu.structure.nodes import read_nodes
from danchieu.structure.regions import read_regions
from danchieu.structure.tables import read_tables


def read_outline(text: Text, knowledge: Knowledge) -> Outline:
    """Return regions, numbered parts, tables and footnotes; none without letters.

    Another document in the same file is one region; its parts and tables are left out.
    """
    lines = read_lines(text.value)
    others = find_others(lines, knowledge)
    regions = _regions(lines, others, knowledge)
    nodes = read_nodes(text.value, lines, regions, knowledge.rules)
    own = Outline(regions)
    tables = [
        table
        for part in _between(lines, others)
        for table in read_tables(text.value, part, regions)
        if own.region_at(table.span.start) != "second_document"
    ]
    return Outline(
        regions,
        nodes,
        tuple(tables),
        warnings_about(others, lines) + label_warnings(nodes, text),
        read_footnotes(text.value, regions),
    )


def _between(
    lines: Sequence[Line], others: Sequence[OtherDocument]
) -> list[Sequence[Line]]:
    """Return the stretches of lines that belong to the main document."""
    starts = [0, *(other.stop for other in others)]
    stops = [*(other.start for other in others), len(lines)]
    return [lines[a:b] for a, b in zip(starts, stops, strict=True) if a < b]


def _regions(
    lines: Sequence[Line], others: Sequence[OtherDocument], knowledge: Knowledge
) -> tuple[Region, ...]:
    parts = _between(lines, others)
    found = list(read_regions([line for part in parts for line in part], knowledge))
    for other in others:
        span = Span(lines[other.start].span.start, lines[other.stop - 1].span.end)
        found = [piece for region in found for piece in _without(region, span)]
        found.append(Region("second_document", span))
    return tuple(sorted(found, key=lambda region: region.span))


def _without(region: Region, hole: Span) -> list[Region]:
    """Return the region, in two pieces where the hole lies inside it."""
    if not region.span.contains(hole):
        return [region]
    return [
        Region(region.kind, Span(region.span.start, hole.start)),
        Region(region.kind, Span(hole.end, region.span.end)),
    ]
