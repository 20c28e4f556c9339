"""The open county: its database with one way to read and one way to write, and its clock."""

from asyncio import wrap_future
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from gridapp.contract.problems import Problem
from gridapp.server import migrations
from gridapp.server.access import keys, tokens
from gridapp.server.access.contacts import Contacts
from gridapp.server.access.limits import PLACES
from gridapp.server.database import wall
from gridapp.server.database.writer import Writer
from gridapp.server.exchange import feeds
from gridapp.server.exchange.news import News
from gridapp.server.problems import Refusal

HANDS = 2
"""Threads that write to PostgreSQL: one judges while the other waits for the database. More of them
take longer for the same work.
"""

Result = TypeVar("Result")


class County:
    """A county server's state. Everything else is in the database, brought up to date first.

    ``folder`` is for what a serving county keeps in files.
    """

    def __init__(
        self, engine: Engine, now: Callable[[], datetime], folder: Path | None = None
    ) -> None:
        self.now = now
        self.folder = folder
        self.contacts = Contacts()
        self.news = News()
        self.sign_keys: dict[UUID, str] = {}
        """Keys of the devices known so far; a device keeps its key for life."""
        self.places = PLACES
        """Exchanges worked on at once."""
        self._engine = engine
        self._writer: Writer | None = None
        self._hands = ThreadPoolExecutor(HANDS, "hand")
        if engine.dialect.name == "postgresql":
            self._reader = engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        else:
            self._reader = engine.execution_options(begin="BEGIN")
            event.listen(engine, "begin", _begin)
            self._writer = Writer(self._transaction)
            self.places = 2 * PLACES  # while some are written, the next gather
            self._writing = engine.connect()
        with self.writing() as connection:
            migrations.upgrade(connection)
            self.token_key = tokens.signing_key(connection)
            self.keys = keys.own(connection)
            self.is_walled = wall.build(connection)

    @contextmanager
    def reading(self, device: UUID | None = None) -> Iterator[Connection]:
        """One transaction that sees one moment of the database; of it what the device may see."""
        with _known_faults(), self._reader.begin() as connection:
            if device is not None and self.is_walled:
                wall.enter(connection, device)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that is kept whole at the end of the block, or not at all."""
        once = self._writer.alone if self._writer else self._transaction
        with _known_faults(), once() as connection:
            yield connection

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do this in a transaction; the result comes after its COMMIT.

        On SQLite the transaction may be that of others too; if the work fails, only it is undone.
        """
        with _known_faults():
            if self._writer is not None:
                return self._writer.together(work)
            with self._transaction() as connection:
                return work(connection)

    async def written(self, work: Callable[[Connection], Result]) -> Result:
        """The same for who need not wait in a thread."""
        with _known_faults():
            if self._writer is not None:
                return await wrap_future(self._writer.submit(work))
            return await wrap_future(self._hands.submit(self.write, work))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._begun() as connection:
            moved = feeds.moved_in(connection)
            moved.clear()
            yield connection
        self.news.moved(moved)

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        if self._writer is None:
            with self._engine.begin() as connection:
                yield connection
        else:
            try:
                with self._writing.begin():
                    yield self._writing
            except BaseException:
                self._writing.close()  # it may still be in a transaction that did not commit
                self._writing = self._engine.connect()
                raise

    def close(self) -> None:
        """Close every connection."""
        self._hands.shutdown()
        if self._writer is not None:
            self._writer.close()
            self._writing.close()
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    connection.exec_driver_sql(options.get("begin", "BEGIN IMMEDIATE"))


@contextmanager
def _known_faults() -> Iterator[None]:
    """Turn a full disk and a crowded or absent database into their problem codes."""
    try:
        yield
    except OperationalError as error:
        words = str(error.orig).lower()
        if "full" in words or "no space" in words:
            raise Refusal(Problem.DISK_FULL) from error
        if any(word in words for word in ("locked", "busy", "deadlock", "timeout")):
            raise Refusal(Problem.BUSY, retry_after=2) from error
        if _is_away(error):
            raise Refusal(Problem.BUSY, retry_after=5) from error
        raise


def _is_away(error: OperationalError) -> bool:
    """Whether PostgreSQL is stopping, starting or cannot be reached (SQLSTATE 57P, 08 or none)."""
    state = getattr(error.orig, "sqlstate", "")
    return state is None or state.startswith(("57P", "08"))
