"""Revocations hold, whatever a backup brings back: a list of them lies beside the database."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.server.access import devices
from gridapp.server.access.devices import Status
from gridapp.server.database import durable
from gridapp.server.database.tables import device

LIST = "revoked.txt"
"""The file in the data folder with the id of each device that was revoked."""


def revoke(connection: Connection, data_dir: Path, device_id: UUID, now: datetime) -> None:
    """From now on the device may hand in what it wrote, and reads nothing; for good."""
    durable.add_line(data_dir / LIST, str(device_id))
    devices.revoke(connection, device_id, now)


def again(connection: Connection, data_dir: Path, now: datetime) -> None:
    """Revoke in a restored county those that were revoked after its backup."""
    remembered = set[UUID]()
    for line in durable.lines(data_dir / LIST):
        with suppress(ValueError):  # cut short: its device was not revoked
            remembered.add(UUID(line))
    active = select(device.c.id).where(device.c.status == Status.ACTIVE.value)
    active = active.where(device.c.id.in_(remembered))
    for device_id in connection.execute(active).scalars().all():
        devices.revoke(connection, device_id, now)
