"""Work off the GUI thread: one thread for the database, one for the network."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
_DATABASE, _NETWORK = "database", "network"
_REPORT_EVERY = 0.05
"""Seconds between two progress reports that reach the screen."""


class Cancelled(Exception):  # it is a wish of the person, not an error
    """The person cancelled the work; raised inside the work by ``Progress.report``."""


class Progress:
    """Given to long work: it reports how far it is, and learns there that it was cancelled."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._told_at = 0.0
        self.cancelled = False

    def report(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` is done. Raises Cancelled when the person cancelled."""
        if self.cancelled:
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._told_at >= _REPORT_EVERY:
            self._told_at = now
            self._tell(done, total)

    def cancel(self) -> None:
        """Stop the work at its next report; called on the GUI thread."""
        self.cancelled = True


class _Task(NamedTuple):  # made before the first paint, faster than a dataclass
    owner: QObject
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    progressed: Callable[[int, int], None] | None = None


class Background(QObject):
    """Runs work in order on its thread; the outcome lands on the GUI thread.

    An outcome whose owner has been destroyed is dropped. A failure without ``failed`` goes to
    ``unheard``, so that no error is silent; a cancellation without it is silent. The window says
    there what is no bug, such as a disk that is full; before there is one, all are bugs.
    """

    idle = Signal()
    _landed = Signal(int, object, object)
    _reported = Signal(int, object, object)
    """Counts may be bytes: more than a C int holds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unheard = _as_bug
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._last: dict[str, Future[None]] = {}
        """What each lane was given last: it does one after the other."""
        self._pending: dict[int, _Task] = {}
        self._shut = False
        self._numbers = itertools.count(1)
        self._landed.connect(self._land)
        self._reported.connect(self._move)

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the database thread, then ``done`` with its result."""
        self._start(_DATABASE, next(self._numbers), _Task(owner, work, done, failed))

    def run_network(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` on the network thread, then ``done`` with its result."""
        self._start(_NETWORK, next(self._numbers), _Task(owner, work, done, failed))

    def run_long(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
        *,
        network: bool = False,
    ) -> Progress:
        """Like ``run``, for work that reports its progress; ``cancel()`` the answer to stop it."""
        number = next(self._numbers)

        def tell(count: int, total: int) -> None:
            self._reported.emit(number, count, total)

        progress = Progress(tell)
        task = _Task(owner, lambda: work(progress), done, failed, progressed)
        self._start(_NETWORK if network else _DATABASE, number, task)
        return progress

    def wait_idle(self, timeout_ms: int = 5000) -> bool:
        """Let the GUI run until nothing is under way; False when it took longer."""
        deadline = QDeadlineTimer(timeout_ms)
        while self._pending and not deadline.hasExpired():  # one answer may ask the next question
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            QTimer.singleShot(deadline.remainingTime(), loop.quit)
            loop.exec()
        return not self._pending

    def shut_down(self, patience: float | None = None) -> bool:
        """Drop what has not begun, let what has begun finish; begin and land nothing more.

        False when a request on a line that hangs has not ended after ``patience`` seconds.
        """
        from concurrent.futures import wait

        self._shut = True
        self._pending.clear()  # what is in a lane and has not begun finds nothing to do
        for lane in self._lanes.values():
            lane.shutdown(wait=False)
        wait([task for name, task in self._last.items() if name == _DATABASE])
        return not wait(self._last.values(), patience).not_done

    def _lane(self, name: str) -> ThreadPoolExecutor:
        """Made when it is first needed: the first window is painted without threads."""
        if name not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor

            self._lanes[name] = ThreadPoolExecutor(1, name)
        return self._lanes[name]

    def _start(self, lane: str, number: int, task: _Task) -> None:
        if self._shut:  # a timer of a screen that outlives its window
            return
        self._pending[number] = task
        self._last[lane] = self._lane(lane).submit(self._work, number)

    def _work(self, number: int) -> None:
        result, error = self._outcome(number)
        self._landed.emit(number, result, error)

    def _outcome(self, number: int) -> tuple[Any, Exception | None]:
        """Only the number crosses the thread: a task must never die, with its widgets, here."""
        task = self._pending.get(number)
        if task is None:
            return None, None
        try:
            return task.work(), None
        except Exception as error:
            return None, error

    @Slot(int, object, object)
    def _land(self, number: int, result: object, error: Exception | None) -> None:
        task = self._pending.pop(number, None)
        try:
            if task is not None and isValid(task.owner):
                self._deliver(task, result, error)
        finally:
            if not self._pending:
                self.idle.emit()

    def _deliver(self, task: _Task, result: object, error: Exception | None) -> None:
        if error is None:
            if task.done is not None:
                task.done(result)
        elif task.failed is not None:
            task.failed(error)
        elif not isinstance(error, Cancelled):
            self.unheard(error)

    @Slot(int, object, object)
    def _move(self, number: int, done: int, total: int) -> None:
        task = self._pending.get(number)
        if task is not None and task.progressed is not None and isValid(task.owner):
            task.progressed(done, total)


def _as_bug(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
