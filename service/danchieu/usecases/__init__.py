"""What a user can ask: add, show, remove, trace."""

from danchieu.usecases.adding import add_document, add_documents, remove_document
from danchieu.usecases.changing import changes_of
from danchieu.usecases.comparing_targets import targets_side_by_side
from danchieu.usecases.conflicting import conflicts
from danchieu.usecases.covering import By, coverage
from danchieu.usecases.deciding_links import (
    decide_link,
    link_decisions,
    undo_link_decision,
)
from danchieu.usecases.exporting import (
    export_akoma_ntoso,
    export_graphml,
    export_metadata,
    export_neo4j,
    export_rdf,
    held_documents,
)
from danchieu.usecases.filtering import Wanted
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.grounding import path_from, rests_on
from danchieu.usecases.missing import missing_documents
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
    "By",
    "GraphStore",
    "Store",
    "Wanted",
    "add_document",
    "add_documents",
    "changes_of",
    "conflicts",
    "count_documents",
    "coverage",
    "decide_link",
    "document_id_of",
    "export_akoma_ntoso",
    "export_graphml",
    "export_metadata",
    "export_neo4j",
    "export_rdf",
    "held_documents",
    "link_decisions",
    "list_documents",
    "missing_documents",
    "open_memory_store",
    "open_store",
    "path_from",
    "place",
    "record_of",
    "remove_document",
    "rests_on",
    "show_document",
    "show_file",
    "show_page",
    "show_result",
    "targets_side_by_side",
    "trace",
    "trace_targets",
    "undo_link_decision",
]
