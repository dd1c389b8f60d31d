"""The graph as RDF: N-Triples with ELI terms, one line at a time."""

import hashlib
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from danchieu.domain.edtf import is_full_date
from danchieu.domain.link import Edge
from danchieu.exports.identifiers import Identified, akn_iri, plain_name, urn_lex
from danchieu.store import StoredNode

ELI = "http://data.europa.eu/eli/ontology#"
DCT = "http://purl.org/dc/terms/"
OURS = "urn:danchieu:vocabulary:"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_XSD = "http://www.w3.org/2001/XMLSchema#"
PREDICATES = {
    "implements": ELI + "implements",
    "amends": ELI + "amends",
    "replaces": DCT + "replaces",
    "repeals": ELI + "repeals",
    "corrects": ELI + "corrects",
    "consolidates": ELI + "consolidates",
    "based_on": ELI + "based_on",
    "mentions": ELI + "cites",
}
"""Relations with a term of their own; the others keep our name."""


def ntriples(graph: Iterable[StoredNode | Edge]) -> Iterator[str]:
    """Give the lines of the graph: documents, relations, and who states them where.

    The lines are Turtle too. A relation is a triple, and a ``rdf:Statement`` with
    its quote, page, source and confidence.
    """
    for item in graph:
        yield from _edge(item) if isinstance(item, Edge) else _node(item)


def _node(node: StoredNode) -> Iterator[str]:
    subject = _name("node", node.id)
    yield _line(subject, _RDF + "type", _iri(ELI + "LegalResource"))
    identified = Identified(node.code, node.type, node.issuer, node.date)
    for public in (urn_lex(identified), akn_iri(identified)):
        if public:
            yield _line(subject, DCT + "identifier", _text(public))
    if node.code:
        yield _line(subject, ELI + "id_local", _text(node.code))
    yield from _type_and_body(subject, node)
    yield from _date_and_title(subject, node)
    for document in node.documents:
        yield _line(subject, DCT + "hasFormat", _name("document", document))


def _type_and_body(subject: str, node: StoredNode) -> Iterator[str]:
    if node.type:
        kind = _name("type", plain_name(node.type))
        yield _line(subject, ELI + "type_document", kind)
        yield _line(kind, _LABEL, _vietnamese(node.type))
    if node.issuer:
        body = _name("body", node.issuer.id)
        yield _line(subject, ELI + "passed_by", body)
        yield _line(body, _LABEL, _vietnamese(node.issuer.name))


def _date_and_title(subject: str, node: StoredNode) -> Iterator[str]:
    if is_full_date(node.date):
        day = f'"{node.date}"^^{_iri(_XSD + "date")}'
        yield _line(subject, ELI + "date_document", day)
    elif node.date:
        yield _line(subject, DCT + "date", _text(node.date))
    if node.title:
        words = _name("expression", node.id)
        yield _line(subject, ELI + "is_realized_by", words)
        yield _line(words, _RDF + "type", _iri(ELI + "LegalExpression"))
        yield _line(words, ELI + "title", _vietnamese(node.title))


def _edge(edge: Edge) -> Iterator[str]:
    source, target = _name("node", edge.source), _name("node", edge.target)
    predicate = PREDICATES.get(edge.relation, OURS + edge.relation)
    yield _line(source, predicate, target)
    if edge.relation not in PREDICATES:
        yield _line(source, ELI + "related_to", target)
    key = "\n".join((edge.source, edge.relation, edge.target, edge.stated_by))
    statement = _name("statement", hashlib.sha256(key.encode()).hexdigest()[:32])
    yield _line(statement, _RDF + "type", _iri(_RDF + "Statement"))
    yield _line(statement, _RDF + "subject", source)
    yield _line(statement, _RDF + "predicate", _iri(predicate))
    yield _line(statement, _RDF + "object", target)
    yield _line(statement, DCT + "source", _name("document", edge.stated_by))
    yield _line(statement, OURS + "quote", _vietnamese(edge.quote))
    page = f'"{edge.page}"^^{_iri(_XSD + "integer")}'
    yield _line(statement, OURS + "page", page)
    sure = f'"{edge.confidence:.4f}"^^{_iri(_XSD + "decimal")}'
    yield _line(statement, OURS + "confidence", sure)


def _line(subject: str, predicate: str, value: str) -> str:
    return f"{subject} {_iri(predicate)} {value} .\n"


def _name(kind: str, key: str) -> str:
    return _iri(f"urn:danchieu:{kind}:{quote(key, safe=':._@/-')}")


def _iri(value: str) -> str:
    return f"<{value}>"


def _vietnamese(value: str) -> str:
    return f"{_text(value)}@vi"


def _text(value: str) -> str:
    for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r")):
        value = value.replace(plain, escaped)
    return f'"{value}"'
