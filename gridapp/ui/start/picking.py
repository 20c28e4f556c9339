"""Choosing a division by typing part of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from gridapp.host.divisions import Division
from gridapp.ui.tokens import current
from gridapp.ui.widgets.fields import Field

_SHOWN = 200
"""More matches than anybody reads; typing on narrows them."""
_LINES = 5


class DivisionPicker(QWidget):
    """A line and the matches below it. ``typed(text)`` asks for matches, ``picked(division)``.

    Down goes into the list, Enter takes the marked match.
    """

    typed = Signal(str)
    picked = Signal(object)

    def __init__(self, label: str, hint: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.field = Field(label, self.line, hint)
        self.list = QListWidget()
        self.list.setAccessibleName(label)
        self.list.hide()
        self._matches: tuple[Division, ...] = ()
        self.line.textEdited.connect(self.typed)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.pick())
        self.list.itemClicked.connect(lambda _item: self.pick())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)

    def show_matches(self, matches: Sequence[Division]) -> None:
        """Show what can be picked, the first one marked."""
        self._matches = tuple(matches)[:_SHOWN]
        self.list.clear()
        self.list.addItems([_line(division) for division in self._matches])
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(matches))
        row = max(self.list.sizeHintForRow(0), current().px(28))
        self.list.setFixedHeight(row * min(_LINES, max(1, len(self._matches))) + 8)

    def pick(self) -> None:
        """Take the marked match."""
        number = self.list.currentRow()
        if 0 <= number < len(self._matches):
            division = self._matches[number]
            self.line.setText(division.name)
            self.field.show_error("")
            self.list.hide()
            self.picked.emit(division)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if not self.list.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(
                max(0, min(self.list.count() - 1, self.list.currentRow() + step))
            )
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pick()
            return True
        return False


def _line(division: Division) -> str:
    return f"{division.name}　{division.path_name}" if division.path_name else division.name
