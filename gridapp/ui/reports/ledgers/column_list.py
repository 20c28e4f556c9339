"""The columns of a ledger to choose from: ticked, put in order, named, all by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from gridapp.reports.ledgers.columns import Column
from gridapp.ui.tokens import current

_KEY = Qt.ItemDataRole.UserRole


_HEIGHT = 122
"""px at 100 %: four columns in sight, and the rows of the ledger below."""


class ColumnList(QListWidget):
    """Space ticks, Alt+Up and Alt+Down move, F2 gives another heading. ``changed``: any of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Columns"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.DoubleClicked)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(lambda _item: self.changed.emit())
        self.setFixedHeight(current().px(_HEIGHT))

    def show_columns(self, known: Sequence[Column], chosen: Sequence[tuple[str, str]]) -> None:
        """The chosen columns first, ticked and in their order, then the rest."""
        headings = dict(chosen)
        by_key = {column.key: column for column in known}
        rest = [column.key for column in known if column.key not in headings]
        self.blockSignals(True)
        self.clear()
        for key in (*headings, *rest):
            usual = by_key[key].heading
            item = QListWidgetItem(headings.get(key, usual))
            item.setData(_KEY, key)
            item.setToolTip(usual)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsEditable
            )
            ticked = Qt.CheckState.Checked if key in headings else Qt.CheckState.Unchecked
            item.setCheckState(ticked)
            self.addItem(item)
        self.setCurrentRow(0)
        self.blockSignals(False)

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The ticked columns in their order, each with its heading; an empty one is the usual."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            (item.data(_KEY), item.text().strip() or item.toolTip())
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def move_up(self) -> None:
        """Put the column one place further left in the ledger."""
        self._move(-1)

    def move_down(self) -> None:
        """Put the column one place further right in the ledger."""
        self._move(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Up:
            self.move_up()
        elif alt and event.key() == Qt.Key.Key_Down:
            self.move_down()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(current().px(_HEIGHT))

    def _move(self, by: int) -> None:
        row = self.currentRow()
        to = row + by
        if row < 0 or not 0 <= to < self.count():
            return
        self.insertItem(to, self.takeItem(row))
        self.setCurrentRow(to)
        self.changed.emit()
