"""The third value of a conflict, typed."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gridapp.store.sync.conflicts import ConflictLine
from gridapp.ui import field_words
from gridapp.ui.sync.value_input import ValueInput
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button
from gridapp.usecases.sync import conflicts


class ThirdValue(QWidget):
    """``entered(value as JSON)``: Enter, Ctrl+Enter or F9. ``left``: Esc."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._input: ValueInput | None = None
        self.field: Field | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Back"), self.left.emit))
        row.addWidget(button(self.tr("Save this value"), self.send, primary=True))
        self._column.addLayout(row)
        bind_save(self, self.send)
        bind_escape(self, self.left.emit)

    def open(self, line: ConflictLine) -> None:
        """Ask for another value of this field; numbers of people are typed anew."""
        self._forget()
        start = "" if conflicts.is_masked(line) else line.standing
        self._input = ValueInput(line.kind, line.field, start, self._today())
        control = self._input.control
        if isinstance(control, QLineEdit):
            control.returnPressed.connect(self.send)
            control.selectAll()
        self.field = Field(field_words.label(line.kind, line.field), control)
        self._column.insertWidget(0, self.field)
        self.show()
        control.setFocus()

    def send(self) -> None:
        """What is typed is the decision."""
        if self._input is not None:
            self.entered.emit(self._input.value())

    def show_fault(self, sentence: str) -> None:
        """What is wrong with it."""
        if self.field is not None:
            self.field.show_error(sentence)

    def _forget(self) -> None:
        if self.field is not None:
            self._column.removeWidget(self.field)
            self.field.hide()
            self.field.deleteLater()
            self.field = None
