"""Restoring the county from a backup: proved first, brought up to date, then put in place whole.

The laptops are told nothing. They find that the county knows less than they do, and offer again
what it lacks.
"""

import os
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, Table, inspect, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.schema import CreateSchema

from gridapp.server import audit, migrations
from gridapp.server.county.county import County
from gridapp.server.county.opening import DATABASE, PRESENCE, sqlite_engine
from gridapp.server.database import durable
from gridapp.server.database.tables import device, journal, metadata, record
from gridapp.server.operations import backup, copying, erasure, revocation
from gridapp.server.operations.backup import BackupFault, Fault

_FUNCTIONS = text(
    "SELECT oid::regprocedure::text FROM pg_proc WHERE proname LIKE 'gridapp\\_%'"
    " AND pronamespace = current_schema()::regnamespace"
)
"""Of the wall around the tables, with what they take; the tables know them by number, and they go
along.
"""

Now = Callable[[], datetime]


def into_folder(
    source: Path, data_dir: Path, key: bytes, now: Now, *, replace: bool
) -> Path | None:
    """Make a backup the county of a folder; where the old database now is, if there was one."""
    place = data_dir / DATABASE
    if place.exists() and not replace:
        raise BackupFault(Fault.NOT_EMPTY)
    part = _prepared(source, data_dir, key, now)
    try:
        durable.give_to_owner(part)
        aside = _set_aside(place, key, now()) if place.exists() else None
        part.replace(place)
    finally:
        backup.discard(part)
    durable.sync(data_dir)
    return aside


def into_database(
    source: Path, data_dir: Path, key: bytes, engine: Engine, now: Now, *, replace: bool
) -> str | None:
    """Make a backup the county of a PostgreSQL database; the schema that now has the old one.

    One transaction: the county is the old or the new one, never a half.
    """
    part = _prepared(source, data_dir, key, now)
    kept = County(sqlite_engine(part, key), now)
    try:
        with kept.reading() as rows, engine.begin() as target:
            aside = _make_room(target, now(), replace=replace)
            migrations.upgrade(target)
            found = copying.copy(rows, target)
            if copying.sums(target, found) != found:
                raise BackupFault(Fault.ALTERED)
    finally:
        kept.close()
        backup.discard(part)
    return aside


def _prepared(source: Path, data_dir: Path, key: bytes, now: Now) -> Path:
    """A proved copy of the backup in the folder, with the tables of this program."""
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = data_dir / (DATABASE + backup.UNFINISHED)
    backup.discard(part)
    try:
        shutil.copyfile(source, part)
        backup.prove(part, key)
        _bring_up_to_date(part, key, data_dir, now)
    except CommandError as error:  # its tables are of a later program
        backup.discard(part)
        raise BackupFault(Fault.NEWER) from error
    except BaseException:
        backup.discard(part)
        raise
    return part


def _bring_up_to_date(part: Path, key: bytes, data_dir: Path, now: Now) -> None:
    """Make a county of this program of it; what was erased or revoked meanwhile stays so."""
    fresh = County(sqlite_engine(part, key), now)
    try:
        with fresh.writing() as connection:
            backup.sums_table.drop(connection)
            audit.note(connection, now(), None, "restored", {})
            erasure.order(connection, erasure.remembered(data_dir), now())
            erasure.carry_out(connection, now())
            revocation.again(connection, data_dir, now())
    finally:
        fresh.close()


def _set_aside(place: Path, key: bytes, now: datetime) -> Path:
    """Give the old database another name as well. Its own is taken from it by the new one."""
    aside = place.with_stem(f"{place.stem}-before-{now:%Y%m%d-%H%M%S-%f}")
    log, kept_log = (path.with_name(path.name + "-wal") for path in (place, aside))
    if log.exists():
        os.link(log, kept_log)
    try:
        at_rest = _put_to_rest(place, key)
    except BackupFault:
        kept_log.unlink(missing_ok=True)
        raise
    # The log of a damaged database stays with it, and must not meet the new one.
    (kept_log if at_rest else log).unlink(missing_ok=True)
    os.link(place, aside)
    return aside


def _put_to_rest(place: Path, key: bytes) -> bool:
    """Bring what is in the old database's log into it; False when it is too damaged for that."""
    engine = sqlite_engine(place, key)
    try:
        with engine.connect() as connection:
            connection.execute(text("PRAGMA busy_timeout = 0"))
            connection.execute(text("PRAGMA journal_mode = DELETE"))
    except DatabaseError as error:
        if "locked" in str(error.orig):
            raise BackupFault(Fault.IN_USE) from error
        return False
    finally:
        engine.dispose()
    return True


def _make_room(target: Connection, now: datetime, *, replace: bool) -> str | None:
    """Put the tables of a county that has something in it into a schema of their own."""
    alone = text(f"SELECT pg_try_advisory_xact_lock({PRESENCE})")
    if not target.execute(alone).scalar_one():
        raise BackupFault(Fault.IN_USE)
    present = set(inspect(target).get_table_names()) & {*metadata.tables, "alembic_version"}
    used = any(t.name in present and _has_rows(target, t) for t in (device, record, journal))
    if not used:
        return None
    if not replace:
        raise BackupFault(Fault.NOT_EMPTY)
    aside = f"before_{now:%Y%m%d_%H%M%S_%f}"
    target.execute(CreateSchema(aside))
    for name in sorted(present):
        quoted = target.dialect.identifier_preparer.quote(name)
        target.execute(text(f"ALTER TABLE {quoted} SET SCHEMA {aside}"))
    for name in target.execute(_FUNCTIONS).scalars().all():
        target.execute(text(f"ALTER FUNCTION {name} SET SCHEMA {aside}"))
    return aside


def _has_rows(target: Connection, kept: Table) -> bool:
    return target.execute(select(kept.c[0]).limit(1)).first() is not None
