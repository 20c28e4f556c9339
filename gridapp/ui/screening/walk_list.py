"""The list of households in walking order: a row may be dragged to another place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from gridapp.ui import words
from gridapp.ui.screening.walking import Row
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.table import Column, DataTable

ADDRESS = 2
"""Number of the column that a narrow list leaves out."""


class WalkList(DataTable[Row]):
    """``moved(from, to)``: row numbers from 0, by Ctrl+Up, Ctrl+Down or the mouse.

    ``quiet``: Space was pressed.
    """

    moved = Signal(int, int)
    quiet = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, self._columns(), identity=lambda row: row.id, row_height=42)
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._pressed: tuple[int, int] | None = None
        self._target: int | None = None

    def _columns(self) -> Sequence[Column[Row]]:
        return (
            Column("", lambda row: f"{row.place:02d}", 44, ink=_muted),
            Column("", lambda row: row.head, 84),
            Column("", lambda row: row.short, 90, stretch=1, ink=_muted),
            Column("", self._mark, 100, right=True, tone=_tone, ink=_muted),
        )

    def _mark(self, row: Row) -> str:
        if row.outcome is not None:
            return words.outcome(row.outcome) + (" …" if row.pending else "")
        if row.days_since is None:
            return self.tr("never visited")
        return self.tr("{days} days ago").format(days=row.days_since)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.quiet.emit()
        elif control and event.key() == Qt.Key.Key_Up:
            self._move(row, row - 1)
        elif control and event.key() == Qt.Key.Key_Down:
            self._move(row, row + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        row = self.rowAt(int(event.position().y()))
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._pressed = (row, int(event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Not passed on: dragging moves a household, it does not choose others."""
        if self._pressed is None:
            return
        y = int(event.position().y())
        if self._target is None and abs(y - self._pressed[1]) < QApplication.startDragDistance():
            return
        row = self.rowAt(y)
        self._target = row if row >= 0 else len(self.rows) - 1
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, target = self._pressed, self._target
        self._pressed = self._target = None
        self.unsetCursor()
        self.viewport().update()
        if pressed is not None and target is not None:
            self._move(pressed[0], target)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pressed is None or self._target is None or self._target == self._pressed[0]:
            return
        down = self._target > self._pressed[0]
        y = self.rowViewportPosition(self._target) + (self.rowHeight(self._target) if down else 0)
        painter = QPainter(self.viewport())
        painter.fillRect(0, y - 1, self.viewport().width(), 3, QColor(current().colors.accent))
        painter.end()

    def _move(self, row: int, target: int) -> None:
        if row != target and 0 <= row < len(self.rows) and 0 <= target < len(self.rows):
            self.moved.emit(row, target)


def _muted(_row: Row) -> Tone:
    return Tone.NEUTRAL


def _tone(row: Row) -> Tone | None:
    if row.outcome is None:
        return None
    return Tone.NEUTRAL if row.pending else words.outcome_tone(row.outcome)
