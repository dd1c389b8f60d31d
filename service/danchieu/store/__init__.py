"""Keeps documents and the graph that they state: SQLite, or PostgreSQL."""

from danchieu.store.archive import Archive, memory_archive, open_archive
from danchieu.store.content import Content, ContentFolder
from danchieu.store.holding import Hold
from danchieu.store.job_records import (
    CANCELLED,
    DONE,
    FAILED,
    ApiKey,
    Batch,
    BatchFile,
    Counts,
    FileOutcome,
    Job,
    NewJob,
    ReadOnce,
)
from danchieu.store.ledger import Ledger, open_ledger
from danchieu.store.link_desk import LinkDesk
from danchieu.store.link_records import Anchor, LinkDecision
from danchieu.store.records import (
    CitedName,
    Claim,
    Entitle,
    Missing,
    Named,
    Naming,
    Place,
    Placement,
    Record,
    Said,
    StoredFile,
    StoredNode,
    Summary,
    Untitled,
)
from danchieu.store.shelf import Shelf
from danchieu.store.shelf_records import (
    Card,
    Correction,
    Doubt,
    Found,
    Query,
    QueuedDoubt,
)

__all__ = [
    "CANCELLED",
    "DONE",
    "FAILED",
    "Anchor",
    "ApiKey",
    "Archive",
    "Batch",
    "BatchFile",
    "Card",
    "CitedName",
    "Claim",
    "Content",
    "ContentFolder",
    "Correction",
    "Counts",
    "Doubt",
    "Entitle",
    "FileOutcome",
    "Found",
    "Hold",
    "Job",
    "Ledger",
    "LinkDecision",
    "LinkDesk",
    "Missing",
    "Named",
    "Naming",
    "NewJob",
    "Place",
    "Placement",
    "Query",
    "QueuedDoubt",
    "ReadOnce",
    "Record",
    "Said",
    "Shelf",
    "StoredFile",
    "StoredNode",
    "Summary",
    "Untitled",
    "memory_archive",
    "open_archive",
    "open_ledger",
]
