"""The one connection that writes to SQLite: whoever waits for it shares a transaction.

SQLite lets in one writer at a time and then waits for the disk. Here the waiting is in the order of
coming, what it has read stays in memory, and one wait for the disk serves all who have come.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import Generic, TypeVar

from sqlalchemy import Connection

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class _Job(Generic[Result]):
    """Work that waits, then its result or its fault."""

    def __init__(self, work: Work[Result]) -> None:
        self._work = work
        self._result: list[Result] = []
        self.fault: BaseException | None = None
        self.is_over = False

    def attempt(self, connection: Connection) -> None:
        """Do the work; if it fails, nothing of it stays in the transaction."""
        connection.exec_driver_sql("SAVEPOINT job")
        try:
            self._result = [self._work(connection)]
        except Exception as fault:
            self.fault = fault
            connection.exec_driver_sql("ROLLBACK TO job")
        connection.exec_driver_sql("RELEASE job")

    def answer(self) -> Result:
        """The result, or the fault raised."""
        if self.fault is not None:
            raise self.fault
        return self._result[0]


class Writer:
    """Lets in one after another; ``transaction`` is one on the connection that writes."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction
        self._turn = Lock()
        self._waiting: list[_Job[object]] = []
        self._door = Lock()

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A transaction of one's own."""
        with self._turn, self._transaction() as connection:
            yield connection

    def together(self, work: Work[Result]) -> Result:
        """Do this work in a transaction, with all that waits; it is over when it is committed."""
        job = _Job(work)
        with self._door:
            self._waiting.append(job)  # type: ignore[arg-type]
        with self._turn:
            if not job.is_over:
                with self._door:
                    jobs, self._waiting = self._waiting, []
                self._carry_out(jobs)
        return job.answer()

    def _carry_out(self, jobs: list[_Job[object]]) -> None:
        try:
            with self._transaction() as connection:
                for job in jobs:
                    job.attempt(connection)
        except BaseException as fault:  # nothing was committed: it is the fault of each
            for job in jobs:
                job.fault = job.fault or fault
        for job in jobs:
            job.is_over = True
