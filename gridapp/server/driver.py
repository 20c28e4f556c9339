"""Plain statements and tuples, for what happens to every change: five times as fast as Core.

Values are as the driver has them: ids are bytes, moments text.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql

Row = tuple[Any, ...]


def is_postgresql(connection: Connection) -> bool:
    """Whether the county's database is PostgreSQL; else it is SQLite."""
    return connection.dialect.name == "postgresql"


def flag(connection: Connection) -> Callable[[bool], Any]:
    """Makes yes or no what the database takes for it: SQLite's driver is slow with a bool."""
    return bool if is_postgresql(connection) else int


def ask(connection: Connection, question: str, *values: Any) -> list[Row]:
    """The rows that answer a question in which ``?`` stands for a value."""
    text = question.replace("?", "%s") if is_postgresql(connection) else question
    return [tuple(row) for row in connection.exec_driver_sql(text, values)]


def ask_among(
    connection: Connection, question: str, ids: Sequence[bytes], *values: Any
) -> list[Row]:
    """The same, where ``IN ids`` at its end stands for these ids."""
    if not ids:
        return []
    head = question.removesuffix("IN ids")
    if is_postgresql(connection):
        return ask(connection, f"{head}= ANY(?)", *values, list(ids))
    return ask(connection, f"{head}IN ({', '.join('?' * len(ids))})", *values, *ids)


def do(connection: Connection, statement: str, *rows: Row) -> None:
    """Carry out a statement once for each row of values."""
    if not rows:
        return
    text = statement.replace("?", "%s") if is_postgresql(connection) else statement
    connection.exec_driver_sql(text, list(rows))


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows; each has a value for every column of the table, in order."""
    _add(connection, table, rows, "")


def upsert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, or replace those that have the same key."""
    _add(connection, table, rows, _replacing(table))


def _add(connection: Connection, table: Table, rows: Sequence[Row], conflict: str) -> None:
    """PostgreSQL takes the rows as one array for each column: one statement, however many."""
    if not rows:
        return
    if is_postgresql(connection):
        columns = [list(column) for column in zip(*rows, strict=True)]
        connection.exec_driver_sql(_from_arrays(table) + conflict, tuple(columns))
    else:
        connection.exec_driver_sql(_from_rows(table) + conflict, list(rows))


# The texts are made of names of our own tables and columns, never of a value.
@cache
def _replacing(table: Table) -> str:
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if column.name not in keys]
    values = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {values}"


@cache
def _from_rows(table: Table) -> str:
    names = table.columns.keys()
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


@cache
def _from_arrays(table: Table) -> str:
    names = ", ".join(table.columns.keys())
    kinds = [column.type.compile(postgresql.dialect()) for column in table.columns]  # type: ignore[no-untyped-call]
    arrays = ", ".join(f"%s::{kind}[]" for kind in kinds)
    return f"INSERT INTO {table.name} ({names}) SELECT * FROM unnest({arrays})"  # noqa: S608


def moment(value: datetime) -> str:
    """An aware moment as both databases keep it; text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")
