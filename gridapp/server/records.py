"""Records in bulk: read by key, by household, by unit; written by one upsert."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from gridapp.domain.merging import PARENT_FIELD, Mark, Stored
from gridapp.server.tables import record

CHUNK = 500
"""Ids per question."""

Key = tuple[str, UUID]
"""A record: its kind and id."""


@dataclass(frozen=True)
class Kept:
    """A record and where it stands. ``origin``: the device that holds exactly this state."""

    state: Stored
    feed: UUID
    seq: int
    origin: UUID | None

    @property
    def unit_id(self) -> UUID:
        """The unit that owns it."""
        return UUID(self.state.fields["unit_id"])


def read(connection: Connection, keys: Iterable[Key]) -> dict[Key, Kept]:
    """The records with these keys that exist."""
    ids_by_kind: dict[str, list[UUID]] = {}
    for kind, record_id in keys:
        ids_by_kind.setdefault(kind, []).append(record_id)
    found: dict[Key, Kept] = {}
    for kind, ids in ids_by_kind.items():
        for some in chunks(ids):
            found |= _where(connection, (record.c.kind == kind) & record.c.id.in_(some))
    return found


def of_households(connection: Connection, households: Sequence[UUID]) -> dict[Key, Kept]:
    """Everything that moves with these households."""
    found: dict[Key, Kept] = {}
    for some in chunks(households):
        found |= _where(connection, record.c.household_id.in_(some))
    return found


def of_units(connection: Connection, units: Sequence[UUID]) -> dict[Key, Kept]:
    """Everything that these units own."""
    found: dict[Key, Kept] = {}
    for some in chunks(units):
        found |= _where(connection, record.c.unit_id.in_(some))
    return found


def unit_with_code(connection: Connection, code: str) -> UUID | None:
    """The unit whose record carries this code."""
    rows = connection.execute(
        select(record.c.id, record.c.fields).where(
            record.c.kind == "unit", record.c.deleted.is_(False), record.c.fields.contains(code)
        )
    )
    return next((unit for unit, fields in rows if json.loads(fields).get("code") == code), None)


def write(connection: Connection, changed: dict[Key, Kept]) -> None:
    """Insert or replace these records in one statement."""
    if not changed:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(record)
    keys = ["kind", "id"]
    values = {c.name: statement.excluded[c.name] for c in record.c if c.name not in keys}
    connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=values),
        [_row(kind, record_id, kept) for (kind, record_id), kept in changed.items()],
    )


def chunks(ids: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """Portions that fit into one question."""
    return (ids[first : first + CHUNK] for first in range(0, len(ids), CHUNK))


def household_of(kind: str, fields: dict[str, Any]) -> UUID | None:
    """The household that this record moves with, if it does."""
    named = fields.get(PARENT_FIELD[kind]) if kind in PARENT_FIELD else None
    return UUID(named) if named else None


def _where(connection: Connection, condition: ColumnElement[bool]) -> dict[Key, Kept]:
    rows = connection.execute(
        select(
            record.c.kind,
            record.c.id,
            record.c.feed,
            record.c.seq,
            record.c.revision,
            record.c.fields,
            record.c.field_revisions,
            record.c.deleted,
            record.c.origin,
        ).where(condition)
    )
    return {
        (kind, record_id): Kept(
            Stored(json.loads(fields), _marks(marks), revision, deleted), feed, seq, origin
        )
        for kind, record_id, feed, seq, revision, fields, marks, deleted, origin in rows
    }


def _row(kind: str, record_id: UUID, kept: Kept) -> dict[str, Any]:
    state = kept.state
    marks = {name: [mark.revision, mark.writer] for name, mark in state.marks.items()}
    return {
        "kind": kind,
        "id": record_id,
        "feed": kept.feed,
        "seq": kept.seq,
        "unit_id": kept.unit_id,
        "household_id": household_of(kind, state.fields),
        "revision": state.revision,
        "fields": json.dumps(state.fields, ensure_ascii=False),
        "field_revisions": json.dumps(marks),
        "deleted": state.deleted,
        "origin": kept.origin,
    }


def _marks(text: str) -> dict[str, Mark]:
    return {name: Mark(*mark) for name, mark in json.loads(text).items()}
