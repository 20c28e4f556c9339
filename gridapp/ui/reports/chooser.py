"""Which unit and which week."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gridapp.domain.weeks import Week
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.weekly import ReportUnit


class Chooser(QWidget):
    """``changed`` when another unit or week was chosen. No week of the future can be."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._this_week = self.week = Week.of(today)
        self.units = QComboBox()
        self.units.setAccessibleName(self.tr("Unit"))
        self.units.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.units.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.earlier = button(self.tr("Previous week"), self.go_earlier, icon="chevron-left")
        self.later = button(self.tr("Next week"), self.go_later, icon="chevron-right")
        self._shown = words("", "heading")
        row = FlowLayout(self, gap=12)
        for part in (self.units, self.earlier, self._shown, self.later):
            row.addWidget(part)
        self._show_week()

    def show_units(self, units: Sequence[ReportUnit]) -> None:
        """Offer these; the unit chosen before stays chosen."""
        kept = self.unit()
        self.units.blockSignals(True)
        self.units.clear()
        for unit in units:
            self.units.addItem(unit.name, unit.id)
        self.units.setCurrentIndex(max(0, self.units.findData(kept)))
        self.units.blockSignals(False)
        self.units.setEnabled(len(units) > 1)

    def unit(self) -> UUID | None:
        """The unit chosen, None while there is none."""
        chosen: UUID | None = self.units.currentData()
        return chosen

    def go_earlier(self) -> None:
        """The week before."""
        self._take(self.week.previous())

    def go_later(self) -> None:
        """The week after, up to the one that runs."""
        if self.week < self._this_week:
            self._take(self.week.next())

    def _take(self, week: Week) -> None:
        self.week = week
        self._show_week()
        self.changed.emit()

    def _show_week(self) -> None:
        week = self.week
        self._shown.setText(f"{week}　{week.first:%m-%d} – {week.last:%m-%d}")
        self.later.setEnabled(week < self._this_week)
