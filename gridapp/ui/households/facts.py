"""What is written of a household itself, put right in place."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field
from gridapp.usecases.households.households import HouseholdSheet


class Facts(QWidget):
    """``edited(field, text)``: a line was changed and left."""

    edited = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        labels = {
            "address": self.tr("Address"),
            "note": self.tr("Remark"),
            "group_name": self.tr("Group"),
            "number": self.tr("Household number"),
        }
        self.lines = {name: QLineEdit() for name in labels}
        self.fields = {name: Field(labels[name], line) for name, line in self.lines.items()}
        grid = EvenGrid(170, 12)
        for name, field in self.fields.items():
            self.lines[name].editingFinished.connect(partial(self._left, name))
            grid.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def show_sheet(self, sheet: HouseholdSheet, *, writable: bool) -> None:
        """Show a household; a line that is being written is left alone."""
        for name, line in self.lines.items():
            line.setReadOnly(not writable)
            if not (line.hasFocus() and line.isModified()):
                line.setText(getattr(sheet, name))

    def _left(self, name: str) -> None:
        line = self.lines[name]
        if line.isModified():
            line.setModified(False)
            self.edited.emit(name, line.text())
