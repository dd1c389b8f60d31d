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

__all__ = [
    "Archive",
    "CitedName",
    "Claim",
    "Entitle",
    "Missing",
    "Named",
    "Naming",
    "Place",
    "Placement",
    "Record",
    "Said",
    "StoredFile",
    "StoredNode",
    "Summary",
    "Untitled",
    "memory_archive",
    "open_archive",
]
