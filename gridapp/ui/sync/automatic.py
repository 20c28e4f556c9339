"""Exchanges by itself: at the start, soon after a change, and again as the schedule says."""

import sys
from collections.abc import Callable
from datetime import datetime
from random import Random

from PySide6.QtCore import QObject, QTimer

from gridapp.sync import schedule
from gridapp.sync.engine import SyncResult
from gridapp.ui.services import Services
from gridapp.ui.sync import line
from gridapp.ui.tokens import Tone
from gridapp.usecases import sync
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import SyncStatus

SYNC = "sync"
"""Said through ``Changes`` after every exchange, whoever began it."""


class Automatic(QObject):
    """One exchange at a time: the next is planned when the last has ended.

    ``show_status(words, tone)`` is the chip of the window. The page's button exchanges on the
    same network thread, so that the two can only follow each other.
    """

    def __init__(
        self,
        services: Services,
        show_status: Callable[[str, Tone], None],
        random: Random | None = None,
    ) -> None:
        super().__init__()
        self._services, self._show_status = services, show_status
        self._random = random or Random()
        self._failures = 0
        self._changed_meanwhile = False
        self.running = False
        self.planned: datetime = services.desk.now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.exchange)
        services.changes.changed.connect(self._on_changed)
        self._refresh()
        self._timer.start(0)

    def exchange(self) -> None:
        """Exchange now, unless an exchange is under way."""
        if self.running:
            return
        self.running = True
        desk = self._services.desk
        self._services.background.run_network(
            self, lambda: exchanged(desk), self._ended, self._failed
        )

    def stop(self) -> None:
        """No exchange begins any more."""
        self._timer.stop()
        self._services.changes.changed.disconnect(self._on_changed)

    def _ended(self, result: SyncResult | None) -> None:
        problem = None if result is None else result.problem
        self._failures = self._failures + 1 if problem else 0
        if result is not None:
            self._services.changes.changed.emit(result.kinds | {SYNC})
        self.running = False
        now = self._services.desk.now()
        if result is not None and problem:
            wait = result.retry_after
            self._plan(schedule.after_failure(now, self._failures, wait, self._random))
        else:
            self._plan(schedule.after_success(now, self._random))
            if self._changed_meanwhile:
                self._plan_soon()
        self._changed_meanwhile = False

    def _failed(self, error: Exception) -> None:
        """A fault of this laptop (its disk, our bug), not of the line."""
        self.running = False
        self._failures += 1
        now = self._services.desk.now()
        self._plan(schedule.after_failure(now, self._failures, None, self._random))
        if getattr(error, "code", None) is None:
            sys.excepthook(type(error), error, error.__traceback__)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        self._refresh()
        if SYNC in kinds:
            return
        if self.running:
            self._changed_meanwhile = True
        elif not self._failures:
            self._plan_soon()

    def _plan_soon(self) -> None:
        self._plan(schedule.after_change(self._services.desk.now(), self.planned))

    def _plan(self, moment: datetime) -> None:
        self.planned = moment
        wait = moment - self._services.desk.now()
        self._timer.start(max(0, int(wait.total_seconds() * 1000)))

    def _refresh(self) -> None:
        desk = self._services.desk
        self._services.background.run(self, lambda: sync.status(desk), self._show)

    def _show(self, status: SyncStatus) -> None:
        self._show_status(*line.shown(status, self._services.desk.now()))


def exchanged(desk: Desk) -> SyncResult | None:
    """What an exchange did; None when no county has been joined."""
    return sync.synchronise(desk) if sync.status(desk).joined else None
