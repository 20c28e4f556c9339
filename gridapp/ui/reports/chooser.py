"""Which unit and which period."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import MONDAY, Period
from gridapp.ui import report_words
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, words


class Chooser(QWidget):
    """``changed`` when another unit or period was chosen. No period that lies ahead can be."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self._first_weekday = today, MONDAY
        self.period = Period.of_week(today)
        self.units = self._combo(self.tr("Unit"))
        self.kinds = self._combo(self.tr("Period"))
        for kind in ReportPeriod:
            self.kinds.addItem(report_words.kind(kind), kind)
        self.units.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.kinds.currentIndexChanged.connect(lambda _index: self._take_kind())
        self.earlier = button(self.tr("Earlier"), self.go_earlier, icon="chevron-left")
        self.later = button(self.tr("Later"), self.go_later, icon="chevron-right")
        self._shown = words("", "heading")
        self.first, self.last = DayEdit(today), DayEdit(today)
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        self._dash = words("–")
        for day in (self.first, self.last):
            day.setMaximumDate(self.last.date())
            day.editingFinished.connect(self._take_days)
        self._free = (self.first, self._dash, self.last)
        row = FlowLayout(self, gap=12)
        for part in (self.units, self.kinds, self.earlier, self._shown, self.later, *self._free):
            row.addWidget(part)
        self._show_period()

    def show_units(self, units: Sequence[tuple[UUID, str]], first_weekday: int = MONDAY) -> None:
        """Offer these (id, name); the unit chosen before stays chosen. A week begins so."""
        kept = self.unit()
        self.units.blockSignals(True)
        self.units.clear()
        for id_, name in units:
            self.units.addItem(name, id_)
        self.units.setCurrentIndex(max(0, self.units.findData(kept)))
        self.units.blockSignals(False)
        self.units.setEnabled(len(units) > 1)
        if first_weekday != self._first_weekday:
            self._first_weekday = first_weekday
            if self.period.kind == ReportPeriod.WEEK:
                self.period = Period.of_week(self.period.first, first_weekday)
                self._show_period()

    def unit(self) -> UUID | None:
        """The unit chosen, None while there is none."""
        chosen: UUID | None = self.units.currentData()
        return chosen

    def unit_name(self) -> str:
        """Its name."""
        return self.units.currentText()

    def show_choice(self, unit: UUID, period: Period) -> None:
        """Choose these, without a word from ``changed``."""
        for combo, data in ((self.units, unit), (self.kinds, period.kind)):
            combo.blockSignals(True)
            combo.setCurrentIndex(max(0, combo.findData(data)))
            combo.blockSignals(False)
        self.period = period
        self._show_period()

    def go_earlier(self) -> None:
        """The period before."""
        self._take(self.period.previous())

    def go_later(self) -> None:
        """The period after, up to the one that runs."""
        if self.later.isEnabled():
            self._take(self.period.next())

    def _take_kind(self) -> None:
        """The period of this kind in which the one shown ends; it does not lie ahead."""
        kind = ReportPeriod(self.kinds.currentData())
        if kind == ReportPeriod.OTHER:
            self._take(Period.between(self.period.first, min(self.period.last, self._today)))
        else:
            day = min(self.period.last, self._today)
            self._take(Period.of(kind, day, self._first_weekday))

    def _take_days(self) -> None:
        first, last = sorted((self.first.day(), self.last.day()))
        if (first, last) != (self.period.first, self.period.last):
            self._take(Period.between(first, last))

    def _take(self, period: Period) -> None:
        self.period = period
        self._show_period()
        self.changed.emit()

    def _show_period(self) -> None:
        period, free = self.period, self.period.kind == ReportPeriod.OTHER
        shown = f"{report_words.period(period)}　{report_words.days(period)}"
        self._shown.setText(shown)
        self._shown.setVisible(not free)
        self.first.show_day(period.first)
        self.last.show_day(period.last)
        for part in self._free:
            part.setVisible(free)
        self.later.setEnabled(period.next().first <= self._today)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo
