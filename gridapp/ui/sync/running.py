"""An exchange in sight: a bar in records and bytes, how long it still takes, pause and go on."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from gridapp.sync.progress import Progress
from gridapp.ui.sync.automatic import Automatic
from gridapp.ui.sync.pace import Pace
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.words import button


class RunningPanel(Card):
    """Hidden unless it is paused, or an exchange runs that has something to show.

    A look every ten minutes whether there is news flashes nothing.
    """

    def __init__(self, automatic: Automatic, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._automatic, self._clock = automatic, clock
        self._pace = Pace()
        self._to_show = False
        self._title = self.tr("Exchanging with the county")
        self.line = ProgressLine(self._title)
        self.pause = button(self.tr("Pause"), automatic.pause)
        self.go_on = button(self.tr("Go on"), automatic.go_on)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.line, 1)
        for made in (self.pause, self.go_on):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.add(row)
        automatic.began.connect(self._begin)
        automatic.moved.connect(self.show_progress)
        for ending in (automatic.ended, automatic.failed, automatic.paused_or_not):
            ending.connect(self._show_state)
        self._begin()

    def expect(self) -> None:
        """The person asked for an exchange: show it from the start."""
        self._to_show = True
        self._show_state()

    def show_progress(self, now: Progress) -> None:
        """How far it is; a bar by bytes where their number is known, else by records."""
        known = now.bytes_to_send + now.bytes_to_receive
        moved = now.bytes_sent + (now.bytes_received if now.bytes_to_receive else 0)
        self._pace.add(self._clock(), moved)
        text = self.tr("{done} / {total} records").format(
            done=f"{now.done:,}", total=f"{now.total:,}"
        )
        parts = [text, self._bytes(now)]
        left = self._pace.seconds_left(known)
        if left:
            parts.append(self._time(left))
        done, total = (moved, known) if known else (now.done, now.total)
        self.line.show_count(done, total, self._words(), " · ".join(p for p in parts if p))
        self.expect()

    def _begin(self) -> None:
        self._pace, self._to_show = Pace(), False
        self.line.show_count(0, 0, self._words())
        self._show_state()

    def _show_state(self) -> None:
        paused = self._automatic.paused
        had_focus = self.pause.hasFocus() or self.go_on.hasFocus()
        self.setVisible(paused or (self._automatic.running and self._to_show))
        self.line.text.setText(self._words())
        self.pause.setVisible(not paused)
        self.go_on.setVisible(paused)
        if had_focus:
            (self.go_on if paused else self.pause).setFocus()

    def _words(self) -> str:
        if not self._automatic.paused:
            return self._title
        return self.tr("Paused; nothing is lost")

    def _bytes(self, now: Progress) -> str:
        parts = []
        if now.bytes_to_send:
            text = self.tr("{done} / {total} KB sent")
            total = _kilobytes(max(now.bytes_to_send, now.bytes_sent))
            parts.append(text.format(done=_kilobytes(now.bytes_sent), total=total))
        if now.bytes_to_receive:
            text = self.tr("{done} / {total} KB received")
            total = _kilobytes(max(now.bytes_to_receive, now.bytes_received))
            parts.append(text.format(done=_kilobytes(now.bytes_received), total=total))
        elif now.bytes_received:
            text = self.tr("{count} KB received")
            parts.append(text.format(count=_kilobytes(now.bytes_received)))
        return " · ".join(parts)

    def _time(self, seconds: int) -> str:
        if seconds < 60:
            return self.tr("about {count} s left").format(count=seconds)
        return self.tr("about {count} min left").format(count=round(seconds / 60))


def _kilobytes(count: int) -> str:
    return f"{-(-count // 1024):,}"
