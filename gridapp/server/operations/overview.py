"""What the county knows of each device: who has it, when it was heard of, what is on it."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from gridapp.domain.scope import OPEN_KINDS, Scope, scope_of
from gridapp.server.access import contacts, devices
from gridapp.server.database.tables import device, record
from gridapp.server.exchange import grid


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
        scope = scope_of(grants, tree)
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
            open_conflicts=sum(conflicts[unit] for unit in scope.below),
            holds=_held(scope, counts),
        )


def _held(scope: Scope, counts: Mapping[UUID, Counter[str]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for unit in scope.below & counts.keys():
        total += counts[unit]
    for unit in scope.above & counts.keys():
        total += Counter({kind: n for kind, n in counts[unit].items() if kind in OPEN_KINDS})
    return dict(sorted(total.items()))


def _counts(connection: Connection) -> dict[UUID, Counter[str]]:
    """How many records of each kind every unit has."""
    columns = (record.c.unit_id, record.c.kind)
    query = select(*columns, func.count()).where(record.c.deleted.is_(False)).group_by(*columns)
    found: dict[UUID, Counter[str]] = {}
    for unit, kind, count in connection.execute(query):
        found.setdefault(unit, Counter())[kind] = count
    return found


def _open_conflicts(connection: Connection) -> Counter[UUID]:
    """How many conflicts wait for a person, by unit."""
    query = select(record.c.unit_id, record.c.fields).where(
        record.c.kind == "conflict", record.c.deleted.is_(False)
    )
    rows = connection.execute(query)
    return Counter(unit for unit, fields in rows if not json.loads(fields).get("settled_at"))


def _names(connection: Connection) -> dict[UUID, tuple[str, str]]:
    """Name and code of each unit."""
    query = select(record.c.id, record.c.fields).where(record.c.kind == "unit")
    found = {}
    for unit, text in connection.execute(query):
        fields = json.loads(text)
        found[unit] = (str(fields.get("name", "")), str(fields.get("code", "")))
    return found
