"""Opening the county's database: an encrypted SQLite file, or PostgreSQL."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from gridapp.contract.columns import bind_quickly
from gridapp.server.access.limits import PLACES
from gridapp.server.county.county import County
from gridapp.server.database.durable import sync

OLDEST_SQLITE = (3, 51, 3)
"""Earlier releases can corrupt a database when its write-ahead log is reset."""

DATABASE, KEY = "county.db", "county.key"
"""The files in the data folder; with PostgreSQL the key is that of the backups."""

PRESENCE = f"{0x67726964}, hashtext(current_schema())"
"""Key of PostgreSQL's advisory lock that every connection of a county shares."""

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32768",
    "PRAGMA wal_autocheckpoint = 4000",
)
"""No exclusive lock as on the laptop: ``gridapp-county enrol`` works beside a running server."""


class NotAKey(Exception):
    """The file of the key, which holds something else."""


def open_county(
    now: Callable[[], datetime],
    data_dir: Path,
    *,
    key_file: Path | None = None,
    database_url: str | None = None,
) -> County:
    """Open the county in ``data_dir``, made when it is missing, and bring its tables up to date.

    With ``database_url`` (``postgresql+psycopg://…``) the data lives there instead.
    """
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    return County(engine_of(data_dir, key_file, database_url), now, data_dir)


def engine_of(data_dir: Path, key_file: Path | None, database_url: str | None) -> Engine:
    """The county's database as it stands; nothing is brought up to date.

    A database without its key is never given a new one: raises FileNotFoundError.
    """
    if database_url is not None:
        engine = create_engine(
            database_url,
            pool_size=PLACES,
            max_overflow=PLACES // 2,  # enrolments and jobs, which need no place
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"client_encoding": "utf8"},  # a server without locale says SQL_ASCII
        )
        event.listen(engine, "connect", _be_present)
        return engine
    path, key = data_dir / DATABASE, key_file or data_dir / KEY
    if not path.exists():
        make_database(path, make_key(key))
    return sqlite_engine(path, read_key(key))


def _be_present(connection: Any, _: object) -> None:
    """Hold PostgreSQL's lock of those at work, which a restore must have for itself."""
    connection.execute(f"SELECT pg_advisory_lock_shared({PRESENCE})")
    connection.commit()


def sqlite_engine(path: Path, key: bytes) -> Engine:
    """An encrypted SQLite file: the county's own, or a backup."""
    import sqlcipher3.dbapi2 as sqlcipher

    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlcipher.sqlite_version} is too old")
    bind_quickly(sqlcipher)
    return create_engine(
        "sqlite://",
        creator=lambda: _connect(path, key),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=8,
        hide_parameters=True,
    )


def _connect(path: Path, key: bytes) -> Any:
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=20.0
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma).fetchall()
    except sqlcipher.Error:  # a wrong key or a damaged file
        connection.close()
        raise
    return connection


def make_database(path: Path, key: bytes) -> None:
    """An empty database, which gets its name whole and once.

    SQLite does not wait for another process that gives the same new file its write-ahead log.
    """
    with _fresh(path) as fresh:
        _connect(fresh, key).close()
    sync(path.parent)


def make_key(path: Path) -> bytes:
    """The raw 32-byte key, made when there is none; nobody but the owner may read the file.

    Two processes that start together agree on one: the file gets its name whole, and once.
    """
    if not path.exists():
        with _fresh(path) as fresh:
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_hex(32), encoding="ascii")
    return read_key(path)


@contextmanager
def _fresh(path: Path) -> Iterator[Path]:
    """Another name under which to make a file; then it gets its own, if that is still free."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        yield fresh
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
    finally:
        fresh.unlink(missing_ok=True)


def read_key(path: Path) -> bytes:
    """The raw 32-byte key of a database that exists. Raises NotAKey."""
    with suppress(ValueError):
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
        if len(key) == 32:
            return key
    raise NotAKey(path)
