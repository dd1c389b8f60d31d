"""Which namings of a code must be placed anew when some of them come or go.

A number is borne by a document of every body in every year, so a code has hundreds of
namings, of which one more concerns few. Chains of these ties bind them: one issuer;
one full date, where an issuer is not stated; names, where an issuer is not stated.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, TextualSelect, select, text

from danchieu.domain.edtf import is_full_date
from danchieu.store.chunking import chunks
from danchieu.store.records import Naming
from danchieu.store.tables import NAMINGS
from danchieu.store.values import Row, to_json

_Pair = tuple[str, object]


@dataclass(slots=True)
class _Code:
    """What was found of one code; ``whole`` where it cannot be cut."""

    days: set[str] = field(default_factory=set)
    named: bool = False
    whole: bool = False
    rows: dict[int, Row] = field(default_factory=dict)

    def note_loose(self, row: Row | Naming) -> None:
        """Note a naming without issuer: what it may be tied to."""
        full = is_full_date(row.date)
        if row.by_alias or not (full or row.only_in):
            self.whole = True
        if full and row.date:
            self.days.add(row.date)
        self.named = self.named or row.name is not None


def read_neighbours(
    connection: Connection, touched: Iterable[Naming]
) -> Iterator[tuple[Sequence[Row], Sequence[Naming] | None]]:
    """Give, code by code, the rows among which some can be placed otherwise now.

    ``touched`` are the namings that came or went; those of the code stand beside its
    rows, None where all of it must be placed anew.
    """
    by_code: dict[str, list[Naming]] = defaultdict(list)
    for naming in touched:
        by_code[naming.key.code].append(naming)
    for chunk in chunks(sorted(by_code)):
        yield from _of_codes(connection, {str(c): by_code[str(c)] for c in chunk})


def read_codes(connection: Connection, codes: Iterable[str]) -> Iterator[Sequence[Row]]:
    """Give, code by code, all its rows."""
    for chunk in chunks(codes):
        query = select(NAMINGS).where(NAMINGS.c.code.in_(chunk))
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in connection.execute(query.order_by(NAMINGS.c.code)).all():
            rows[row.code].append(row)
        yield from rows.values()


def _of_codes(
    connection: Connection, touched: dict[str, list[Naming]]
) -> Iterator[tuple[Sequence[Row], Sequence[Naming] | None]]:
    codes = _with_loose(connection, touched)
    said = [(name, n) for name, namings in touched.items() for n in namings]
    pairs: set[_Pair] = {(name, n.key.issuer) for name, n in said if n.key.issuer}
    days: set[_Pair] = {
        (name, n.date) for name, n in said if n.date in codes[name].days
    }
    _spread(connection, codes, pairs, days)
    for name, code in codes.items():
        if not code.whole:
            yield list(code.rows.values()), touched[name]
    whole = [name for name, code in codes.items() if code.whole]
    yield from ((rows, None) for rows in read_codes(connection, whole))


def _with_loose(
    connection: Connection, touched: dict[str, list[Naming]]
) -> dict[str, _Code]:
    codes = {name: _Code() for name in touched}
    tied = {n.only_in for namings in touched.values() for n in namings if n.only_in}
    query = select(NAMINGS).where(
        NAMINGS.c.code.in_(list(codes)), NAMINGS.c.issuer.is_(None)
    )
    for row in connection.execute(query).all():
        code = codes[row.code]
        code.note_loose(row)
        if row.only_in in tied:
            code.rows[row.id] = row
    for name, namings in touched.items():
        code = codes[name]
        for naming in namings:
            if naming.key.issuer is None:
                code.note_loose(naming)
        code.whole = code.whole or (code.named and any(n.name for n in namings))
    return codes


def _spread(
    connection: Connection,
    codes: dict[str, _Code],
    pairs: set[_Pair],
    days: set[_Pair],
) -> None:
    """Follow the ties from issuers and days, until nothing new is found."""
    asked_pairs: set[_Pair] = set()
    asked_days: set[_Pair] = set()
    while pairs or days:
        asked_pairs |= pairs
        asked_days |= days
        found = [
            *_rows_at(connection, "issuer", _open(pairs, codes)),
            *_rows_at(connection, "date", _open(days, codes)),
        ]
        pairs, days = set(), set()
        for row in found:
            code = codes[row.code]
            code.rows[row.id] = row
            code.whole = code.whole or (code.named and row.name is not None)
            if row.issuer is not None:
                pairs.add((row.code, row.issuer))
            if row.date in code.days:
                days.add((row.code, row.date))
        pairs -= asked_pairs
        days -= asked_days


def _open(pairs: Iterable[_Pair], codes: dict[str, _Code]) -> list[_Pair]:
    return sorted((p for p in pairs if not codes[p[0]].whole), key=str)


_COLUMNS = ", ".join(f"namings.{column.name}" for column in NAMINGS.c)
_AT = {
    "sqlite": (
        "SELECT {columns} FROM json_each(:pairs) AS pair CROSS JOIN namings "
        "ON code = json_extract(pair.value, '$[0]') "
        "AND {column} = json_extract(pair.value, '$[1]')"
    ),
    "postgresql": (
        "SELECT {columns} FROM json_array_elements(CAST(:pairs AS json)) AS pair "
        "JOIN namings ON code = pair.value->>0 AND {column} = pair.value->>1"
    ),
}


def _statement(dialect: str, column: str) -> TextualSelect:
    statement = text(_AT[dialect].format(columns=_COLUMNS, column=column))
    return statement.columns(*NAMINGS.c)


_BY = {(d, c): _statement(d, c) for d in _AT for c in ("issuer", "date")}


def _rows_at(
    connection: Connection, column: str, pairs: Sequence[_Pair]
) -> Iterable[Row]:
    if not pairs:
        return ()
    statement = _BY[connection.dialect.name, column]
    return connection.execute(statement, {"pairs": to_json(pairs)}).all()
