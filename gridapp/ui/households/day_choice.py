"""Of which day the roster is shown: a button, what it asks, and what is being read."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.words import button, words


class DayChoice(OneOf):
    """``wanted(day)``: the roster of another day, None for that of today."""

    wanted = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.edit = DayEdit(today())
        self.edit.setAccessibleName(self.tr("Roster of which day"))
        self._told = words("", "muted")
        self._asks = button(self.tr("Roster of a day"), self.ask, icon="calendar")
        self._asking = _row(self.edit, button(self.tr("Show"), self.choose, primary=True))
        self._reading = _row(self._told, button(self.tr("Back to today"), self.go_back))
        for part in (self._asks, self._asking, self._reading):
            self.add(part)

    def ask(self) -> None:
        """Ask of which day the roster is wanted."""
        self.show_part(self._asking)
        self.edit.setFocus()

    def choose(self) -> None:
        """The day that was entered is wanted."""
        day = self.edit.day()
        if day >= self._today():
            self.go_back()
            return
        told = self.tr("Roster of {day}, only to be read")
        self._told.setText(told.format(day=day.isoformat()))
        self.show_part(self._reading)
        self.wanted.emit(day)

    def go_back(self) -> None:
        """Today is wanted."""
        self.show_part(self._asks)
        self.wanted.emit(None)


def _row(*inner: QWidget) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    for one in inner:
        row.addWidget(one)
    return part
