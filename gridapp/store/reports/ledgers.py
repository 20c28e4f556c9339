"""Questions behind the ledgers: chosen fields of a source, narrowed, sorted, in portions.

Sealed cases, and the tasks of them, are in none. Nothing here can be narrowed or sorted by who a
person is: a ledger is centred on matters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.reports import prominent
from gridapp.store.reports.ledger_table import PLACES
from gridapp.store.reports.ledger_tables import TABLES

PORTION = 500
"""Rows at a time: little memory, and a look at the clock in between."""


class Source(StrEnum):
    """What a ledger lists."""

    CASES = "cases"
    VISITS = "visits"
    RECEPTIONS = "receptions"
    MEMBERS = "members"
    GRIDS = "grids"
    POSTS = "posts"
    TASKS = "tasks"


@dataclass(frozen=True)
class Narrowing:
    """Which rows: of a unit and all below it, in a period (both days included; None is open), on
    a named shelf of the source ("" for all), of a category ("" for all). ``people``: from how many
    on a case is prominent. ``between``: what nobody can have written, to stand between the fields
    of a row: the driver hands over one text quicker than eleven.
    """

    unit_id: UUID
    today: date
    between: str
    first: date | None = None
    last: date | None = None
    shelf: str = ""
    category: str = ""
    people: int = prominent.PEOPLE


def shelves(source: Source) -> tuple[str, ...]:
    """The codes of the shelves of a source."""
    return tuple(TABLES[source].shelves)


def fields(source: Source) -> tuple[str, ...]:
    """What can be asked of a row of a source."""
    return tuple(TABLES[source].fields)


def has_period(source: Source) -> bool:
    """Whether its rows belong to days; else they are as of today."""
    return bool(TABLES[source].day)


def count(session: Session, source: Source, narrowing: Narrowing) -> int:
    """How many rows there are."""
    found = _run(session, source, "count(*)", narrowing, "").fetchone()
    return int(found[0])


def rows(
    session: Session,
    source: Source,
    chosen: Sequence[str],
    narrowing: Narrowing,
    sort: tuple[str, bool] = ("", False),
    limit: int | None = None,
) -> Iterator[list[list[str]]]:
    """The chosen fields of the rows in portions, column by column, each value as the database says
    it in text: ``2026-11-22``, ``12``, "" for none.

    ``sort`` is (field, descending); "" for the usual order of the source.
    """
    table = TABLES[source]
    values = ", ".join(f"ifnull({table.fields[name]}, '')" for name in chosen)
    by, descending = sort
    way = " DESC" if descending else ""
    order = f"{table.fields[by]}{way}, {table.order}" if by else table.order
    tail = f"ORDER BY {order}" + ("" if limit is None else f" LIMIT {limit:d}")
    cursor = _run(session, source, f"concat_ws(:between, {values})", narrowing, tail)
    between, width = narrowing.between, len(chosen)
    while lines := cursor.fetchmany(PORTION):
        flat = between.join([line for (line,) in lines]).split(between)
        yield [flat[place::width] for place in range(width)]


def _run(
    session: Session,
    source: Source,
    asked: str,
    narrowing: Narrowing,
    tail: str,
) -> Any:
    """The driver's cursor: whole records of SQLAlchemy would take ten times as long."""
    table = TABLES[source]
    conditions = [*table.always]
    if table.day and narrowing.first is not None:
        conditions.append(f"{table.day} >= :first")
    if table.day and narrowing.last is not None:
        conditions.append(f"{table.day} <= :last")
    if narrowing.shelf:
        conditions.append(table.shelves[narrowing.shelf])
    if narrowing.category:
        conditions.append(f"{table.category} = :category")
    parts = [PLACES, "SELECT", asked, table.origin]
    parts += ["WHERE", " AND ".join(conditions), tail]
    values = {
        "unit": narrowing.unit_id.bytes,
        "today": narrowing.today.isoformat(),
        "first": narrowing.first.isoformat() if narrowing.first else "",
        "last": narrowing.last.isoformat() if narrowing.last else "",
        "category": narrowing.category,
        "people": narrowing.people,
        "between": narrowing.between,
    }
    return session.connection().exec_driver_sql(" ".join(parts), values).cursor
