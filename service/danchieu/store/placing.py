"""Puts the namings of a code where they belong, and their edges with them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from danchieu.store.chunking import chunks
from danchieu.store.deciding import bound_codes, read_rulings
from danchieu.store.overruling import overrule
from danchieu.store.records import Naming, Place, Placement
from danchieu.store.tables import EDGES, NAMINGS
from danchieu.store.values import Row, naming_of, placement_of, placement_row


def place_codes(connection: Connection, codes: Iterable[str], place: Place) -> None:
    """Ask ``place`` for all namings of each code, and write what has changed.

    Codes that people's decisions bind together are placed together.
    """
    wanted = set(codes)
    bound = bound_codes(connection, wanted)
    for chunk in chunks(sorted(wanted - bound)):
        changes = _Changes()
        for rows in _by_code(connection, chunk).values():
            changes.compare(rows, place(list(rows)))
        changes.write(connection)
    if bound:
        _place_bound(connection, bound, place)


def _place_bound(connection: Connection, codes: set[str], place: Place) -> None:
    rows: dict[Naming, Row] = {}
    placements: dict[Naming, Placement] = {}
    for chunk in chunks(sorted(codes)):
        for found in _by_code(connection, chunk).values():
            rows |= found
            placements |= place(list(found))
    rulings = read_rulings(connection, codes, rows)
    changes = _Changes()
    changes.compare(rows, overrule(placements, rulings))
    changes.write(connection)


def _by_code(
    connection: Connection, codes: Sequence[object]
) -> dict[str, dict[Naming, Row]]:
    query = select(NAMINGS).where(NAMINGS.c.code.in_(codes)).order_by(NAMINGS.c.code)
    by_code: dict[str, dict[Naming, Row]] = defaultdict(dict)
    for row in connection.execute(query):
        by_code[row.code][naming_of(row)] = row
    return by_code


@dataclass(slots=True)
class _Changes:
    """Rows whose placement differs, and those whose edges must move."""

    placed: list[dict[str, object]] = field(default_factory=list)
    moved: list[dict[str, object]] = field(default_factory=list)

    def compare(
        self, rows: Mapping[Naming, Row], placements: Mapping[Naming, Placement]
    ) -> None:
        """Note what has changed."""
        for naming, placement in placements.items():
            row = rows[naming]
            if placement != placement_of(row):
                self.placed.append({"row_id": row.id, **placement_row(placement)})
            if placement.node_id != row.node_id:
                self.moved.append({"row_id": row.id, "node": placement.node_id})

    def write(self, connection: Connection) -> None:
        """Write it."""
        if self.placed:
            columns = ("node_id", "confidence", "warnings", "reason", "candidates")
            values: dict[str, Any] = {name: bindparam(name) for name in columns}
            one = update(NAMINGS).where(NAMINGS.c.id == bindparam("row_id"))
            connection.execute(one.values(values), self.placed)
        if not self.moved:
            return
        for naming, node in (
            (EDGES.c.source_naming, EDGES.c.source_node),
            (EDGES.c.target_naming, EDGES.c.target_node),
        ):
            one = update(EDGES).where(naming == bindparam("row_id"))
            connection.execute(one.values({node: bindparam("node")}), self.moved)
