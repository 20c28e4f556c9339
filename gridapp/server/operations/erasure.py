"""Erasures that the county has ordered: they hold, whatever a laptop or a backup brings back."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, insert, select

from gridapp.server.database import durable
from gridapp.server.database.tables import erasure, record
from gridapp.server.exchange import blobs, erasing
from gridapp.server.exchange.records import Key

LIST = "erasures.jsonl"
"""The file in the data folder that names what was to be erased: kinds and ids only."""


def order(connection: Connection, keys: Iterable[Key], now: datetime) -> None:
    """Have these records erased, now and whenever a laptop brings one of them again."""
    for kind, record_id in keys:
        mine = (erasure.c.kind == kind) & (erasure.c.id == record_id)
        if connection.execute(select(erasure.c.at).where(mine)).first() is None:
            connection.execute(insert(erasure).values(kind=kind, id=record_id, at=now))


def outstanding(connection: Connection) -> list[Key]:
    """Records that are here although they were to be erased."""
    same = (record.c.kind == erasure.c.kind) & (record.c.id == erasure.c.id)
    ordered = select(erasure.c.kind, erasure.c.id).join(record, same)
    rows = connection.execute(ordered.where(record.c.erased.is_(False)))
    return [(kind, record_id) for kind, record_id in rows]


def carry_out(connection: Connection, now: datetime) -> None:
    """Erase what is outstanding: no value is left here, and the laptops hear of it."""
    keys = outstanding(connection)
    for kind, record_id in keys:
        erasing.erase(connection, kind, record_id, now)
    if any(kind == blobs.KIND for kind, _ in keys):
        blobs.expire(connection)


def remember(data_dir: Path, key: Key, now: datetime) -> None:
    """Add an erasure to the list beside the database, so that no restore undoes it."""
    line = {"kind": key[0], "id": str(key[1]), "at": now.isoformat()}
    durable.add_line(data_dir / LIST, json.dumps(line))


def remembered(data_dir: Path) -> Iterator[Key]:
    """What was ever erased at this county. A line that was cut short had no effect."""
    for line in durable.lines(data_dir / LIST):
        with suppress(ValueError):
            said = json.loads(line)
            yield said["kind"], UUID(said["id"])
