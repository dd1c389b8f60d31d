"""Puts the namings of a code where they belong, and their edges with them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select, update

from danchieu.store.bulk import update_rows
from danchieu.store.deciding import bound_codes, codes_decided_in, read_rulings
from danchieu.store.neighbours import read_codes, read_neighbours
from danchieu.store.overruling import overrule
from danchieu.store.records import Naming, Place, Placement
from danchieu.store.tables import EDGES, NAMED, NAMINGS
from danchieu.store.values import (
    PLACEMENT_COLUMNS,
    Row,
    naming_of,
    placement_of,
    placement_row,
)


def place_namings(
    connection: Connection,
    touched: Collection[Naming],
    document_ids: Iterable[str],
    place: Place,
) -> None:
    """Place anew what these namings, which came or went, can have moved.

    Codes that people's decisions bind together are placed together, and so is what
    was decided at places of these documents: the places may have gone.
    """
    codes = {naming.key.code for naming in touched}
    bound = bound_codes(connection, codes | codes_decided_in(connection, document_ids))
    free = [naming for naming in touched if naming.key.code not in bound]
    _place_free(connection, read_neighbours(connection, free), place)
    _place_bound(connection, bound, place)


def place_codes(connection: Connection, codes: Iterable[str], place: Place) -> None:
    """Place all namings of each code anew, and of the codes bound to them."""
    wanted = set(codes)
    bound = bound_codes(connection, wanted)
    free = ((rows, None) for rows in read_codes(connection, sorted(wanted - bound)))
    _place_free(connection, free, place)
    _place_bound(connection, bound, place)


def _place_free(
    connection: Connection,
    groups: Iterable[tuple[Sequence[Row], Sequence[Naming] | None]],
    place: Place,
) -> None:
    changes = _Changes()
    for group, touched in groups:
        rows = {naming_of(row): row for row in group}
        changes.compare(rows, place(list(rows), touched))
    changes.write(connection)


def _place_bound(connection: Connection, codes: set[str], place: Place) -> None:
    rows: dict[Naming, Row] = {}
    placements: dict[Naming, Placement] = {}
    for group in read_codes(connection, sorted(codes)):
        found = {naming_of(row): row for row in group}
        rows |= found
        placements |= place(list(found))
    by_print = {row.fingerprint: naming for naming, row in rows.items()}
    rulings = read_rulings(connection, codes, by_print)
    changes = _Changes()
    changes.compare(rows, overrule(placements, rulings))
    changes.write(connection)


@dataclass(slots=True)
class _Changes:
    """Rows whose placement differs, and those whose edges must move."""

    placed: list[tuple[object, ...]] = field(default_factory=list)
    moved: list[dict[str, object]] = field(default_factory=list)

    def compare(
        self, rows: Mapping[Naming, Row], placements: Mapping[Naming, Placement]
    ) -> None:
        """Note what has changed; a row that was never placed has no edges yet."""
        for naming, placement in placements.items():
            row = rows[naming]
            if placement != placement_of(row):
                self.placed.append((*placement_row(placement), row.id))
            placed_before = row.node_id is not None or row.reason is not None
            if placed_before and placement.node_id != row.node_id:
                self.moved.append({"row_id": row.id, "node": placement.node_id})

    def write(self, connection: Connection) -> None:
        """Write it."""
        update_rows(connection, NAMINGS, PLACEMENT_COLUMNS, self.placed)
        if not self.moved:
            return
        for naming, node in (
            (EDGES.c.source_naming, EDGES.c.source_node),
            (EDGES.c.target_naming, EDGES.c.target_node),
        ):
            using = select(NAMED.c.document_id).where(
                NAMED.c.naming_id == bindparam("row_id")
            )
            one = update(EDGES).where(
                naming == bindparam("row_id"), EDGES.c.document_id.in_(using)
            )
            connection.execute(one.values({node: bindparam("node")}), self.moved)
