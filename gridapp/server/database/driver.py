"""Plain statements and tuples, for what happens to every change: five times as fast as Core.

Values are as the driver has them: ids are bytes, moments text.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

Row = tuple[Any, ...]

FEW = 40
"""Rows that are not worth a table of their own on their way into PostgreSQL."""


def is_postgresql(connection: Connection) -> bool:
    """Whether the county's database is PostgreSQL; else it is SQLite."""
    return connection.dialect.name == "postgresql"


def flag(connection: Connection) -> Callable[[bool], Any]:
    """Makes yes or no what the database takes for it: SQLite's driver is slow with a bool."""
    return bool if is_postgresql(connection) else int


def ask(connection: Connection, question: str, *values: Any) -> list[Row]:
    """The rows that answer a question in which ``?`` stands for a value."""
    with _cursor(connection) as cursor:
        cursor.execute(_in_dialect(connection, question), values)
        rows: list[Row] = cursor.fetchall()
    return rows


def among(connection: Connection, ids: Sequence[bytes]) -> tuple[str, list[Any]]:
    """What follows a column that is to be one of these ids, and its values."""
    if is_postgresql(connection):
        return "= ANY(?)", [list(ids)]
    return f"IN ({', '.join('?' * len(ids))})", list(ids)


def ask_among(
    connection: Connection, question: str, ids: Sequence[bytes], *values: Any
) -> list[Row]:
    """The same, where ``IN ids`` at its end stands for these ids."""
    return ask_of_each(connection, question, [(values, ids)])


def ask_of_each(
    connection: Connection, question: str, groups: Iterable[tuple[Row, Sequence[bytes]]]
) -> list[Row]:
    """The same of several groups, each with its values and ids, in one way there and back."""
    head = question.removesuffix("IN ids")
    parts: list[str] = []
    given: list[Any] = []
    for values, ids in groups:
        if ids:
            one_of, listed = among(connection, ids)
            parts.append(head + one_of)
            given += [*values, *listed]
    return ask(connection, " UNION ALL ".join(parts), *given) if parts else []


def do(connection: Connection, statement: str, *rows: Row) -> None:
    """Carry out a statement once for each row of values."""
    if not rows:
        return
    text = _in_dialect(connection, statement)
    with _cursor(connection) as cursor:
        if len(rows) == 1:
            cursor.execute(text, rows[0])
        else:
            cursor.executemany(text, rows)


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows; each has a value for every column of the table, in order."""
    if is_postgresql(connection) and len(rows) > 1:
        _copy(connection, table, table.name, rows)
    else:
        do(connection, _insertion(table), *rows)


def upsert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add rows, or replace those that have the same key."""
    if len(rows) <= FEW or not is_postgresql(connection):
        do(connection, _insertion(table) + _replacing(table), *rows)
        return
    fresh = f"fresh_{table.name}"
    make = f"CREATE TEMP TABLE IF NOT EXISTS {fresh} (LIKE {table.name}) ON COMMIT DELETE ROWS"
    do(connection, make, ())
    _copy(connection, table, fresh, rows)
    do(connection, f"INSERT INTO {table.name} SELECT * FROM {fresh}{_replacing(table)}", ())  # noqa: S608


def _copy(connection: Connection, table: Table, into: str, rows: Sequence[Row]) -> None:
    """PostgreSQL's own way for many rows: a fifth of the work of inserting them."""
    names = ", ".join(table.columns.keys())
    with _cursor(connection) as cursor, cursor.copy(f"COPY {into} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def _cursor(connection: Connection) -> Iterator[Any]:
    """The driver's own, within the transaction; its faults are those that SQLAlchemy knows."""
    faults: Any = connection.dialect.loaded_dbapi.Error
    cursor = connection.connection.cursor()
    try:
        yield cursor
    except faults as fault:
        raise DBAPIError.instance(None, None, fault, faults, hide_parameters=True) from fault
    finally:
        cursor.close()


def _in_dialect(connection: Connection, statement: str) -> str:
    return statement.replace("?", "%s") if is_postgresql(connection) else statement


# These texts are made of names of our own tables and columns, never of a value.
@cache
def _insertion(table: Table) -> str:
    names = table.columns.keys()
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608


@cache
def _replacing(table: Table) -> str:
    keys = [column.name for column in table.primary_key]
    others = [column.name for column in table.columns if column.name not in keys]
    values = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {values}"


def moment(value: datetime) -> str:
    """An aware moment as both databases keep it; text order is time order."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")
