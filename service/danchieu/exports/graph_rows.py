"""Nodes and edges of the graph as flat rows, for formats that know no nesting."""

from danchieu.domain.link import Edge
from danchieu.exports.identifiers import Identified, akn_iri, urn_lex
from danchieu.store import StoredNode

NODE_FIELDS = {
    "code": "string",
    "type": "string",
    "issuer": "string",
    "issuer_id": "string",
    "level": "string",
    "province": "string",
    "date": "string",
    "title": "string",
    "in_archive": "boolean",
    "urn_lex": "string",
    "akn_iri": "string",
}
EDGE_FIELDS = {
    "relation": "string",
    "quote": "string",
    "page": "int",
    "stated_by": "string",
    "confidence": "double",
}


def node_row(node: StoredNode) -> dict[str, str]:
    """Return what is known of a node, "" where nothing is."""
    issuer = node.issuer
    identified = Identified(node.code, node.type, issuer, node.date)
    row = {
        "code": node.code,
        "type": node.type,
        "issuer": issuer.name if issuer else None,
        "issuer_id": issuer.id if issuer else None,
        "level": issuer.level if issuer else None,
        "province": issuer.province if issuer else None,
        "date": node.date,
        "title": node.title,
        "in_archive": "true" if node.documents else "false",
        "urn_lex": urn_lex(identified),
        "akn_iri": akn_iri(identified),
    }
    return {name: value or "" for name, value in row.items()}


def edge_row(edge: Edge) -> dict[str, str]:
    """Return what an edge states, and who states it where."""
    return {
        "relation": edge.relation,
        "quote": edge.quote,
        "page": str(edge.page),
        "stated_by": edge.stated_by,
        "confidence": f"{edge.confidence:.4f}",
    }
