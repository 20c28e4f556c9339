"""The one connection that writes to SQLite: whoever waits for it shares a transaction.

SQLite lets in one writer at a time and then waits for the disk. Here the waiting is in the order of
coming, what it has read stays in memory, and one wait for the disk serves all who have come.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from threading import Lock
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

Result = TypeVar("Result")
Work = Callable[[Connection], Result]


class _Job(Generic[Result]):
    """Work that waits; ``done`` has its result or its fault once that is committed."""

    def __init__(self, work: Work[Result]) -> None:
        self.done: Future[Result] = Future()
        self.done.set_running_or_notify_cancel()  # who has gone meanwhile spoils nothing for others
        self._work = work
        self._result: list[Result] = []
        self._fault: BaseException | None = None

    def attempt(self, connection: Connection) -> None:
        """Do the work; if it fails, nothing of it stays in the transaction."""
        connection.exec_driver_sql("SAVEPOINT job")
        try:
            self._result = [self._work(connection)]
        except Exception as fault:
            self._fault = fault
            connection.exec_driver_sql("ROLLBACK TO job")
        connection.exec_driver_sql("RELEASE job")

    def tell(self, fault: BaseException | None) -> None:
        """The transaction is over; ``fault``: nothing of it was committed."""
        fault = self._fault or fault
        if fault is not None:
            self.done.set_exception(fault)
        else:
            self.done.set_result(self._result[0])


class Writer:
    """Lets in one after another; ``transaction`` is one on the connection that writes."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._transaction = transaction
        self._turn = Lock()
        self._waiting: list[_Job[Any]] = []
        self._door = Lock()
        self._thread = ThreadPoolExecutor(1, "writer")

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A transaction of one's own."""
        with self._turn, self._transaction() as connection:
            yield connection

    def together(self, work: Work[Result]) -> Result:
        """Do this work in a transaction, with all that waits; it is over when it is committed."""
        done = self._enter(work)
        self._carry_out_waiting()
        return done.result()

    def submit(self, work: Work[Result]) -> "Future[Result]":
        """The same on the writer's own thread: threads that wait for it only slow it down."""
        done = self._enter(work)
        self._thread.submit(self._carry_out_waiting)
        return done

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown()

    def _enter(self, work: Work[Result]) -> "Future[Result]":
        job = _Job(work)
        with self._door:
            self._waiting.append(job)
        return job.done

    def _carry_out_waiting(self) -> None:
        with self._turn:
            with self._door:
                jobs, self._waiting = self._waiting, []
            if jobs:
                self._carry_out(jobs)

    def _carry_out(self, jobs: list[_Job[Any]]) -> None:
        lost: BaseException | None = None
        try:
            with self._transaction() as connection:
                for job in jobs:
                    job.attempt(connection)
        except BaseException as fault:  # nothing was committed: it is the fault of each
            lost = fault
        for job in jobs:
            job.tell(lost)
