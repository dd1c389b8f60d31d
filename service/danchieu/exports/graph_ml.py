"""The graph as GraphML, written while it is walked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from danchieu.domain.link import Edge
from danchieu.exports.graph_rows import EDGE_FIELDS, NODE_FIELDS, edge_row, node_row
from danchieu.store import StoredNode

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graph_ml(graph: Iterable[StoredNode | Edge]) -> Iterator[str]:
    """Give the parts of the file; two statements of one relation are two edges."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield from _keys("node", NODE_FIELDS)
    yield from _keys("edge", EDGE_FIELDS)
    yield '<graph edgedefault="directed">\n'
    for item in graph:
        if isinstance(item, Edge):
            ends = f"source={quoteattr(item.source)} target={quoteattr(item.target)}"
            yield f"<edge {ends}>{_values('edge', edge_row(item))}</edge>\n"
        else:
            values = _values("node", node_row(item))
            yield f"<node id={quoteattr(item.id)}>{values}</node>\n"
    yield "</graph>\n</graphml>\n"


def _keys(kind: str, fields: Mapping[str, str]) -> Iterator[str]:
    for name, sort in fields.items():
        yield (
            f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" '
            f'attr.type="{sort}"/>\n'
        )


def _values(kind: str, row: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{kind}-{name}">{escape(_NOT_XML.sub(" ", value))}</data>'
        for name, value in row.items()
        if value
    )
