"""The roster of a day gone by, put together from what has happened since; only to be read."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.store.households.day_rosters import HouseholdOfDay
from gridapp.ui import words as names
from gridapp.ui.services import Services
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.households import households


@dataclass(frozen=True, eq=False)
class _Wanted:
    unit: UUID
    day: date
    text: str


class DayRoster(QWidget):
    """``opened(household id)``: Enter or double click. ``shown(households, people)``: it is there.

    ``cancelled``: the person did not want to wait. ``failed(error)``.
    """

    opened = Signal(object)
    shown = Signal(int, int)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._wanted: _Wanted | None = None
        self.work = WorkPanel(
            services.background, self.tr("Putting the roster of the day together")
        )
        self.table = DataTable(
            self.tr("Roster of a day"), self._columns(), identity=lambda h: h.id, multi=True
        )
        self.table.activated_row.connect(lambda home: self.opened.emit(home.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        column.addWidget(self.table, 1)

    def read(self, unit: UUID, day: date, text: str) -> None:
        """Show what stood in a unit and all below it; with ``text``, what contains it."""
        self._wanted = _Wanted(unit, day, text)
        if self.work.running():
            self.work.cancel()
        else:
            self._start(self._wanted)

    def stop(self) -> None:
        """It is not wanted any more."""
        self._wanted = None
        self.work.cancel()

    def _start(self, wanted: _Wanted) -> None:
        desk = self._services.desk
        self.table.show_rows(())
        self.work.start(
            lambda progress: households.on_day(desk, wanted.unit, wanted.day, progress.report),
            partial(self._found, wanted),
            self.failed.emit,
            cancelled=partial(self._stopped, wanted),
        )

    def _found(self, wanted: _Wanted, found: list[HouseholdOfDay]) -> None:
        if self._wanted is wanted:
            self._show(found, wanted.text)
        else:
            self._stopped(wanted)

    def _stopped(self, was: _Wanted) -> None:
        """By the person; or because another is wanted, or none."""
        if self._wanted is was:
            self.cancelled.emit()
        elif self._wanted is not None:
            self._start(self._wanted)

    def _show(self, found: list[HouseholdOfDay], text: str) -> None:
        rows = [one for one in found if text in one.address or text in _people(one)]
        self.table.show_rows(rows)
        self.shown.emit(len(rows), sum(len(one.members) for one in rows))

    def _columns(self) -> tuple[Column[HouseholdOfDay], ...]:
        return (
            Column[HouseholdOfDay](self.tr("Head"), _head, 92),
            Column[HouseholdOfDay](self.tr("Address"), lambda h: h.address, 150, stretch=2),
            Column[HouseholdOfDay](
                self.tr("People"), lambda h: str(len(h.members)), 60, right=True
            ),
            Column[HouseholdOfDay](self.tr("Members"), _people, 220, stretch=4),
            Column[HouseholdOfDay](self.tr("Micro-grid"), lambda h: h.unit_name, 96, stretch=1),
        )


def _head(home: HouseholdOfDay) -> str:
    return home.members[0].name if home.members else ""


def _people(home: HouseholdOfDay) -> str:
    return "、".join(f"{one.name} {names.relation(one.relation)}".strip() for one in home.members)
