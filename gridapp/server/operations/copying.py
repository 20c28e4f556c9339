"""Copying a county from one database into another, and the sums that prove the copy."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import (
    Boolean,
    Connection,
    Table,
    TableClause,
    column,
    delete,
    func,
    insert,
    inspect,
    select,
    table,
)
from sqlalchemy.types import NullType

from gridapp.server.database.tables import metadata

AT_ONCE = 5000
"""Rows in memory at a time."""

AT_ONCE_BY_TABLE = {"blob_piece": 8}
"""Where a row may be large: a megabyte."""


class Sum(NamedTuple):
    """How many rows a table has, and the order-free sum of their hashes."""

    rows: int
    digest: str


Sums = dict[str, Sum]
"""By the name of the table."""


def copy(source: Connection, target: Connection) -> Sums:
    """Replace everything in ``target``; both have the tables of this program. What was read."""
    for kept in reversed(metadata.sorted_tables):
        target.execute(delete(kept))
    found = {}
    for kept in metadata.sorted_tables:
        plain, total = _plain(source, kept.name), _Total()
        for rows in _portions(source, plain):
            total.add(rows)
            target.execute(insert(plain), [row._asdict() for row in rows])
        found[kept.name] = total.sum()
        _continue_numbers(target, kept)
    return found


def sums(connection: Connection, names: Iterable[str]) -> Sums:
    """The sums of these tables, read from their rows, whatever columns they have."""
    found = {}
    for name in names:
        total = _Total()
        for rows in _portions(connection, _plain(connection, name)):
            total.add(rows)
        found[name] = total.sum()
    return found


class _Total:
    def __init__(self) -> None:
        self._rows = self._sum = 0

    def add(self, rows: list[Any]) -> None:
        self._rows += len(rows)
        for row in rows:
            hashed = hashlib.blake2b(repr(tuple(row)).encode(), digest_size=16)
            self._sum += int.from_bytes(hashed.digest(), "big")

    def sum(self) -> Sum:
        return Sum(self._rows, f"{self._sum % (1 << 128):032x}")


def _plain(connection: Connection, name: str) -> TableClause:
    """The table with values as every driver gives and takes them; its columns by name."""
    types = {c["name"]: c["type"] for c in inspect(connection).get_columns(name)}
    return table(
        name,
        *(
            column(key, Boolean() if isinstance(types[key], Boolean) else NullType())
            for key in sorted(types)
        ),
    )


def _portions(connection: Connection, plain: TableClause) -> Iterator[list[Any]]:
    most = AT_ONCE_BY_TABLE.get(plain.name, AT_ONCE)
    result = connection.execute(select(plain), execution_options={"yield_per": most})
    for rows in result.partitions():
        yield list(rows)


def _continue_numbers(target: Connection, kept: Table) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers."""
    number = kept.autoincrement_column
    if target.dialect.name != "postgresql" or number is None:
        return
    sequence = func.pg_get_serial_sequence(kept.name, number.name)
    following = select(func.coalesce(func.max(number), 0) + 1).scalar_subquery()
    target.execute(select(func.setval(sequence, following, False)))
