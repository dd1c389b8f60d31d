"""Inserting and changing many rows by the quickest way that the driver has."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

_ROWS_AT_ONCE = 20_000


def insert_rows(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: Iterable[tuple[object, ...]],
) -> None:
    """Insert ``rows``, whose values stand in the order of ``columns``."""
    insert = _copy_in if connection.dialect.name == "postgresql" else _insert_in
    given = iter(rows)
    while batch := list(islice(given, _ROWS_AT_ONCE)):
        insert(connection, table, columns, batch)


def update_rows(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Set ``columns`` of many rows; behind its values each tuple holds the row's id."""
    if not rows:
        return
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    values = ", ".join(f"{column} = {mark}" for column in columns)
    statement = f"UPDATE {table.name} SET {values} WHERE id = {mark}"
    connection.exec_driver_sql(statement, list(rows))


def _insert_in(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: list[tuple[object, ...]],
) -> None:
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
    connection.exec_driver_sql(statement, rows)


def _copy_in(
    connection: Connection,
    table: Table,
    columns: Sequence[str],
    rows: list[tuple[object, ...]],
) -> None:
    statement = f"COPY {table.name} ({', '.join(columns)}) FROM STDIN"
    dialect = connection.dialect
    database_error = dialect.loaded_dbapi.Error
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except database_error as error:
        raise DBAPIError.instance(
            statement, None, error, database_error, dialect=dialect
        ) from error
