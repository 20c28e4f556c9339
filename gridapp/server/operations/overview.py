"""What the county knows of each device: who has it, when it was heard of, what is on it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from gridapp.server.access import contacts, devices
from gridapp.server.database.tables import device, record
from gridapp.server.exchange import grid
from gridapp.server.exchange.view import Sight, sight_of

Counts = dict[UUID, Counter[tuple[str, str]]]
"""How many records every unit has of each kind, for which readers."""


@dataclass(frozen=True)
class Granted:
    """A role on a unit, named as an operator knows it."""

    unit: str
    code: str
    role: str


@dataclass(frozen=True)
class Line:
    """One device. ``holds``: how many records of each kind its grants show."""

    number: int
    device: UUID
    person: str
    status: str
    grants: list[Granted]
    enrolled_at: datetime
    last_contact: datetime | None
    last_dseq: int
    in_backup: int
    open_conflicts: int
    holds: dict[str, int]


def lines(connection: Connection) -> Iterator[Line]:
    """Every device, by its number."""
    tree, names = grid.load(connection), _names(connection)
    counts, conflicts = _counts(connection), _open_conflicts(connection)
    heard = contacts.read(connection)
    for row in connection.execute(select(device).order_by(device.c.number)).all():
        grants = devices.grants_of(connection, row.id)
        sight = sight_of(row.person, grants, tree)
        contact = heard.get(row.id)
        yield Line(
            number=row.number,
            device=row.id,
            person=row.person,
            status=row.status,
            grants=[Granted(*names.get(g.unit_id, (str(g.unit_id), "")), g.role) for g in grants],
            enrolled_at=row.enrolled_at,
            last_contact=contact.at if contact else None,
            last_dseq=row.last_dseq,
            in_backup=row.backup_hwm,
            open_conflicts=sum(_held(sight, conflicts).values()),
            holds=_held(sight, counts),
        )


def _held(sight: Sight, counts: Counts) -> dict[str, int]:
    """How many records of each kind are in sight."""
    total: Counter[str] = Counter()
    for unit in (sight.scope.below | sight.scope.above) & counts.keys():
        for (kind, readers), count in counts[unit].items():
            if sight.sees(kind, unit, readers):
                total[kind] += count
    return dict(sorted(total.items()))


def _counts(connection: Connection) -> Counts:
    columns = (record.c.unit_id, record.c.kind, record.c.readers)
    query = select(*columns, func.count()).where(record.c.deleted.is_(False)).group_by(*columns)
    found: Counts = {}
    for unit, kind, readers, count in connection.execute(query):
        found.setdefault(unit, Counter())[kind, readers] = count
    return found


def _open_conflicts(connection: Connection) -> Counts:
    """The conflicts that wait for a person."""
    query = select(record.c.unit_id, record.c.readers, record.c.fields).where(
        record.c.kind == "conflict", record.c.deleted.is_(False)
    )
    found: Counts = {}
    for unit, readers, fields in connection.execute(query):
        if not json.loads(fields).get("settled_at"):
            found.setdefault(unit, Counter())["conflict", readers] += 1
    return found


def _names(connection: Connection) -> dict[UUID, tuple[str, str]]:
    """Name and code of each unit."""
    query = select(record.c.id, record.c.fields).where(record.c.kind == "unit")
    found = {}
    for unit, text in connection.execute(query):
        fields = json.loads(text)
        found[unit] = (str(fields.get("name", "")), str(fields.get("code", "")))
    return found
