"""Plain statements and tuples, for what happens to every change: five times as fast as Core.

Values are as the driver has them: ids are bytes, moments text.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table

Row = tuple[Any, ...]


def is_postgresql(connection: Connection) -> bool:
    """Whether the county's database is PostgreSQL; else it is SQLite."""
    return connection.dialect.name == "postgresql"


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
    do(connection, _insertion(table), *rows)


def upsert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, or replace those that have the same key."""
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if column.name not in keys]
    values = ", ".join(f"{name} = excluded.{name}" for name in others)
    text = f"{_insertion(table)} ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {values}"
    do(connection, text, *rows)


def _insertion(table: Table) -> str:
    names = table.columns.keys()
    # Names of our own tables and columns, never a value.
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


def moment(value: datetime) -> str:
    """An aware moment as both databases keep it; text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")
