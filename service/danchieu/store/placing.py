"""Puts the namings of a code where they belong, and their edges with them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from danchieu.store.chunking import chunks
from danchieu.store.records import Naming, Place
from danchieu.store.tables import EDGES, NAMINGS
from danchieu.store.values import Row, naming_of, placement_of, placement_row


def place_codes(connection: Connection, codes: Iterable[str], place: Place) -> None:
    """Ask ``place`` for all namings of each code, and write what has changed."""
    for chunk in chunks(sorted(codes)):
        query = select(NAMINGS).where(NAMINGS.c.code.in_(chunk))
        by_code: dict[str, list[Row]] = defaultdict(list)
        for row in connection.execute(query):
            by_code[row.code].append(row)
        changed: list[dict[str, object]] = []
        moved: list[dict[str, object]] = []
        for code in sorted(by_code):
            rows = {naming_of(row): row for row in by_code[code]}
            _compare(rows, place, changed, moved)
        _write(connection, changed, moved)


def _compare(
    rows: dict[Naming, Row],
    place: Place,
    changed: list[dict[str, object]],
    moved: list[dict[str, object]],
) -> None:
    """Note the rows whose placement differs, and those whose edges must move."""
    for naming, placement in place(list(rows)).items():
        row = rows[naming]
        if placement != placement_of(row):
            changed.append({"row_id": row.id, **placement_row(placement)})
        if placement.node_id != row.node_id:
            moved.append({"row_id": row.id, "node": placement.node_id})


def _write(
    connection: Connection,
    changed: list[dict[str, object]],
    moved: list[dict[str, object]],
) -> None:
    if changed:
        columns = ("node_id", "confidence", "warnings", "reason", "candidates")
        values: dict[str, Any] = {name: bindparam(name) for name in columns}
        one = update(NAMINGS).where(NAMINGS.c.id == bindparam("row_id"))
        connection.execute(one.values(values), changed)
    if moved:
        for naming, node in (
            (EDGES.c.source_naming, EDGES.c.source_node),
            (EDGES.c.target_naming, EDGES.c.target_node),
        ):
            one = update(EDGES).where(naming == bindparam("row_id"))
            connection.execute(one.values({node: bindparam("node")}), moved)
