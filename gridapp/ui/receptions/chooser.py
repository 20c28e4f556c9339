"""Which unit, year and month of receptions."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gridapp.ui.receptions.look import Period
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, words


class PeriodChooser(QWidget):
    """``changed``: another unit or period was chosen. A unit of None stands for all of them."""

    changed = Signal()

    def __init__(self, today: date, own_unit: UUID) -> None:
        super().__init__()
        self._own = own_unit
        self.year = today.year
        self.units, self.months = QComboBox(), QComboBox()
        self.units.setAccessibleName(self.tr("Unit"))
        self.months.setAccessibleName(self.tr("Month"))
        self.months.addItem(self.tr("The whole year"), 0)
        for month in range(1, 13):
            self.months.addItem(self.tr("Month {month}").format(month=month), month)
        self._shown = words(str(self.year), "heading")
        self.earlier = button(self.tr("Previous year"), self.go_earlier, icon="chevron-left")
        self.later = button(self.tr("Next year"), self.go_later, icon="chevron-right")
        row = FlowLayout(self, gap=12)
        for part in (self.units, self.earlier, self._shown, self.later, self.months):
            row.addWidget(part)
        self.units.currentIndexChanged.connect(self.changed)
        self.months.currentIndexChanged.connect(self.changed)

    @property
    def period(self) -> Period:
        """The period that is chosen."""
        return Period(self.year, int(self.months.currentData()))

    def unit_id(self) -> UUID | None:
        """The chosen unit; before any is offered the person's own."""
        if not self.units.count():
            return self._own
        chosen: UUID | None = self.units.currentData()
        return chosen

    def show_units(self, units: Mapping[UUID, str]) -> None:
        """Offer these units; what was chosen stays chosen."""
        kept = self.unit_id()
        self.units.blockSignals(True)
        self.units.clear()
        for id_, name in units.items():
            self.units.addItem(name, id_)
        if len(units) > 1:
            self.units.addItem(self.tr("All units"), None)
        place = self.units.findData(kept) if kept is not None else self.units.count() - 1
        self.units.setCurrentIndex(max(0, place))
        self.units.setVisible(len(units) > 1)
        self.units.blockSignals(False)

    def show_month(self, day: date) -> None:
        """Choose the month of this day."""
        self.months.blockSignals(True)
        self.months.setCurrentIndex(day.month)
        self.months.blockSignals(False)
        self._take(day.year)

    def show_all(self) -> bool:
        """Choose all units; False when they are chosen, or there is but one."""
        if self.units.count() < 2 or self.unit_id() is None:
            return False
        self.units.setCurrentIndex(self.units.count() - 1)
        return True

    def go_earlier(self) -> None:
        """The year before."""
        self._take(self.year - 1)

    def go_later(self) -> None:
        """The year after."""
        self._take(self.year + 1)

    def _take(self, year: int) -> None:
        self.year = year
        self._shown.setText(str(year))
        self.changed.emit()
