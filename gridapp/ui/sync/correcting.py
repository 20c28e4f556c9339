"""A small form with the fields that were not right, to be sent again."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.ui import field_words
from gridapp.ui.sync.value_input import ValueInput, can_be_typed
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.sync.refused import RefusedChange

_BY_ITSELF = {
    "actor",
    "handler",
    "kind",
    "number",
    "opened_by",
    "registered_by",
    "state",
    "visitor",
}
"""Nobody typed these: the program wrote them."""


class CorrectionForm(QWidget):
    """``submitted(corrected fields as JSON)``: only those touched. ``left``: Esc."""

    submitted = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.inputs: dict[str, ValueInput] = {}
        self._grid: EvenGrid | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.fault = words("", "error", wrap=True)
        self.fault.hide()
        self._column.addWidget(self.fault)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Back"), self.left.emit))
        row.addWidget(button(self.tr("Send again"), self.send, primary=True))
        self._column.addLayout(row)
        bind_save(self, self.send)
        bind_escape(self, self.left.emit)

    @staticmethod
    def has_fields(row: RefusedChange) -> bool:
        """Whether there is anything that a person could correct."""
        names = set(row.shown) - _BY_ITSELF | row.wrong
        return any(can_be_typed(row.line.kind, name) for name in names)

    def open(self, row: RefusedChange) -> None:
        """Show the fields that are not right; all of them when the county did not say which."""
        if self._grid is not None:
            self._column.removeWidget(self._grid)
            self._grid.hide()
            self._grid.deleteLater()
        names = [name for name in row.line.fields if can_be_typed(row.line.kind, name)]
        right = [name for name in names if name in row.shown and name not in _BY_ITSELF]
        wrong = [name for name in names if name in row.wrong] or right
        self._grid = EvenGrid(200, 12)
        self.inputs = {}
        for name in wrong:
            made = ValueInput(row.line.kind, name, row.line.fields[name], self._today())
            self.inputs[name] = made
            self._grid.add(Field(field_words.label(row.line.kind, name), made.control))
        self._column.insertWidget(0, self._grid)
        self.show_faults(())

    def focus_first(self) -> None:
        """Begin at the first field."""
        for made in list(self.inputs.values())[:1]:
            made.control.setFocus()

    def send(self) -> None:
        """Send what was corrected."""
        touched = {name: made for name, made in self.inputs.items() if made.is_changed()}
        self.submitted.emit({name: made.value() for name, made in touched.items()})

    def show_faults(self, sentences: Sequence[str]) -> None:
        """Say what is wrong."""
        self.fault.setText(" ".join(sentences))
        self.fault.setVisible(bool(sentences))
