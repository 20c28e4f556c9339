"""The devices of the county: who they are, what they are granted."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.contract.people import Grant
from gridapp.contract.problems import Problem
from gridapp.server.problems import Refusal
from gridapp.server.tables import device as device_table
from gridapp.server.tables import grant as grant_table


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


def known(connection: Connection, device_id: UUID, *, lock: bool = False) -> Device:
    """The device; with ``lock`` nobody else may push for it until the transaction ends."""
    query = select(
        device_table.c.id,
        device_table.c.number,
        device_table.c.sign_key,
        device_table.c.status,
        device_table.c.last_dseq,
        device_table.c.head,
    ).where(device_table.c.id == device_id)
    row = connection.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise Refusal(Problem.TOKEN, detail="unknown device")
    return Device(*row)


def grants_of(connection: Connection, device_id: UUID, *, ended: bool = False) -> list[Grant]:
    """The device's grants; with ``ended`` also those that it may not know to have ended."""
    query = select(grant_table.c.unit_id, grant_table.c.role).where(
        grant_table.c.device_id == device_id
    )
    if not ended:
        query = query.where(grant_table.c.ended.is_(False))
    rows = connection.execute(query.order_by(grant_table.c.unit_id))
    return [Grant(unit_id=unit_id, role=role) for unit_id, role in rows]
