"""Who takes on cases in a unit: agents (代办员), mediators, case leaders; how much each has."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.store.disputes.casework import Load
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.form import ActForm
from gridapp.ui.grids.duty_acts import KINDS, kind_word, lay_down_act, take_up_act
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed
from gridapp.usecases.disputes import casework


class DutiesPanel(QWidget):
    """``left``: back. ``kept(what, Changed)``: a duty was taken up or laid down."""

    left = Signal()
    kept = Signal(str, object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._unit: UUID | None = None
        self._to_stand = False
        self.table = self._table()
        self.nobody = words(self.tr("Nobody has such a duty in this unit yet."), "muted", wrap=True)
        self.add = button(self.tr("Add somebody"), self.take_up, icon="user-plus", primary=True)
        self.end = button(self.tr("End the duty"), self.lay_down)
        self.form = ActForm(services)
        self._lay()
        self.table.chosen_row.connect(lambda row: self.end.setEnabled(row is not None))
        self.form.done.connect(self._done)
        self.form.left.connect(self._stand)
        bind_escape(self, self.left.emit)

    def open(self, unit_id: UUID, name: str, *, may_change: bool) -> None:
        """Show the duties of a unit."""
        self._unit = unit_id
        self.form.shut()
        title = self.tr("Agents, mediators and case leaders of {name}")
        self._card.set_title(title.format(name=name))
        for made in (self.add, self.end):
            made.setVisible(may_change)
        self._to_stand = True
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        desk, unit_id = self._services.desk, self._unit
        if unit_id is None:
            return

        def ask() -> tuple[UUID, list[Load]]:
            loads = [load for kind in KINDS for load in casework.loads(desk, kind)]
            return unit_id, [load for load in loads if load.unit_id == unit_id]

        self._services.background.run(self, ask, self._show)

    def take_up(self) -> None:
        """Ask who takes up a duty."""
        if self._unit is not None:
            self.form.open(take_up_act(self._unit, self._services.today()), str(self._unit))

    def lay_down(self) -> None:
        """Ask for the last day of the chosen duty."""
        load = self.table.chosen()
        if load is not None:
            self.form.open(lay_down_act(load, self._services.today()), str(load.post_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.end.isVisible():
            self.lay_down()
        else:
            super().keyPressEvent(event)

    def _table(self) -> DataTable[Load]:
        columns = (
            Column[Load](self.tr("Duty"), lambda load: kind_word(load.kind), 90),
            Column[Load](self.tr("Full name"), lambda load: load.name, 90, stretch=1),
            Column[Load](self.tr("Open cases"), _load, 90, ink=_ink),
            Column[Load](self.tr("Good at"), lambda load: load.skills or "—", 140, stretch=2),
            Column[Load](self.tr("Since"), lambda load: load.since.isoformat(), 100),
        )
        title = self.tr("Who takes on cases")
        return DataTable(title, columns, identity=lambda load: load.post_id, whole=True)

    def _lay(self) -> None:
        self._card = Card(self.tr("Who takes on cases"), flush=True)
        self._card.add(self.table, self.nobody, self.form)
        self.nobody.setContentsMargins(16, 0, 16, 8)
        self.form.setContentsMargins(16, 0, 16, 12)
        top = QHBoxLayout()
        top.addWidget(button(self.tr("Back"), self.left.emit, icon="arrow-left"))
        top.addStretch(1)
        top.addWidget(self.end)
        top.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._card)
        column.addStretch(1)

    def _stand(self) -> None:
        """Where the keyboard goes on."""
        self._to_stand = False
        (self.table if self.table.isVisible() else self.add).setFocus()

    def _show(self, answer: tuple[UUID, Sequence[Load]]) -> None:
        unit_id, loads = answer
        if unit_id == self._unit:
            self.table.show_rows(loads)
            self.table.setVisible(bool(loads))
            self.nobody.setVisible(not loads)
            self.end.setEnabled(self.table.chosen() is not None)
            if self._to_stand:
                self._stand()

    def _done(self, act: Act, changed: Changed) -> None:
        self._to_stand = True
        self.refresh()
        self.kept.emit("duty.taken_up" if act.code == "duty.take_up" else "duty.laid_down", changed)


def _load(load: Load) -> str:
    return f"{load.open_cases}/{load.quota}" if load.quota else str(load.open_cases)


def _ink(load: Load) -> Tone | None:
    return Tone.AMBER if load.is_full else None
