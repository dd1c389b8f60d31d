"""The archive's door for searching, and for what people decide on values."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select

from danchieu.store import doubting, searching
from danchieu.store.engine import Database
from danchieu.store.shelf_records import (
    Card,
    Correction,
    Doubt,
    Found,
    Query,
    QueuedDoubt,
)
from danchieu.store.tables import SAVED_SEARCHES


class Shelf:
    """Cards, doubts and decisions; decisions outlive the reading they are about."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self, document_id: str, card: Card, doubts: Sequence[Doubt], *, text: str
    ) -> None:
        """Make a held document searchable and queue its doubtful values."""
        with self._database.writing() as connection:
            searching.save_cards(connection, {document_id: (card, [text])})
            doubting.save_doubts(connection, {document_id: doubts})

    def uncarded(self, limit: int) -> tuple[str, ...]:
        """Return held documents that search does not know yet."""
        with self._database.reading() as connection:
            return searching.read_uncarded(connection, limit)

    def search(self, query: Query, *, limit: int, offset: int = 0) -> Found:
        """Return the documents that fit, the best first."""
        with self._database.reading() as connection:
            return searching.search(connection, query, limit, offset)

    def nodes_with_number(self, number: str, limit: int) -> tuple[str, ...]:
        """Return nodes whose folded code begins with the number."""
        with self._database.reading() as connection:
            return searching.read_nodes_with_number(connection, number, limit)

    def page_texts(
        self, document_ids: Sequence[str]
    ) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """Return number and text of every page of the documents."""
        with self._database.reading() as connection:
            return searching.read_page_texts(connection, document_ids)

    def doubts(
        self, *, field: str | None = None, limit: int = 50, offset: int = 0
    ) -> tuple[QueuedDoubt, ...]:
        """Return the values that nobody decided on, the least sure first."""
        with self._database.reading() as connection:
            return doubting.read_doubts(
                connection, field=field, limit=limit, offset=offset
            )

    def count_doubts(self) -> tuple[tuple[str, int], ...]:
        """Count the values that nobody decided on, by field."""
        with self._database.reading() as connection:
            return doubting.count_doubts(connection)

    def decide(self, correction: Correction) -> int:
        """Keep a decision; return its number."""
        with self._database.writing() as connection:
            return doubting.add_correction(connection, correction)

    def undo(self, number: int, *, who: str, when: str) -> str | None:
        """Mark a decision as undone; return its document, None when there is none."""
        with self._database.writing() as connection:
            return doubting.undo_correction(connection, number, who=who, when=when)

    def corrections(self, document_id: str) -> tuple[Correction, ...]:
        """Return all decisions on a document in the order they were made."""
        with self._database.reading() as connection:
            return doubting.read_corrections(connection, document_id)

    def latest_corrections(
        self, *, limit: int = 50, before: int | None = None
    ) -> tuple[Correction, ...]:
        """Return the latest decisions, the newest first."""
        with self._database.reading() as connection:
            return doubting.read_latest_corrections(
                connection, limit=limit, before=before
            )

    def corrected_documents(self) -> Sequence[str]:
        """Return the documents with a decision that stands."""
        with self._database.reading() as connection:
            return doubting.read_corrected_documents(connection)

    def saved_searches(self) -> tuple[tuple[str, str], ...]:
        """Return name and query of each saved search, by name."""
        query = select(SAVED_SEARCHES).order_by(SAVED_SEARCHES.c.name)
        with self._database.reading() as connection:
            return tuple((row.name, row.query) for row in connection.execute(query))

    def save_search(self, name: str, query: str) -> None:
        """Keep the query under the name, instead of the one before."""
        with self._database.writing() as connection:
            same = SAVED_SEARCHES.c.name == name
            connection.execute(delete(SAVED_SEARCHES).where(same))
            row = {"name": name, "query": query}
            connection.execute(insert(SAVED_SEARCHES), row)

    def forget_search(self, name: str) -> None:
        """Forget the saved search if there is one."""
        with self._database.writing() as connection:
            same = SAVED_SEARCHES.c.name == name
            connection.execute(delete(SAVED_SEARCHES).where(same))
