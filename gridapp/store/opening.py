"""Opening a person's encrypted database, or saying by code why it cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import NoResultFound
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from gridapp.contract.columns import bind_quickly
from gridapp.store import migrations
from gridapp.store.search import search_index

bind_quickly(sqlcipher)

OLDEST_SQLITE = (3, 51, 3)
"""Earlier releases can corrupt a database when its write-ahead log is reset."""

PRAGMAS = (
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32768",
)
"""The cache of 32 MB holds what a day's exchange, or Today of a county's year, touches: a page is
decrypted once.
"""


FILES = "files"
"""In ``Session.info``: the folder of whole files beside the database."""


class StoreFault(StrEnum):
    """Why the database cannot be opened, asked or written."""

    SQLITE_TOO_OLD = "store.sqlite_too_old"
    NEWER = "store.newer_program"
    LOCKED = "store.locked"
    UNREADABLE = "store.unreadable"
    DISK_FULL = "store.disk_full"
    READ_ONLY = "store.read_only"
    GONE = "store.gone"
    """A record left this laptop, or was erased, while somebody worked on it."""


class StoreError(Exception):
    """The database cannot be used; ``code`` says why."""

    def __init__(self, code: StoreFault) -> None:
        super().__init__(code.value)
        self.code = code


class Store:
    """An open database. One connection, one user at a time: the lock keeps threads apart."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self._engine = engine
        self._lock = RLock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One transaction: committed at the end of the block, rolled back on an exception.

        Raises StoreError when the disk is full, read-only or the file is in use, and when what is
        asked for by its id is not here: an exchange may have taken it just then.
        """
        try:
            with self._lock, self._engine.connect() as connection, self._on(connection) as session:
                yield session
                session.flush()
                search_index.follow(session)
                if session.in_transaction():  # which is its own where it was first to ask
                    session.commit()
                connection.commit()
        except sqlcipher.OperationalError as error:
            raise _known(error) from error
        except NoResultFound as error:
            raise StoreError(StoreFault.GONE) from error
        except Exception as error:
            cause = getattr(error, "orig", None)
            if isinstance(cause, sqlcipher.OperationalError):
                raise _known(cause) from error
            raise

    def _on(self, connection: Connection) -> Session:
        """A session within the connection's transaction, which begins with the first question."""
        info = {FILES: self.path.with_suffix(".files")}
        return Session(connection, expire_on_commit=False, info=info)

    def scrub(self) -> None:
        """Leave nothing of what was erased: not in a free page, nor in the write-ahead log."""
        with self._lock, self._engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            try:
                search_index.optimize(raw)
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except sqlcipher.OperationalError as error:
                raise _known(error) from error

    def close(self) -> None:
        """Close the file; the last write is folded into it."""
        with self._lock:
            self._engine.dispose()


def open_store(path: Path, key: bytes) -> Store:
    """Open, or create, the database at ``path`` with its raw 32-byte key and bring it up to date.

    Raises StoreError: too old an SQLite, a newer program's database, in use elsewhere, unreadable.
    """
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(StoreFault.SQLITE_TOO_OLD)
    engine = _engine(path, key)
    try:
        with engine.connect() as connection:
            migrations.upgrade(connection)
            search_index.prepare(connection)
    except migrations.NewerDatabaseError as error:
        engine.dispose()
        raise StoreError(StoreFault.NEWER) from error
    except sqlcipher.DatabaseError as error:
        engine.dispose()
        raise _known(error) from error
    except Exception as error:
        engine.dispose()
        cause = getattr(error, "orig", None)
        if isinstance(cause, sqlcipher.DatabaseError):
            raise _known(cause) from error
        raise
    return Store(engine, path)


def _engine(path: Path, key: bytes) -> Engine:
    def connect() -> Any:
        connection = sqlcipher.connect(
            str(path), isolation_level=None, check_same_thread=False, timeout=1.0
        )
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in PRAGMAS:
            connection.execute(pragma).fetchall()
        search_index.teach(connection)
        return connection

    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=sqlcipher,
        poolclass=StaticPool,
        json_serializer=_json,
        json_deserializer=msgspec.json.decode,
    )

    begin_at_once(engine)
    return engine


def begin_at_once(engine: Engine) -> None:
    """Let each transaction take the right to write at its begin: it never has to wait for it."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE")


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def quick_check(store: Store) -> bool:
    """Whether the file is sound, as SQLite sees it."""
    with store.session() as session:
        return session.connection().execute(text("PRAGMA quick_check")).scalar() == "ok"


def _known(error: Exception) -> StoreError:
    """The known fault behind an SQLite error."""
    words = str(error).lower()
    if "locked" in words or "busy" in words:
        return StoreError(StoreFault.LOCKED)
    if "full" in words:
        return StoreError(StoreFault.DISK_FULL)
    if "readonly" in words or "unable to open" in words:
        return StoreError(StoreFault.READ_ONLY)
    return StoreError(StoreFault.UNREADABLE)
