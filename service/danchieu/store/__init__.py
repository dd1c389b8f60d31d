"""Keeps documents and the graph that they state: SQLite, or PostgreSQL."""

from danchieu.store.archive import Archive, memory_archive, open_archive
from danchieu.store.records import (
    Claim,
    Named,
    Naming,
    Place,
    Placement,
    Record,
    StoredFile,
    StoredNode,
    Summary,
)

__all__ = [
    "Archive",
    "Claim",
    "Named",
    "Naming",
    "Place",
    "Placement",
    "Record",
    "StoredFile",
    "StoredNode",
    "Summary",
    "memory_archive",
    "open_archive",
]
