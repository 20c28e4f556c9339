"""Exchanges by itself: at the start, soon after a change, and again as the schedule says."""

import sys
import time
from collections.abc import Callable
from datetime import datetime
from random import Random

from PySide6.QtCore import QObject, QTimer, Signal

from gridapp.sync import schedule
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.ui.background import Background
from gridapp.ui.changes import Changes
from gridapp.ui.sync import line
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from gridapp.usecases.sync.sync import SyncStatus

_REPORT_EVERY = 0.1
"""Seconds between two reports of progress that reach the screen."""

SYNC = "sync"
"""Said through ``Changes`` after every exchange, whoever began it."""


class Automatic(QObject):
    """The one who exchanges, whoever asks for it; the next is planned when the last has ended.

    ``status(words, tone)`` is the chip of the window. ``began``; ``moved(Progress)`` while it
    runs; ``ended(SyncResult)``; ``failed(error)`` is a fault of this laptop, not of the line.
    ``paused_or_not`` when the person paused or went on.
    """

    status = Signal(str, object)
    began = Signal()
    moved = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    paused_or_not = Signal()

    def __init__(
        self, background: Background, changes: Changes, desk: Desk, random: Random | None = None
    ) -> None:
        super().__init__()
        self._background, self._changes, self._desk = background, changes, desk
        self._random = random or Random()
        self._failures = 0
        self._changed_meanwhile = False
        self.running = False
        self.paused = False
        self._stopping = self._giving_way = False
        self.planned: datetime = desk.now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.exchange)
        changes.changed.connect(self._on_changed)
        self.refresh()
        self._timer.start(0)

    def exchange(self) -> None:
        """Exchange now, unless an exchange is under way or the person has paused it."""
        if self.running or self.paused or self._stopping:
            return
        self.running, self._giving_way = True, False
        self.began.emit()
        desk, report, stop = self._desk, _now_and_then(self.moved.emit), self._is_stopping
        self._background.run_network(
            self, lambda: exchanged(desk, report, stop), self._ended, self._failed
        )

    def pause(self) -> None:
        """Nothing more is sent until ``go_on``; what is on its way stops at the next piece."""
        self.paused = True
        self._timer.stop()
        self.paused_or_not.emit()
        self.refresh()

    def go_on(self) -> None:
        """Go on where it stopped."""
        self.paused = False
        self.exchange()
        self.paused_or_not.emit()
        self.refresh()

    def give_way(self) -> None:
        """What is under way stops at its next piece and goes on another time: a stick is in."""
        self._giving_way = self.running

    def stop(self) -> None:
        """No exchange begins any more; one that runs ends at its next piece, nothing is lost."""
        if not self._stopping:
            self._stopping = True
            self._timer.stop()
            self._changes.changed.disconnect(self._on_changed)

    def refresh(self) -> None:
        """Say again how the line is."""
        desk = self._desk
        self._background.run(self, lambda: sync.status(desk), self._show)

    def _is_stopping(self) -> bool:
        """Asked on the network thread, between two pieces."""
        return self._stopping or self.paused or self._giving_way

    def _ended(self, result: SyncResult | None) -> None:
        self.running = False
        problem = None if result is None else result.problem
        self._failures = self._failures + 1 if problem else 0
        self._plan_after(result)
        self._changed_meanwhile = False
        if result is not None:
            self.ended.emit(result)
            self._changes.changed.emit(result.kinds | {SYNC})

    def _plan_after(self, result: SyncResult | None) -> None:
        now = self._desk.now()
        if result is not None and result.problem:
            wait = result.retry_after
            self._plan(schedule.after_failure(now, self._failures, wait, self._random))
            return
        self._plan(schedule.after_success(now, self._random))
        if self._changed_meanwhile or (result is not None and result.files_left):
            self._plan_soon()

    def _failed(self, error: Exception) -> None:
        self.running = False
        self._failures += 1
        self._plan(schedule.after_failure(self._desk.now(), self._failures, None, self._random))
        self.failed.emit(error)
        if getattr(error, "code", None) is None:
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        self.refresh()
        if SYNC in kinds:
            return
        if self.running:
            self._changed_meanwhile = True
        elif not self._failures:
            self._plan_soon()

    def _plan_soon(self) -> None:
        self._plan(schedule.after_change(self._desk.now(), self.planned))

    def _plan(self, moment: datetime) -> None:
        self.planned = moment
        wait = moment - self._desk.now()
        if not (self.paused or self._stopping):
            self._timer.start(max(0, int(wait.total_seconds() * 1000)))

    def _show(self, status: SyncStatus) -> None:
        self.status.emit(*line.shown(status, self._desk.now(), paused=self.paused))


def _now_and_then(tell: Callable[[Progress], None]) -> Callable[[Progress], None]:
    """On a quick line a piece may come every millisecond; nobody sees more than a few a second."""
    told_at = [0.0]

    def report(progress: Progress) -> None:
        now = time.monotonic()
        if progress.done >= progress.total or now - told_at[0] >= _REPORT_EVERY:
            told_at[0] = now
            tell(progress)

    return report


def exchanged(
    desk: Desk, on_progress: Callable[[Progress], None], stop: Callable[[], bool]
) -> SyncResult | None:
    """What an exchange did; None when no county has been joined."""
    return sync.synchronise(desk, on_progress, stop) if sync.status(desk).joined else None
