"""What the use cases ask of the archive; the real one is in ``danchieu.store``."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from danchieu.domain.page import Page
from danchieu.graph import Edges
from danchieu.store import (
    LinkDesk,
    Placement,
    Record,
    Shelf,
    StoredFile,
    StoredNode,
    Summary,
)


class Store(Edges, Protocol):
    """Keeps documents, and the graph that follows from what they say."""

    @property
    def shelf(self) -> Shelf:
        """The door for searching and for what people decide."""
        ...

    @property
    def links(self) -> LinkDesk:
        """The door for what people decide on links."""
        ...

    def snapshot(self) -> AbstractContextManager["Store"]:
        """Lend the archive as it is now: what it answers fits together."""
        ...

    def save(self, record: Record) -> None:
        """Keep the document; one with the same bytes is replaced."""
        ...

    def save_all(self, records: Sequence[Record]) -> None:
        """Keep all of them or none; quicker than one by one."""
        ...

    def remove(self, document_id: str) -> None:
        """Forget the document.

        Raises:
            NotFoundError: it is not held.
        """
        ...

    def count(self) -> int:
        """Count the held documents."""
        ...

    def summaries(self, *, limit: int = 50, offset: int = 0) -> Sequence[Summary]:
        """Return the held documents, latest saved first."""
        ...

    def summaries_of(self, document_ids: Iterable[str]) -> Mapping[str, Summary]:
        """Return one line about each of the documents that is held."""
        ...

    def result(self, document_id: str) -> str:
        """Return the result as JSON.

        Raises:
            NotFoundError: the document is not held.
        """
        ...

    def file(self, document_id: str) -> StoredFile:
        """Return the file as it was given.

        Raises:
            NotFoundError: the document is not held, or its file is gone.
        """
        ...

    def page(self, document_id: str, number: int) -> Page:
        """Return one page.

        Raises:
            NotFoundError: the document is not held or has no such page.
        """
        ...

    def placements(self, document_id: str) -> Sequence[Placement | None]:
        """Return where each document that this one names belongs, itself first."""
        ...

    def nodes_of_code(self, code: str) -> Sequence[str]:
        """Return the nodes that carry the folded code."""
        ...

    def nodes(self, node_ids: Iterable[str]) -> Mapping[str, StoredNode]:
        """Return what is known of each node that exists."""
        ...

    def file_names(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        """Return the file name of each held document."""
        ...
