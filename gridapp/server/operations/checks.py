"""What ``doctor`` looks at: whether the county's database is sound and agrees with itself.

Nothing is changed or brought up to date, and the server may go on meanwhile.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, func, select, text

from gridapp.domain.disputes.sealing import EVERYBODY
from gridapp.server import audit, migrations
from gridapp.server.county.opening import OLDEST_SQLITE
from gridapp.server.database import settings, wall
from gridapp.server.database.tables import device, feed_head, quarantine, record
from gridapp.server.operations import agreement

OLDEST_POSTGRESQL = 140000
BACKUP_AGE = timedelta(hours=26)
"""A nightly backup and two hours for it."""

CLOCK = timedelta(minutes=10)


class Check(StrEnum):
    """What is looked at, in the order of telling."""

    VERSION = "database.version"
    INTEGRITY = "database.integrity"
    CHECKSUMS = "database.checksums"
    TABLES = "database.tables"
    BACKUP = "backup.age"
    CLOCK = "clock"
    FEEDS = "feeds"
    JOURNAL = "journal"
    DEVICES = "devices"
    AUDIT = "audit"
    SET_ASIDE = "set_aside"
    SEALED = "sealed"
    WALL = "wall"


@dataclass(frozen=True)
class Finding:
    """``detail`` is what was found: a version, an age, how many are wrong."""

    check: Check
    ok: bool
    detail: str = ""


class _Aside(msgspec.Struct):
    """Of a change that was set aside, what may be told."""

    kind: str


def findings(connection: Connection, now: datetime) -> list[Finding]:
    """Everything, good and bad, as far as can be looked: not into damaged or other tables."""
    integrity = _integrity(connection)
    found = [_version(connection), integrity]
    if not integrity.ok:
        return found
    tables = _tables(connection)
    found.append(tables)
    if not tables.ok:
        return found
    found += [_backup(connection, now), _clock(connection, now)]
    for check, count in _CONSISTENCY.items():
        wrong = count(connection)
        found.append(Finding(check, not wrong, str(wrong or "")))
    found += [_set_aside(connection), _sealed(connection)]
    if connection.dialect.name == "postgresql":
        found += [_checksums(connection), Finding(Check.WALL, wall.stands(connection))]
    return found


@contextmanager
def moment(engine: Engine) -> Iterator[Connection]:
    """One moment of the database as it stands, not brought up to date."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")
            connection.exec_driver_sql("BEGIN")
        yield connection


def _version(connection: Connection) -> Finding:
    if connection.dialect.name == "postgresql":
        number = int(connection.execute(text("SHOW server_version_num")).scalar_one())
        said = f"PostgreSQL {number // 10000}.{number % 10000}"
        return Finding(Check.VERSION, number >= OLDEST_POSTGRESQL, said)
    said = str(connection.execute(text("SELECT sqlite_version()")).scalar_one())
    new_enough = tuple(int(part) for part in said.split(".")) >= OLDEST_SQLITE
    return Finding(Check.VERSION, new_enough, f"SQLite {said}")


def _tables(connection: Connection) -> Finding:
    at, head = MigrationContext.configure(connection).get_current_revision(), migrations.head()
    return Finding(Check.TABLES, at == head, f"{at or '0'} / {head}")


def _integrity(connection: Connection) -> Finding:
    """PostgreSQL checks its pages itself as it reads them, and counts those that were wrong."""
    if connection.dialect.name == "postgresql":
        counted = "SELECT coalesce(sum(checksum_failures), 0) FROM pg_stat_database"
        wrong = int(connection.execute(text(counted)).scalar_one())
        return Finding(Check.INTEGRITY, not wrong, str(wrong))
    damage = connection.execute(text("PRAGMA cipher_integrity_check")).all()
    if damage:  # nobody can read on
        return Finding(Check.INTEGRITY, ok=False, detail=str(len(damage)))
    whole = connection.execute(text("PRAGMA integrity_check")).scalar()
    return Finding(Check.INTEGRITY, whole == "ok")


def _checksums(connection: Connection) -> Finding:
    """Before release 18 a PostgreSQL has none unless it was asked to."""
    said = str(connection.execute(text("SHOW data_checksums")).scalar_one())
    return Finding(Check.CHECKSUMS, said == "on", said)


def _backup(connection: Connection, now: datetime) -> Finding:
    last = settings.get(connection, settings.LAST_BACKUP)
    if last is None:
        return Finding(Check.BACKUP, ok=False)
    age = now - datetime.fromisoformat(last)
    return Finding(Check.BACKUP, -CLOCK <= age <= BACKUP_AGE, f"{age.total_seconds() / 3600:.1f} h")


def _clock(connection: Connection, now: datetime) -> Finding:
    """The clock is behind when the county has already written something later."""
    last = connection.execute(select(func.max(feed_head.c.at))).scalar()
    return Finding(Check.CLOCK, last is None or last <= now + CLOCK, f"{now:%Y-%m-%d %H:%M} UTC")


def _set_aside(connection: Connection) -> Finding:
    """Changes that the county could not judge: how many of which kind, and from which device."""
    rows = connection.execute(
        select(quarantine.c.change, device.c.person, device.c.number).join(
            device, device.c.id == quarantine.c.device_id
        )
    )
    read = msgspec.msgpack.Decoder(_Aside).decode
    found = Counter((read(change).kind, *whose) for change, *whose in rows)
    said = [f"{kind} {name} #{number}: {count}" for (kind, name, number), count in found.items()]
    return Finding(Check.SET_ASIDE, not found, ", ".join(sorted(said)))


def _sealed(connection: Connection) -> Finding:
    """How many cases are sealed; whether all that belongs to a case is for its readers alone."""
    case, part = record.alias(), record.alias()
    sealed = select(func.count()).where(
        record.c.kind == "dispute", record.c.readers != EVERYBODY, record.c.deleted.is_(False)
    )
    open_parts = (
        select(func.count())
        .select_from(case.join(part, part.c.case_id == case.c.id))
        .where(case.c.kind == "dispute", part.c.readers != case.c.readers)
        .where(part.c.erased.is_(False), case.c.erased.is_(False))
    )
    wrong = connection.execute(open_parts).scalar_one()
    total = connection.execute(sealed).scalar_one()
    return Finding(Check.SEALED, not wrong, f"{total} / {wrong}" if wrong else str(total))


def _audit(connection: Connection) -> int:
    return audit.first_break(connection) or 0


_CONSISTENCY: dict[Check, Callable[[Connection], int]] = {
    Check.FEEDS: agreement.feeds,
    Check.JOURNAL: agreement.changes,
    Check.DEVICES: agreement.devices,
    Check.AUDIT: _audit,
}
