"""Backups: one moment of the county in one encrypted file, proved before it bears its name.

The file is a county database of its own, whichever database it came from, with the sums of its
tables beside them: a half or altered file has none that fit.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError

from gridapp.server import audit
from gridapp.server.county.county import County
from gridapp.server.county.opening import sqlite_engine
from gridapp.server.database import durable, settings
from gridapp.server.database.tables import device
from gridapp.server.operations import copying
from gridapp.server.operations.copying import Sum, Sums

UNFINISHED = ".part"
"""Ends the name of a file that is not proved yet."""

sums_table = Table(
    "backup_sum",
    MetaData(),
    Column("name", String(40), primary_key=True),
    Column("rows", Integer, nullable=False),
    Column("digest", String(32), nullable=False),
)


class Fault(StrEnum):
    """Why a file is not taken for a backup, or not restored."""

    UNREADABLE = "backup.unreadable"
    ALTERED = "backup.altered"
    NEWER = "backup.newer"
    NOT_EMPTY = "restore.not_empty"
    IN_USE = "restore.in_use"


class BackupFault(Exception):
    """Nothing was restored, for this reason."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class Backup:
    """A backup that was made: how many rows it holds, and how many bytes."""

    rows: int
    size: int


def make(county: County, path: Path, key: bytes, keep: int) -> Backup:
    """Copy the county as it is at this moment into ``path``, prove the copy, tell the laptops.

    An older file of that name stays under a name with its time, ``keep`` files in all.
    """
    part = path.with_name(path.name + UNFINISHED)
    discard(part)
    try:
        with county.reading() as source:
            covered = _ends(source)
            _write(source, part, key, county)
        found = prove(part, key)
        durable.sync(part)
        size = part.stat().st_size
        _rotate(path, keep)
        part.replace(path)
    except BaseException:
        discard(part)
        raise
    durable.sync(path.parent)
    rows = sum(found.rows for found in found.values())
    with county.writing() as connection:
        _tell(connection, covered, rows, county.now())
    return Backup(rows, size)


def prove(path: Path, key: bytes) -> Sums:
    """The sums of a backup. Raises BackupFault unless every page and every row of it is sound."""
    engine = sqlite_engine(path, key)
    try:
        with engine.connect() as connection:
            damage = connection.execute(text("PRAGMA cipher_integrity_check")).all()
            whole = connection.execute(text("PRAGMA integrity_check")).scalar()
            if damage or whole != "ok":
                raise BackupFault(Fault.UNREADABLE)
            said = {name: Sum(*rest) for name, *rest in connection.execute(select(sums_table))}
            if said != copying.sums(connection, said):
                raise BackupFault(Fault.ALTERED)
            return said
    except DatabaseError as error:
        raise BackupFault(Fault.UNREADABLE) from error
    finally:
        engine.dispose()


def discard(part: Path) -> None:
    """Remove an unfinished database file and what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        part.with_name(part.name + ending).unlink(missing_ok=True)


def _ends(connection: Connection) -> dict[UUID, int]:
    """How far each device's changes have come in."""
    return dict(connection.execute(select(device.c.id, device.c.last_dseq)).all())


def _write(source: Connection, part: Path, key: bytes, county: County) -> None:
    """A county database with everything in it, and its sums."""
    fresh = County(sqlite_engine(part, key), county.now)
    try:
        with fresh.writing() as target:
            found = copying.copy(source, target)
            sums_table.create(target)
            rows = [{"name": name, **kept._asdict()} for name, kept in found.items()]
            target.execute(insert(sums_table), rows)
    finally:
        fresh.close()


def _rotate(path: Path, keep: int) -> None:
    """Give the last backup a name with its time, and remove the oldest beyond ``keep``."""
    if path.exists():
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        path.rename(path.with_stem(f"{path.stem}-{made:%Y%m%d-%H%M%S-%f}"))
    dated = re.compile(re.escape(path.stem) + r"-\d{8}-\d{6}-\d{6}" + re.escape(path.suffix))
    older = sorted(file for file in path.parent.iterdir() if dated.fullmatch(file.name))
    for surplus in older[: max(len(older) - keep + 1, 0)]:
        surplus.unlink()


def _tell(connection: Connection, covered: dict[UUID, int], rows: int, now: datetime) -> None:
    """What each laptop need not keep any longer; when the county was last safe."""
    known = dict(connection.execute(select(device.c.id, device.c.backup_hwm)).all())
    moved = [
        {"device": id_, "last": last}
        for id_, last in sorted(covered.items())
        if known.get(id_) != last
    ]
    if moved:
        one = update(device).where(device.c.id == bindparam("device"))
        connection.execute(one.values(backup_hwm=bindparam("last")), moved)
    settings.put(connection, settings.LAST_BACKUP, now.isoformat())
    audit.note(connection, now, None, "backup", {"rows": rows})
