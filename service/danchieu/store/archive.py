"""The archive: documents, their files and the graph, behind one door."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from danchieu.domain.link import Edge
from danchieu.domain.page import Page
from danchieu.errors import NotFoundError
from danchieu.store import doubting, edges, nodes, reading, searching, surveys, writing
from danchieu.store.content import Content, ContentFolder, ContentMemory
from danchieu.store.engine import Database, OneState, open_database
from danchieu.store.link_desk import LinkDesk
from danchieu.store.migrating import migrate
from danchieu.store.records import (
    Entitle,
    Missing,
    Place,
    Placement,
    Record,
    Said,
    StoredFile,
    StoredNode,
    Summary,
)
from danchieu.store.shelf import Shelf

MOST_EDGES = 5_000


class Archive:
    """Holds documents; the graph follows from which are held, not from their order.

    Any number of threads may read while one saves.
    """

    def __init__(
        self, database: Database, content: Content, place: Place, entitle: Entitle
    ) -> None:
        self._database = database
        self._content = content
        self._place = place
        self._entitle = entitle
        self.shelf = Shelf(database)
        self.links = LinkDesk(database, place)

    def save(self, record: Record) -> None:
        """Keep the document; one with the same bytes is replaced."""
        self.save_all([record])

    def save_all(self, records: Sequence[Record]) -> None:
        """Keep all of them or, when that fails, none."""
        latest = list({record.id: record for record in records}.values())
        for record in latest:
            self._content.save(record.sha256, record.content)
        with self._database.writing() as connection:
            writing.save_records(connection, latest, self._place)
            _put_on_shelf(connection, latest)

    def remove(self, document_id: str) -> None:
        """Forget the document, its file and what it said.

        Raises:
            NotFoundError: it is not held.
        """
        with self._database.writing() as connection:
            row = reading.read_file_row(connection, document_id)
            if row is None:
                raise _unknown(document_id)
            writing.remove_record(connection, document_id, self._place)
            searching.forget_cards(connection, [document_id])
            doubting.forget_doubts(connection, [document_id])
        self._content.remove(row.sha256)

    def count(self) -> int:
        """Count the held documents."""
        with self._database.reading() as connection:
            return writing.count_documents(connection)

    def summaries(self, *, limit: int = 50, offset: int = 0) -> tuple[Summary, ...]:
        """Return the held documents, latest saved first."""
        with self._database.reading() as connection:
            return reading.read_summaries(connection, limit, offset)

    def summaries_of(self, document_ids: Iterable[str]) -> dict[str, Summary]:
        """Return one line about each of the documents that is held."""
        with self._database.reading() as connection:
            return reading.read_summaries_of(connection, document_ids)

    def result(self, document_id: str) -> str:
        """Return the result as JSON, as it was saved.

        Raises:
            NotFoundError: the document is not held.
        """
        with self._database.reading() as connection:
            result = reading.read_result(connection, document_id)
        if result is None:
            raise _unknown(document_id)
        return result

    def file(self, document_id: str) -> StoredFile:
        """Return the file as it was given.

        Raises:
            NotFoundError: the document is not held, or its file is gone.
        """
        with self._database.reading() as connection:
            row = reading.read_file_row(connection, document_id)
        if row is None:
            raise _unknown(document_id)
        content = self._content.load(row.sha256)
        return StoredFile(row.id, row.file_name, row.sha256, row.media_type, content)

    def page(self, document_id: str, number: int) -> Page:
        """Return one page, counted from 1.

        Raises:
            NotFoundError: the document is not held or has no such page.
        """
        with self._database.reading() as connection:
            page = reading.read_page(connection, document_id, number)
        if page is None:
            raise NotFoundError(
                f"no page {number} of document {document_id!r}; see its page_count"
            )
        return page

    def placements(self, document_id: str) -> tuple[Placement | None, ...]:
        """Return where each document that this one names belongs, itself first."""
        with self._database.reading() as connection:
            return reading.read_placements(connection, document_id)

    def nodes_of_code(self, code: str) -> tuple[str, ...]:
        """Return the nodes that carry the folded ``code``."""
        with self._database.reading() as connection:
            return nodes.read_nodes_of_code(connection, code)

    def nodes(self, node_ids: Iterable[str]) -> dict[str, StoredNode]:
        """Return what is known of each node that exists."""
        with self._database.reading() as connection:
            return nodes.read_nodes(connection, node_ids, self._entitle)

    def edges_into(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> tuple[Edge, ...]:
        """Return the edges of these relations that end in one of the nodes, capped."""
        with self._database.reading() as connection:
            return edges.read_edges_into(connection, node_ids, relations, MOST_EDGES)

    def first_edges_into(
        self, node_id: str, relation: str, sources: int
    ) -> tuple[Edge, ...]:
        """Return the edges of a relation from the first so many nodes, by their ids."""
        with self._database.reading() as connection:
            return edges.read_first_edges_into(
                connection, node_id, relation, sources=sources, limit=MOST_EDGES
            )

    def edges_between(
        self, sources: Iterable[str], relations: Sequence[str], target: str
    ) -> tuple[Edge, ...]:
        """Return the edges of these relations from the nodes to one other."""
        with self._database.reading() as connection:
            return edges.read_edges_between(connection, sources, relations, target)

    def edges_out_of(
        self, node_ids: Iterable[str], relations: Sequence[str]
    ) -> tuple[Edge, ...]:
        """Return the edges of these relations that start in one of them, capped."""
        with self._database.reading() as connection:
            return edges.read_edges_out_of(connection, node_ids, relations, MOST_EDGES)

    def walk_graph(self) -> Iterator[StoredNode | Edge]:
        """Give all nodes, then all edges, of one state and little at a time."""
        with self._database.reading() as connection:
            yield from surveys.walk_nodes(connection, self._entitle)
            yield from surveys.walk_edges(connection)

    def missing(self, limit: int) -> tuple[Missing, ...]:
        """Return the nodes that no file holds, the most cited first."""
        with self._database.reading() as connection:
            return surveys.read_missing(connection, limit)

    def differing(self, column: str, limit: int) -> tuple[Said, ...]:
        """Return what is said of nodes of which two values of ``column`` are said."""
        with self._database.reading() as connection:
            return surveys.read_differing(connection, column, limit)

    def same_day(self, limit: int) -> tuple[tuple[str, ...], ...]:
        """Return groups of different nodes with one code and one full date."""
        with self._database.reading() as connection:
            return surveys.read_same_day(connection, limit)

    def file_names(self, document_ids: Iterable[str]) -> dict[str, str]:
        """Return the file name of each held document."""
        with self._database.reading() as connection:
            return reading.read_file_names(connection, document_ids)

    @contextmanager
    def snapshot(self) -> Iterator["Archive"]:
        """Lend the archive as it is now: what it answers fits together."""
        with self._database.reading() as connection:
            state = OneState(self._database, connection)
            yield Archive(state, self._content, self._place, self._entitle)

    def held_files(self) -> Iterator[tuple[str, str]]:
        """Give id and SHA-256 of every held document."""
        with self._database.reading() as connection:
            yield from reading.walk_files(connection)

    def copy_database(self, target: Path) -> None:
        """Write the database as of this moment into a new file.

        Raises:
            SettingsError: it is not SQLite, whose server has tools for that.
        """
        self._database.copy_to(target)

    def close(self) -> None:
        """Give back all connections."""
        self._database.close()


def open_archive(url: str, files: Path, place: Place, entitle: Entitle) -> Archive:
    """Open the archive at ``url`` with its files below ``files``, made if absent.

    Raises:
        SettingsError: the address is wrong, or the database is from a newer version.
    """
    database = open_database(url)
    migrate(database)
    return Archive(database, ContentFolder(files), place, entitle)


def memory_archive(place: Place, entitle: Entitle) -> Archive:
    """Return an empty archive that lives as long as the process."""
    database = open_database("sqlite://")
    migrate(database)
    return Archive(database, ContentMemory(), place, entitle)


def _put_on_shelf(connection: Connection, records: Sequence[Record]) -> None:
    cards = {
        record.id: (record.card, [page.text for page in record.pages])
        for record in records
        if record.card is not None
    }
    searching.save_cards(connection, cards)
    doubting.save_doubts(connection, {r.id: r.doubts for r in records})


def _unknown(document_id: str) -> NotFoundError:
    return NotFoundError(f"no document {document_id!r} in the archive; load it first")
