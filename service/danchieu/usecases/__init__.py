"""What a user can ask: add, show, remove, trace."""

from danchieu.usecases.adding import add_document, add_documents, remove_document
from danchieu.usecases.opening import open_memory_store, open_store
from danchieu.usecases.placing import place
from danchieu.usecases.recording import document_id_of, record_of
from danchieu.usecases.showing import (
    count_documents,
    list_documents,
    show_document,
    show_file,
    show_page,
    show_result,
)
from danchieu.usecases.store import Store
from danchieu.usecases.tracing import trace, trace_targets

__all__ = [
    "Store",
    "add_document",
    "add_documents",
    "count_documents",
    "document_id_of",
    "list_documents",
    "open_memory_store",
    "open_store",
    "place",
    "record_of",
    "remove_document",
    "show_document",
    "show_file",
    "show_page",
    "show_result",
    "trace",
    "trace_targets",
]
