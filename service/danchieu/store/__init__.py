"""Keeps documents and the graph that they state: SQLite, or PostgreSQL."""

from danchieu.store.archive import Archive, memory_archive, open_archive
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
    "Archive",
    "Card",
    "CitedName",
    "Claim",
    "Correction",
    "Doubt",
    "Entitle",
    "Found",
    "Missing",
    "Named",
    "Naming",
    "Place",
    "Placement",
    "Query",
    "QueuedDoubt",
    "Record",
    "Said",
    "Shelf",
    "StoredFile",
    "StoredNode",
    "Summary",
    "Untitled",
    "memory_archive",
    "open_archive",
]
