"""What the exchange with the county asks of the store: feeds, cursors, what they hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import msgspec
from msgspec import structs
from sqlalchemy import insert
from sqlmodel import Session

from gridapp.contract.sync import Cursor, Op, Row
from gridapp.domain.sync.chain import digest_of_rows
from gridapp.domain.sync.scope import Scope, Tree, UnitNode
from gridapp.store import plain
from gridapp.store.bookkeeping import CarriedRow
from gridapp.store.plain import CHUNK
from gridapp.store.tables import TABLES

Key = tuple[str, UUID]
"""A record: its kind and id."""

_WAITING = """
    SELECT dseq, kind, record_id, op, fields
    FROM change WHERE state = 'waiting' AND record_id IN ids
""".strip()
_TOLD_OF = "SELECT DISTINCT kind, unit_id, record_id FROM change WHERE state <> 'forgotten'"
_SET_CURSOR = "INSERT OR REPLACE INTO cursor (feed, pos, head_seq, head_chain) VALUES (?, ?, ?, ?)"


def tree(session: Session) -> Tree:
    """The grid tree as far as this laptop holds it."""
    rows = plain.ask(session, "SELECT id, parent_id, level FROM unit")
    ids, parents = (msgspec.convert([row[at] for row in rows], list[UUID | None]) for at in (0, 1))
    found = zip(ids, parents, (level for _, _, level in rows), strict=True)
    return Tree({unit: UnitNode(parent, level) for unit, parent, level in found if unit})


@dataclass(frozen=True)
class Placement:
    """Which units have their own record in a feed, and which their other records."""

    own: dict[UUID, list[UUID]]
    others: dict[UUID, list[UUID]]


def placement(session: Session) -> Placement:
    """Where the records of the units on this laptop travel; good until a unit changes."""
    grid = tree(session)
    own: dict[UUID, list[UUID]] = {}
    others: dict[UUID, list[UUID]] = {}
    for unit in grid.units():
        own.setdefault(grid.feed_of("unit", unit), []).append(unit)
        others.setdefault(grid.feed_of("post", unit), []).append(unit)
    return Placement(own, others)


def held(session: Session, feed: UUID, where: Placement) -> dict[Key, int]:
    """The records of a feed that came from the county, with their revisions."""
    found = _in_feed(session, feed, where)
    ids = msgspec.convert([id_ for _, id_ in found], list[UUID])
    return {(kind, id_): found[kind, raw] for id_, (kind, raw) in zip(ids, found, strict=True)}


def total(session: Session, feed: UUID, where: Placement) -> tuple[int, str]:
    """Count and digest of these records, as the county adds them up."""
    found = _in_feed(session, feed, where)
    return len(found), digest_of_rows((id_, revision) for (_, id_), revision in found.items())


def _in_feed(session: Session, feed: UUID, where: Placement) -> dict[tuple[str, bytes], int]:
    """The same with ids as the driver has them; of what is carried too, the carried one counts."""
    owning = sorted({feed, *where.others.get(feed, ())})
    tables = {kind: str(table.__tablename__) for kind, table in TABLES.items() if kind != "unit"}
    others = [(f"'{kind}'", name) for kind, name in tables.items()]
    found = _held(session, [("'unit'", "unit")], where.own.get(feed, ()))
    return found | _held(session, [*others, ("kind", "carried")], owning)


def _held(
    session: Session, tables: Sequence[tuple[str, str]], units: Sequence[UUID]
) -> dict[tuple[str, bytes], int]:
    """One question for all tables, each with the kind of its rows."""
    found: dict[tuple[str, bytes], int] = {}
    for some in chunks(units):
        places = ",".join(f"?{number + 1}" for number in range(len(some)))
        query = " UNION ALL ".join(
            f"SELECT {kind}, id, revision FROM {table}"  # noqa: S608 - names of our own
            f" WHERE unit_id IN ({places}) AND revision > 0"
            for kind, table in tables
        )
        rows = plain.ask(session, query, *(unit.bytes for unit in some))
        found.update(((kind, id_), revision) for kind, id_, revision in rows)
    return found


def revisions(session: Session, kind: str, ids: Sequence[UUID]) -> list[tuple[bytes, int]]:
    """Those of these records of a kind that are here, each with the revision that it rests on."""
    question = f"SELECT id, revision FROM {TABLES[kind].__tablename__} WHERE id IN ids"  # noqa: S608
    return [(id_, revision) for id_, revision in plain.ask_among(session, question, ids)]


def unit_of(session: Session, kind: str, record: bytes) -> bytes | None:
    """The unit in which a record stands here; None when it is not here, or only carried."""
    if kind not in TABLES:
        return None
    question = f"SELECT unit_id FROM {TABLES[kind].__tablename__} WHERE id = ?"  # noqa: S608
    rows = plain.ask(session, question, record)
    return rows[0][0] if rows else None


def strays(session: Session, scope: Scope) -> set[Key]:
    """Records from the county in units that this laptop does not see.

    A conflict leaves one behind when the county's value that stands is a unit out of sight; so does
    work that was done before this laptop heard that a grant had ended.
    """
    found: set[Key] = set()
    for kind, unit in plain.ask(session, _units()):
        if not scope.sees(kind, UUID(bytes=unit)):
            query = (
                f"SELECT id FROM {TABLES[kind].__tablename__} WHERE unit_id = ? AND revision > 0"  # noqa: S608
            )
            found.update((kind, UUID(bytes=id_)) for (id_,) in plain.ask(session, query, unit))
    return found


@cache
def _units() -> str:
    """One question for all tables: the units that own their rows."""
    return " UNION ALL ".join(
        f"SELECT DISTINCT '{kind}', unit_id FROM {table.__tablename__}"  # noqa: S608
        for kind, table in TABLES.items()
    )


def gone(session: Session, is_away: Callable[[str, UUID], bool]) -> set[Key]:
    """Records of which the journal tells in units that are away, and that are not here: they had
    been deleted before.
    """
    return {
        (kind, UUID(bytes=id_))
        for kind, unit, id_ in plain.ask(session, _TOLD_OF)
        if is_away(kind, UUID(bytes=unit)) and unit_of(session, kind, id_) is None
    }


def cursors(session: Session) -> dict[str, Cursor]:
    """How far each feed has been read, by feed."""
    rows = plain.ask(session, "SELECT feed, pos, head_seq, head_chain FROM cursor")
    return {feed: Cursor(*at) for feed, *at in rows}


def set_cursor(session: Session, feed: str, cursor: Cursor) -> None:
    """Remember how far a feed has been read."""
    plain.do(session, _SET_CURSOR, (feed, *structs.astuple(cursor)))


def forget(session: Session, feed: str) -> None:
    """Read a feed from its start the next time."""
    plain.do(session, "DELETE FROM cursor WHERE feed = ?", (feed,))


def waiting_values(session: Session, keys: Iterable[Key]) -> dict[Key, dict[str, Any] | None]:
    """Records with changes that the county does not have yet, and the JSON values that wait.

    None: the record waits to be deleted.
    """
    found: dict[Key, dict[str, Any] | None] = {}
    rows = plain.ask_among(session, _WAITING, list({id_ for _, id_ in keys}))
    for _, kind, id_, op, fields in sorted(rows):
        key = (kind, UUID(bytes=id_))
        before = found.get(key) or {}
        found[key] = None if op == Op.DELETE else before | msgspec.json.decode(fields)
    return found


def carry(session: Session, rows: Sequence[Row]) -> None:
    """Keep records that this program cannot read; of each at most one state."""
    values = [
        {
            "kind": row.kind,
            "id": row.id,
            "unit_id": row.unit,
            "revision": row.revision,
            "fields": row.fields,
        }
        for row in rows
    ]
    if values:
        session.execute(insert(CarriedRow), values)


def erase_carried(session: Session, keys: Iterable[Key]) -> None:
    """Drop records that this program could not read."""
    for kind, ids in by_kind(keys).items():
        plain.do_among(session, "DELETE FROM carried WHERE kind = ? AND id IN ids", ids, kind)


def by_kind(keys: Iterable[Key]) -> dict[str, list[UUID]]:
    """Ids by kind."""
    found: dict[str, list[UUID]] = {}
    for kind, id_ in keys:
        found.setdefault(kind, []).append(id_)
    return found


def chunks(ids: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """Portions well below SQLite's limit of parameters."""
    return (ids[first : first + CHUNK] for first in range(0, len(ids), CHUNK))
