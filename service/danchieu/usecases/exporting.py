"""Documents and the graph in the forms that other programs read."""

from collections.abc import Iterator
from pathlib import Path

from danchieu.errors import NotFoundError
from danchieu.exports.akoma_ntoso import akoma_ntoso
from danchieu.exports.archive_metadata import archive_metadata
from danchieu.exports.graph_ml import graph_ml
from danchieu.exports.linked_data import ntriples
from danchieu.exports.neo4j import write_neo4j
from danchieu.usecases.describing import targets_of
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.showing import show_page, show_result
from danchieu.usecases.store import Store

_PAGE_OF_A_LIST = 200


def export_akoma_ntoso(store: Store, document_id: str) -> bytes:
    """Return a held document as Akoma Ntoso 3.0.

    Raises:
        NotFoundError: it is not held.
    """
    result = show_result(store, document_id)
    numbers = range(1, result.source.page_count + 1)
    pages = [show_page(store, document_id, number).text for number in numbers]
    return akoma_ntoso(result, pages)


def export_metadata(store: Store, document_id: str) -> bytes:
    """Return a held document's metadata by Nghị định 30, Phụ lục VI.

    Raises:
        NotFoundError: it is not held.
    """
    return archive_metadata(show_result(store, document_id))


def export_rdf(store: GraphStore) -> Iterator[str]:
    """Give the graph as N-Triples, line by line."""
    return ntriples(store.walk_graph())


def export_graphml(store: GraphStore) -> Iterator[str]:
    """Give the graph as GraphML, part by part."""
    return graph_ml(store.walk_graph())


def export_neo4j(store: GraphStore, folder: Path) -> None:
    """Write the graph as the CSV files of Neo4j into the folder."""
    write_neo4j(store.walk_graph(), folder)


def held_documents(store: Store, asked: str | None = None) -> Iterator[str]:
    """Give the ids of the documents of this code or id, of all when None.

    Raises:
        NotFoundError: no document of this code or id is held.
    """
    if asked is None:
        yield from _all_documents(store)
    elif asked in store.file_names([asked]):
        yield asked
    else:
        nodes = store.nodes(targets_of(store, asked)).values()
        held = [document for node in nodes for document in node.documents]
        if not held:
            raise NotFoundError(
                f"{asked!r} is cited but not held; load the document itself"
            )
        yield from held


def _all_documents(store: Store) -> Iterator[str]:
    offset = 0
    while page := store.summaries(limit=_PAGE_OF_A_LIST, offset=offset):
        yield from (summary.id for summary in page)
        offset += len(page)
