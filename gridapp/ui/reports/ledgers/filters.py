"""Of which unit, in which period, and which rows of a ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period
from gridapp.reports.ledgers.definitions import Definition
from gridapp.store.reports import ledgers as store
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.usecases.grids.grids import Place
from gridapp.usecases.reports.ledgers import Wanted

_ALL, _OWN = "all", "own"


class LedgerFilters(QWidget):
    """``changed``: something else is wanted. Nothing here is about who a person is.

    ``ledgers`` stands in for the list at the side where there is no room for it; ``ledger_chosen``
    tells the code.
    """

    changed = Signal()
    ledger_chosen = Signal(str)

    def __init__(self, today: date, own_unit: UUID) -> None:
        super().__init__()
        self._today, self._own_unit = today, own_unit
        self.units, self.periods = _box(self.tr("Unit")), _box(self.tr("Period"))
        self.shelves, self.categories = _box(self.tr("State")), _box(self.tr("Category"))
        for text, kind in (
            (self.tr("All the time"), _ALL),
            (self.tr("This year"), ReportPeriod.YEAR.value),
            (self.tr("This quarter"), ReportPeriod.QUARTER.value),
            (self.tr("This month"), ReportPeriod.MONTH.value),
            (self.tr("This week"), ReportPeriod.WEEK.value),
            (self.tr("From – to"), _OWN),
        ):
            self.periods.addItem(text, kind)
        self.first, self.last = DayEdit(today.replace(day=1)), DayEdit(today)
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        self.ledgers = _box(self.tr("Ledger"))
        self.ledgers.hide()
        row = FlowLayout(self, gap=10)
        for part in (
            self.ledgers,
            self.units,
            self.periods,
            self.first,
            self.last,
            self.shelves,
            self.categories,
        ):
            row.addWidget(part)
        for box in (self.units, self.periods, self.shelves, self.categories):
            box.currentIndexChanged.connect(self._on_changed)
        for day in (self.first, self.last):
            day.dateChanged.connect(self._on_changed)
        self.ledgers.activated.connect(
            lambda _index: self.ledger_chosen.emit(self.ledgers.currentData())
        )
        self._show_days()

    def show_ledgers(self, known: Sequence[Definition], chosen: str) -> None:
        """Offer these, and stand at the chosen one; whether they are seen stays as it is."""
        seen = not self.ledgers.isHidden()
        _offer(self.ledgers, {one.code: one.name for one in known}, chosen)
        self.ledgers.setVisible(seen)

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer these units; what was chosen stays chosen, at first the person's own."""
        kept = self.units.currentData() or self._own_unit
        _offer(self.units, {place.id: place.name for place in places}, kept)
        self.units.setVisible(len(places) > 1)

    def show_definition(self, definition: Definition) -> None:
        """Offer what this ledger can be narrowed to, and stand where it does."""
        kind = definition.kind
        shelves = {"": self.tr("All states")} | kind.shelves
        categories = {"": self.tr("All categories")} | kind.categories
        _offer(self.shelves, shelves, definition.shelf)
        _offer(self.categories, categories, definition.category)
        dated = store.has_period(definition.source)
        self.periods.setVisible(dated)
        self._show_days()

    def wanted(self, definition: Definition) -> Wanted:
        """The ledger as it is narrowed here."""
        first, last = self._days()
        narrowed = replace(
            definition,
            shelf=self.shelves.currentData() or "",
            category=self.categories.currentData() or "",
        )
        return Wanted(narrowed, self.units.currentData() or self._own_unit, first, last)

    def unit_name(self) -> str:
        """Of the unit that is chosen."""
        return self.units.currentText()

    def _days(self) -> tuple[date | None, date | None]:
        kind = self.periods.currentData()
        if kind == _ALL:
            return None, None
        if kind == _OWN:
            first, last = sorted((self.first.day(), self.last.day()))
            return first, last
        period = Period.of(ReportPeriod(kind), self._today)
        return period.first, period.last

    def _on_changed(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        own = self.periods.currentData() == _OWN and not self.periods.isHidden()
        self.first.setVisible(own)
        self.last.setVisible(own)


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _offer(box: QComboBox, choices: Mapping[Any, str], kept: object) -> None:
    """Without a word to anybody."""
    box.blockSignals(True)
    box.clear()
    for key, text in choices.items():
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(kept)))
    box.setVisible(len(choices) > 1)
    box.blockSignals(False)
