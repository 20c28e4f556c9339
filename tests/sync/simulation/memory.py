"""A database in memory that can be copied, put back to an image, and die between two statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

Image = dict[str, list[tuple[Any, ...]]]
"""The rows of each table that has any. Those of the search's index are left out: without triggers,
which no run puts in place, nothing is written to it.
"""

COMMIT_COUNTS = 15
"""Statements."""


class Crash(BaseException):
    """The process was killed. Not an ``Exception``: no code may live to handle it."""


class _Mortal(sqlcipher.Cursor):
    """Each statement may be the one before which the process dies."""

    def execute(self, *given: Any) -> Any:
        self.connection.burn(1)
        return super().execute(*given)

    def executemany(self, *given: Any) -> Any:
        self.connection.burn(1)
        return super().executemany(*given)


class _Lasting(sqlcipher.Connection):
    """What is committed outlives the program that closes it, as on a disc."""

    left: int | None = None
    """Statements until the process dies; None: it lives on."""
    died = False

    def cursor(self) -> Any:
        return super().cursor(_Mortal)

    def burn(self, statements: int) -> None:
        if self.left is None:
            return
        self.left -= statements
        if self.left < 0:
            self.left, self.died = None, True
            raise Crash

    def commit(self) -> None:
        """A COMMIT counts for several: the moment before it is the worst to die."""
        self.burn(COMMIT_COUNTS)
        super().commit()

    def close(self) -> None:
        self.rollback()


class Memory:
    """One database. Its engine lives as long as the process, so that statements stay compiled.

    Its tables are those of another, or still to be made.
    """

    def __init__(self, like: "Memory | None" = None) -> None:
        self.raw = sqlcipher.connect(
            ":memory:",
            isolation_level=None,
            check_same_thread=False,
            cached_statements=1000,
            factory=_Lasting,
        )
        if like is not None:
            like.raw.backup(self.raw)
        self.raw.execute("PRAGMA foreign_keys = ON")
        self.engine = create_engine(
            "sqlite://", creator=lambda: self.raw, module=sqlcipher, poolclass=StaticPool
        )
        self._loads = 0

    def crash_after(self, statements: int | None) -> None:
        """Die before the statement that follows so many others, or the COMMIT; None: live on.

        Who asks may have been told something else than that the process died.
        """
        if self.raw.died:
            self.revive()
        self.raw.left = statements

    @contextmanager
    def spared(self) -> Iterator[None]:
        """What is to kill the process waits while the block runs."""
        left = self.raw.left
        self.crash_after(None)
        yield
        self.crash_after(left)

    def revive(self) -> None:
        """Start again after a death: what was not committed is gone."""
        self.raw.rollback()
        self.raw.died = False

    def image(self) -> Image:
        """A copy of what is committed."""
        found = {name: self.rows(f"SELECT * FROM {name}") for name in self._tables}  # noqa: S608
        return {name: rows for name, rows in found.items() if rows}

    def load(self, image: Image) -> None:
        """Be as the image. The tables stay, and with them every statement that was compiled."""
        writing = sqlcipher.Connection.cursor(self.raw)
        writing.execute("BEGIN")
        for name in reversed(self._tables):  # none stands before one that it refers to
            writing.execute(f"DELETE FROM {name}")  # noqa: S608 - our own table names
        for name, rows in image.items():
            places = ", ".join("?" * len(rows[0]))
            writing.executemany(f"INSERT INTO {name} VALUES ({places})", rows)  # noqa: S608
        writing.execute("COMMIT")
        self._loads += 1

    @cached_property
    def _tables(self) -> list[str]:
        listed = self.rows(
            "SELECT name FROM pragma_table_list WHERE schema = 'main'"
            " AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name"
        )
        return [name for (name,) in listed]

    @property
    def state(self) -> object:
        """Something that is the same only while nothing has been written."""
        return self._loads, self.raw.total_changes

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask without SQLAlchemy: for the checker and for choosing, which must be quick."""
        asking = sqlcipher.Connection.cursor(self.raw)
        found: list[tuple[Any, ...]] = asking.execute(question, values).fetchall()
        return found
