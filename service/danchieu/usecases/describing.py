"""Nodes and edges as answers show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from danchieu.contract import Agency, TracedDocument
from danchieu.contract.questions import Statement
from danchieu.contract.shaped_facts import agency_row
from danchieu.domain.link import Edge
from danchieu.errors import NotFoundError
from danchieu.exports.identifiers import Identified, akn_iri, urn_lex
from danchieu.phrases.codes import fold_code
from danchieu.store import StoredNode
from danchieu.usecases.store import Store


@dataclass(frozen=True, slots=True)
class Known:
    """Nodes of an answer, and the file names of the documents that state edges."""

    nodes: Mapping[str, StoredNode]
    file_names: Mapping[str, str]
    _shown: dict[str, TracedDocument] = field(default_factory=dict, compare=False)

    def document(self, node_id: str) -> TracedDocument:
        """Return a node as answers show it; long answers show few nodes often."""
        if node_id not in self._shown:
            self._shown[node_id] = traced(self.nodes[node_id])
        return self._shown[node_id]

    def documents(self, node_ids: Iterable[str]) -> tuple[TracedDocument, ...]:
        """Return nodes as answers show them, oldest first."""
        shapes = [self.document(n) for n in node_ids]
        return tuple(sorted(shapes, key=lambda d: (d.date or "", d.id)))

    def statement(self, edge: Edge) -> Statement:
        """Return an edge with both ends."""
        return Statement(
            subject=self.document(edge.source),
            relation=edge.relation,
            object=self.document(edge.target),
            quote=edge.quote,
            stated_by=edge.stated_by,
            stated_in=self.stated_in(edge.stated_by),
            page=edge.page,
            confidence=round(edge.confidence, 4),
        )

    def stated_in(self, document_id: str) -> str:
        """Return the file name of a held document, its id where it has just gone."""
        return self.file_names.get(document_id, document_id)


def known_of(
    store: Store,
    edges: Sequence[Edge],
    *,
    nodes: Iterable[str] = (),
    stated_by: Iterable[str] = (),
) -> Known:
    """Look up what is needed to show ``edges``, further nodes and documents."""
    ids = {*nodes, *(e.source for e in edges), *(e.target for e in edges)}
    return Known(
        store.nodes(ids),
        store.file_names({*stated_by, *(e.stated_by for e in edges)}),
    )


def traced(node: StoredNode) -> TracedDocument:
    """Return a node as answers show it."""
    issuer = agency_row(node.issuer)
    identified = Identified(node.code, node.type, node.issuer, node.date)
    return TracedDocument(
        code=node.code,
        type=node.type,
        issuer=Agency.model_validate(issuer) if issuer else None,
        date=node.date,
        title=node.title,
        id=node.id,
        in_archive=bool(node.documents),
        document_id=node.documents[0] if node.documents else None,
        urn_lex=urn_lex(identified),
        akn_iri=akn_iri(identified),
    )


def targets_of(store: Store, code: str) -> tuple[str, ...]:
    """Return the nodes of a code as people write it, or the one of a node's id.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    asked = code.strip()
    first = next((i for i, c in enumerate(asked) if c.isdigit()), 0)
    targets = tuple(store.nodes_of_code(fold_code(asked[first:])))
    if not targets:
        targets = tuple(store.nodes([asked]))
    if not targets:
        raise NotFoundError(
            f"no document in the archive has or cites the code {code!r}; check the "
            "code, or load documents that cite it"
        )
    return targets
