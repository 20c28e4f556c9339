"""One of the two lists of a regrouping: households that can be dragged, cut and pasted."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from gridapp.store.households.households import HouseholdLine
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

MIME = "application/x-gridapp-households"


@dataclass(frozen=True)
class Row:
    """A household in a list; ``has_come``: it is to come here, from elsewhere."""

    line: HouseholdLine
    place: int
    has_come: bool
    is_cut: bool


class HouseList(DataTable[Row]):
    """``cut``: Ctrl+X on the selected ones. ``wanted``: Ctrl+V, or households dropped here.

    ``sent``: the selected ones are to go over to the other list, by Ctrl+Left or Ctrl+Right.
    """

    cut = Signal()
    wanted = Signal()
    sent = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, self._columns(), identity=lambda row: row.line.id, multi=True)
        self.setAcceptDrops(True)
        self._pressed: QMouseEvent | None = None

    def selected_ids(self) -> list[UUID]:
        """The selected households, as they are walked."""
        return [row.line.id for row in self.selected()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.wanted.emit()
        elif control and event.key() in keys:
            self.sent.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On one of several selected rows nothing is selected anew: all of them may be dragged."""
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        self._pressed = QMouseEvent(event) if left else None
        if not (left and plain and self.selectionModel().isSelected(index)):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        way = event.position() - self._pressed.position()
        if way.manhattanLength() >= QApplication.startDragDistance() and self.selected():
            self._pressed = None
            self.carried().exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            super().mousePressEvent(self._pressed)
        self._pressed = None
        super().mouseReleaseEvent(event)

    def carried(self) -> QDrag:
        """The selected households on their way to another list."""
        data = QMimeData()
        data.setData(MIME, b"")
        drag = QDrag(self)
        drag.setMimeData(data)
        return drag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take_or_leave(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take_or_leave(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_or_leave(event):
            self.wanted.emit()

    def _take_or_leave(self, event: QDropEvent) -> bool:
        takes = event.mimeData().hasFormat(MIME) and event.source() is not self
        if takes:
            event.acceptProposedAction()
        else:
            event.ignore()
        return takes

    def _columns(self) -> tuple[Column[Row], ...]:
        return (
            Column[Row]("", self._mark, 66, ink=_ink, tone=_tone),
            Column[Row](self.tr("Head"), lambda row: row.line.head, 64, stretch=1, ink=_ink),
            Column[Row](self.tr("Address"), lambda r: r.line.address, 90, stretch=2, ink=_ink),
            Column[Row](self.tr("Group"), lambda row: row.line.group_name, 62, ink=_ink),
            Column[Row](
                self.tr("People"), lambda row: str(row.line.members), 44, right=True, ink=_ink
            ),
        )

    def _mark(self, row: Row) -> str:
        if row.is_cut:
            return self.tr("cut")
        return self.tr("comes here") if row.has_come else str(row.place)


def _tone(row: Row) -> Tone | None:
    return Tone.ACCENT if row.is_cut or row.has_come else None


def _ink(row: Row) -> Tone | None:
    return Tone.NEUTRAL if row.is_cut else None


class Side(QWidget):
    """One list with the choice of its grid."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.unit, self.houses = QComboBox(), HouseList(name)
        self.unit.setAccessibleName(self.tr("Grid of the list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.unit)
        column.addWidget(self.houses, 1)
