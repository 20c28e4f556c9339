"""The devices of the county: who they are, what they are granted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, insert, select, update

from gridapp.contract.people import Grant
from gridapp.contract.problems import Problem
from gridapp.server import audit
from gridapp.server.database import driver
from gridapp.server.database.tables import device as device_table
from gridapp.server.database.tables import grant as grant_table
from gridapp.server.problems import Refusal


class Status(StrEnum):
    """Whether a device may read. A revoked one may still hand in what it wrote."""

    ACTIVE = "active"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Device:
    """A laptop as the county knows it; ``head`` is the end of its chain of changes."""

    id: UUID
    number: int
    sign_key: str
    status: str
    last_dseq: int
    head: str
    backup_hwm: int
    """The last change of the device that the last good backup holds."""
    person: str


def known(connection: Connection, device_id: UUID, *, lock: bool = False) -> Device:
    """The device; with ``lock`` nobody else may push for it until the transaction ends."""
    question = (
        "SELECT number, sign_key, status, last_dseq, head, backup_hwm, person"
        " FROM device WHERE id = ?"
    )
    if lock and driver.is_postgresql(connection):
        question += " FOR UPDATE"
    rows = driver.ask(connection, question, device_id.bytes)
    if not rows:
        raise Refusal(Problem.UNKNOWN_DEVICE)
    return Device(device_id, *rows[0])


def sign_keys(connection: Connection) -> dict[UUID, str]:
    """The key of each device: all of them take hardly longer than one."""
    rows = driver.ask(connection, "SELECT id, sign_key FROM device")
    return {UUID(bytes=device): key for device, key in rows}


def person_of(connection: Connection, number: int) -> str:
    """Who works with the device of this number; empty when there is none."""
    rows = driver.ask(connection, "SELECT person FROM device WHERE number = ?", number)
    return str(rows[0][0]) if rows else ""


def grants_of(connection: Connection, device_id: UUID) -> list[Grant]:
    """The device's grants."""
    return [grant for grant, ended in all_grants_of(connection, device_id) if not ended]


def all_grants_of(connection: Connection, device_id: UUID) -> list[tuple[Grant, bool]]:
    """Also those that have ended, which it may not know; whether each has."""
    question = "SELECT unit_id, role, ended FROM device_grant WHERE device_id = ? ORDER BY unit_id"
    rows = driver.ask(connection, question, device_id.bytes)
    return [(Grant(UUID(bytes=unit), role), bool(ended)) for unit, role, ended in rows]


def named(connection: Connection, name: str) -> Device | None:
    """The device that an operator names by its number or id."""
    if name.isascii() and name.isdigit() and len(name) < 10:
        which = device_table.c.number == int(name)
    else:
        try:
            which = device_table.c.id == UUID(name)
        except ValueError:
            return None
    found = connection.execute(select(device_table.c.id).where(which)).scalar()
    return None if found is None else known(connection, found)


def revoke(connection: Connection, device_id: UUID, now: datetime) -> None:
    """From now on the device may hand in what it wrote, and reads nothing."""
    mine = update(device_table).where(device_table.c.id == device_id)
    connection.execute(mine.values(status=Status.REVOKED.value))
    audit.note(connection, now, device_id, "revoked", {})


def give(connection: Connection, device_id: UUID, unit: UUID, role: str) -> None:
    """Grant a role on a unit; a device has one role on each."""
    granted = _granted(device_id, unit)
    if connection.execute(select(grant_table.c.unit_id).where(granted)).first() is None:
        row = {"device_id": device_id, "unit_id": unit, "role": role, "ended": False}
        connection.execute(insert(grant_table).values(row))
    else:
        connection.execute(update(grant_table).where(granted).values(role=role, ended=False))


def end_grant(connection: Connection, device_id: UUID, unit: UUID, now: datetime) -> bool:
    """Show the device nothing more of a unit; False when it saw nothing by such a grant."""
    open_one = _granted(device_id, unit) & grant_table.c.ended.is_(False)
    ended = connection.execute(update(grant_table).where(open_one).values(ended=True))
    if ended.rowcount:
        audit.note(connection, now, device_id, "grant_ended", {"unit": str(unit)})
    return bool(ended.rowcount)


def _granted(device_id: UUID, unit: UUID) -> ColumnElement[bool]:
    return (grant_table.c.device_id == device_id) & (grant_table.c.unit_id == unit)
