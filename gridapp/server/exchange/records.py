"""Records in bulk: read by key, by what they follow, by unit; written by one upsert."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any, TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import Connection, select

from gridapp.contract.alike import CANONICAL, AlikeChanges
from gridapp.domain.disputes.sealing import EVERYBODY
from gridapp.domain.sync.merging import PARENT_FIELD, Mark, Stored
from gridapp.server.database import driver
from gridapp.server.database.driver import Row
from gridapp.server.database.tables import record

CHUNK = 500
"""Ids, or kinds, per question."""

Key = tuple[str, UUID]
"""A record: its kind and id."""

Some = TypeVar("Some")

COLUMNS = (
    "kind, id, unit_id, feed, seq, follows, revision, fields, field_revisions, deleted, origin,"
    " erased, case_id, readers"
)


_QUESTION = f"SELECT {COLUMNS} FROM record WHERE {{}}"  # noqa: S608 - only our own words


class Kept(msgspec.Struct):
    """A record and where it stands. ``origin``: the device that holds exactly this state.

    ``follows``: the record that it moves with; ``case``: the dispute that it belongs to, or is;
    ``readers``: who sees it, as in ``domain.disputes.sealing``.
    """

    state: Stored
    unit_id: UUID
    feed: UUID
    follows: UUID | None
    origin: UUID | None
    seq: int = 0
    case: UUID | None = None
    readers: str = EVERYBODY


def read(connection: Connection, keys: Iterable[Key]) -> dict[Key, Kept]:
    """The records with these keys that exist."""
    ids_by_kind: dict[str, list[bytes]] = {}
    for kind, record_id in keys:
        ids_by_kind.setdefault(kind, []).append(record_id.bytes)
    groups = [((kind,), ids) for kind, ids in sorted(ids_by_kind.items())]
    question = _QUESTION.format("kind = ? AND id IN ids")
    return {
        key: kept
        for some in chunks(groups)
        for key, kept in map(_kept, driver.ask_of_each(connection, question, some))
    }


def following(connection: Connection, leaders: Sequence[UUID]) -> dict[Key, Kept]:
    """Everything that moves with these records."""
    return _where(connection, "follows IN ids", leaders)


def of_units(connection: Connection, units: Sequence[UUID]) -> dict[Key, Kept]:
    """Everything that these units own."""
    return _where(connection, "unit_id IN ids", units)


def of_cases(connection: Connection, cases: Sequence[UUID]) -> dict[Key, Kept]:
    """These cases and everything that belongs to them."""
    return _where(connection, "case_id IN ids", cases)


def unit_with_code(connection: Connection, code: str) -> UUID | None:
    """The unit whose record carries this code."""
    rows = connection.execute(
        select(record.c.id, record.c.fields).where(
            record.c.kind == "unit", record.c.deleted.is_(False), record.c.fields.contains(code)
        )
    )
    return next((unit for unit, fields in rows if json.loads(fields).get("code") == code), None)


def write(connection: Connection, changed: dict[Key, Kept]) -> None:
    """Insert or replace these records."""
    if changed:
        flag = driver.flag(connection)
        rows = [_row(key, kept, flag) for key, kept in changed.items()]
        driver.upsert(connection, record, rows)


def exist(connection: Connection, kind: str, ids: Sequence[bytes]) -> bool:
    """Whether there is any of these records."""
    question = "SELECT 1 FROM record WHERE kind = ? AND id IN ids"
    return bool(driver.ask_among(connection, question, ids, kind))


def units_of(connection: Connection, kind: str, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """The units that own those of these records that exist."""
    question = "SELECT id, unit_id FROM record WHERE kind = ? AND id IN ids"
    rows = driver.ask_among(connection, question, [one.bytes for one in ids], kind)
    return {UUID(bytes=id_): UUID(bytes=unit) for id_, unit in rows}


def add(
    connection: Connection,
    changes: AlikeChanges,
    like: Mapping[str, Kept],
    leaders: Sequence[str],
    positions: Iterable[int],
) -> None:
    """Insert new records that are what their changes say, each ``like`` the one of its unit."""
    units = changes.fields["unit_id"]
    one, no = next(iter(like.values())), driver.flag(connection)(False)
    owner = {name: kept.unit_id.bytes for name, kept in like.items()}
    feed = {name: kept.feed.bytes for name, kept in like.items()}
    leader = {name: ident(name).bytes for name in set(leaders)}
    same = (repeat(value) for value in (_marks_text(one.state), no, _bytes(one.origin), no, None))
    rows = zip(
        repeat(changes.kind),
        changes.raw_record_ids,
        map(feed.__getitem__, units),
        positions,
        map(owner.__getitem__, units),
        map(leader.__getitem__, leaders),
        repeat(one.state.revision),
        map(bytes.decode, changes.texts),
        *same,
        repeat(one.readers),
        strict=False,
    )
    driver.insert(connection, record, list(rows))


def chunks(ids: Sequence[Some]) -> Iterable[Sequence[Some]]:
    """Portions that fit into one question."""
    return (ids[first : first + CHUNK] for first in range(0, len(ids), CHUNK))


@lru_cache(50_000)
def ident(text: str) -> UUID:
    """An id out of a field; the same few come again and again."""
    return UUID(text)


def household_of(kind: str, fields: dict[str, Any]) -> UUID | None:
    """The household that this record moves with, if it does."""
    named = fields.get(PARENT_FIELD[kind]) if kind in PARENT_FIELD else None
    return ident(named) if named else None


def leader_of(kind: str, fields: dict[str, Any]) -> UUID | None:
    """The record that this one moves with: its household, or what a conflict is about."""
    household = household_of(kind, fields)
    if household is None and kind == "conflict" and "record_id" in fields:
        return ident(fields["record_id"])
    return household


def _where(connection: Connection, condition: str, ids: Sequence[UUID]) -> dict[Key, Kept]:
    question = _QUESTION.format(condition)
    rows = driver.ask_among(connection, question, [one.bytes for one in ids])
    return dict(map(_kept, rows))


def _kept(row: Row) -> tuple[Key, Kept]:
    kind, id_, unit, feed, seq, follows, revision, text, marks, deleted, origin, *rest = row
    erased, case, readers = rest
    fields: dict[str, Any] = msgspec.json.decode(text)
    state = Stored(fields, _marks(marks, fields), revision, bool(deleted), bool(erased))
    return (kind, UUID(bytes=id_)), Kept(
        state,
        UUID(bytes=unit),
        UUID(bytes=feed),
        UUID(bytes=follows) if follows else None,
        UUID(bytes=origin) if origin else None,
        seq,
        UUID(bytes=case) if case else None,
        readers,
    )


def _row(key: Key, kept: Kept, flag: Callable[[bool], Any]) -> Row:
    state = kept.state
    return (
        key[0],
        key[1].bytes,
        kept.feed.bytes,
        kept.seq,
        kept.unit_id.bytes,
        _bytes(kept.follows),
        state.revision,
        CANONICAL.encode(state.fields).decode(),
        _marks_text(state),
        flag(state.deleted),
        _bytes(kept.origin),
        flag(state.erased),
        _bytes(kept.case),
        kept.readers,
    )


def _bytes(id_: UUID | None) -> bytes | None:
    return None if id_ is None else id_.bytes


def _marks_text(state: Stored) -> str:
    """By field; or one mark for all, as long as nobody has touched the record again."""
    marks = list(state.marks.values())
    alike = marks.count(marks[0]) == len(marks) if marks else False
    alike = alike and state.marks.keys() == state.fields.keys()
    return msgspec.json.encode(marks[0] if alike else state.marks).decode()


def _marks(text: str, fields: dict[str, Any]) -> dict[str, Mark]:
    if text.startswith("["):
        return dict.fromkeys(fields, msgspec.json.decode(text, type=Mark))
    return msgspec.json.decode(text, type=dict[str, Mark])
