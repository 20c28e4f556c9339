"""Of which day the tree is shown: today, or as it was on a day before."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.words import button, words


class DayLine(QWidget):
    """``changed``: another day is wanted."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.day = DayEdit(today())
        self.day.setAccessibleName(self.tr("Tree as of this day"))
        self.back = button(self.tr("Today"), self._to_today)
        self.back.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (words(self.tr("As of"), "muted"), self.day, self.back):
            row.addWidget(part)
        self.day.dateChanged.connect(self._on_day)

    def past(self) -> date | None:
        """The day, when it lies before today."""
        day = self.day.day()
        return day if day < self._today() else None

    def _to_today(self) -> None:
        self.day.show_day(self._today())
        self.day.setFocus()

    def _on_day(self) -> None:
        self.back.setVisible(self.past() is not None)
        self.changed.emit()
