"""Putting documents into the archive and taking them out."""

from collections.abc import Iterable

from danchieu.contract import DocumentResult, StoredResult
from danchieu.domain.document import Document
from danchieu.store import Record
from danchieu.usecases.recording import document_id_of, record_of
from danchieu.usecases.showing import show_document
from danchieu.usecases.store import Store


def add_document(
    store: Store, document: Document, result: DocumentResult
) -> StoredResult:
    """Keep the document and return it as the archive shows it.

    ``result`` was made from ``document``. The same bytes give the same ``id``, and
    what they said before is replaced; what people decided on it stays.
    """
    record = _record(store, document, result)
    store.save(record)
    return show_document(store, record.id)


def add_documents(
    store: Store, read: Iterable[tuple[Document, DocumentResult]]
) -> tuple[str, ...]:
    """Keep many documents at once, or none; return their ids in order."""
    records = [_record(store, document, result) for document, result in read]
    store.save_all(records)
    return tuple(record.id for record in records)


def remove_document(store: Store, document_id: str) -> None:
    """Forget the document and what it said; others that cite it keep citing it.

    Raises:
        NotFoundError: it is not held.
    """
    store.remove(document_id)


def _record(store: Store, document: Document, result: DocumentResult) -> Record:
    known = store.shelf.corrections(document_id_of(document.source.sha256))
    return record_of(document, result, known)
