"""Plain statements and tuples, for what each exchange asks: twenty times as fast as Core.

Values are as the driver has them: ids are bytes, moments text.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, overload
from uuid import UUID

from sqlalchemy import Select
from sqlcipher3.dbapi2 import OperationalError
from sqlmodel import Session

Row = tuple[Any, ...]

CHUNK = 500
"""Ids per question: well below SQLite's limit of parameters."""


def ask(session: Session, question: str, *values: Any) -> list[Row]:
    """The rows that answer a question in which ``?`` stands for a value."""
    found: list[Row] = _driver(session).execute(question, values).fetchall()
    return found


def portions(session: Session, question: str, size: int) -> Iterator[list[Row]]:
    """The rows that answer a question, so many at a time."""
    found = _driver(session).execute(question)
    while rows := found.fetchmany(size):
        yield rows


def ask_named(session: Session, question: str, values: Mapping[str, Any]) -> list[Row]:
    """The same of a question in which ``:name`` stands for a value."""
    found: list[Row] = _driver(session).execute(question, values).fetchall()
    return found


@overload
def json_of(ids: Iterable[UUID]) -> str: ...
@overload
def json_of(ids: Iterable[UUID] | None) -> str | None: ...
def json_of(ids: Iterable[UUID] | None) -> str | None:
    """Any number of ids as one value, for ``SELECT unhex(value) FROM json_each(:ids)``; None stays
    None.
    """
    return None if ids is None else json.dumps([one.hex for one in ids])


def rows(session: Session, query: Select[*tuple[Any, ...]], **given: Any) -> list[Row]:
    """The same of a question that was put together once, with these values: for thousands of
    rows, and for what is asked often.
    """
    answer = session.connection().execute(query, given)
    found = [*map(tuple, answer.cursor.fetchall())]
    answer.close()
    return found


def day(text: str | None) -> date | None:
    """A day of a row."""
    return None if text is None else date.fromisoformat(text)


def id_of(value: bytes | None) -> UUID | None:
    """An id of a row."""
    return None if value is None else UUID(bytes=value)


def ask_among(session: Session, question: str, ids: Sequence[UUID], *values: Any) -> list[Row]:
    """The same, where ``IN ids`` at its end stands for these ids."""
    return [
        row for text, some in _portions(question, ids) for row in ask(session, text, *values, *some)
    ]


def do(session: Session, statement: str, *rows: Row) -> None:
    """Carry out a statement once for each row of values."""
    if rows:
        _driver(session).executemany(statement, rows)


def do_among(session: Session, statement: str, ids: Sequence[UUID], *values: Any) -> None:
    """Carry out a statement at whose end ``IN ids`` stands for these ids."""
    for text, some in _portions(statement, ids):
        do(session, text, (*values, *some))


@contextmanager
def as_a_whole(session: Session) -> Iterator[None]:
    """What the block does stands as a whole; when it raises, nothing of it.

    After a fault of the disk the transaction is at its end, and its savepoints with it.
    """
    ask(session, "SAVEPOINT whole")
    try:
        yield
    except OperationalError:
        raise
    except Exception:
        ask(session, "ROLLBACK TO whole")
        ask(session, "RELEASE whole")
        raise
    ask(session, "RELEASE whole")


def _driver(session: Session) -> Any:
    """The driver's connection, within the transaction in which the session is."""
    within: Any = session.bind
    if not within.in_transaction():
        within.begin()
    return within.connection.driver_connection


def _portions(text: str, ids: Sequence[UUID]) -> Iterator[tuple[str, list[bytes]]]:
    head = text.removesuffix("IN ids")
    for first in range(0, len(ids), CHUNK):
        some = [one.bytes for one in ids[first : first + CHUNK]]
        yield f"{head}IN ({', '.join('?' * len(some))})", some
