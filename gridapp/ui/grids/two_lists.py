"""Two lists of households side by side: dragged, cut and pasted, sent from one to the other."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.grids import UnitRecord
from gridapp.ui.grids.arrangement import Arrangement
from gridapp.ui.grids.house_list import Side
from gridapp.ui.widgets.words import button
from gridapp.usecases.grids.grid_board import Walk

NEW = "new"


class TwoLists(QWidget):
    """``changed``: households are to be elsewhere, or another grid is looked at.

    ``new_wanted(side)``: a micro-grid that does not exist yet is wanted there; see ``found``.
    """

    changed = Signal()
    new_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.arranged = Arrangement(())
        self.founded: dict[UUID, UnitRecord] = {}
        self.sides = Side(self.tr("Households on the left")), Side(self.tr("On the right"))
        self._lay()
        for number, side in enumerate(self.sides):
            side.unit.activated.connect(partial(self._on_unit, number))
            side.houses.cut.connect(partial(self._cut, number))
            side.houses.wanted.connect(partial(self._take, number))
            side.houses.sent.connect(partial(self.send, number))

    def show_walks(self, walks: Sequence[Walk], start: UUID | None) -> None:
        """The walks of a village as they are; ``start``: the grid on the left."""
        self.founded = {}
        self.arranged = Arrangement(walks)
        self._fill_choices()
        for side, unit in zip(self.sides, _at_first(walks, start), strict=True):
            side.unit.setCurrentIndex(side.unit.findData(str(unit)))
        self._refresh()

    def found(self, number: int, unit: UnitRecord) -> None:
        """Let a list be of a new micro-grid."""
        self.founded[unit.id] = unit
        name = self.tr("{name} (new)").format(name=unit.name)
        self.arranged.add(Walk(unit.id, name, is_village=False, households=()))
        self._fill_choices()
        made = self.sides[number].unit
        made.setCurrentIndex(made.findData(str(unit.id)))
        self._refresh()

    def send(self, side: int) -> None:
        """The selected households of a list go over to the other."""
        self._put(self.sides[side].houses.selected_ids(), 1 - side)

    def _lay(self) -> None:
        arrows = QVBoxLayout()
        arrows.addStretch(1)
        for text, name, side in (
            ("→", self.tr("To the right"), 0),
            ("←", self.tr("To the left"), 1),
        ):
            made = button(text, partial(self.send, side))
            made.setAccessibleName(name)
            made.setToolTip(name)
            made.setProperty("tight", True)
            arrows.addWidget(made)
        arrows.addStretch(1)
        lists = QHBoxLayout(self)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(8)
        lists.addWidget(self.sides[0], 1)
        lists.addLayout(arrows)
        lists.addWidget(self.sides[1], 1)

    def _fill_choices(self) -> None:
        for side in self.sides:
            kept = side.unit.currentData()
            side.unit.clear()
            for walk in self.arranged.walks.values():
                name = self.tr("In no micro-grid") if walk.is_village else walk.name
                side.unit.addItem(name, str(walk.id))
            if not self.founded:
                side.unit.addItem(self.tr("A new micro-grid"), NEW)
            side.unit.setCurrentIndex(side.unit.findData(kept))

    def _unit(self, side: int) -> UUID:
        return UUID(self.sides[side].unit.currentData())

    def _on_unit(self, number: int, _index: int) -> None:
        if self.sides[number].unit.currentData() == NEW:
            self.new_wanted.emit(number)
        else:
            self._refresh()

    def _cut(self, number: int) -> None:
        self.arranged.cut = self.sides[number].houses.selected_ids()
        self._refresh()

    def _take(self, number: int) -> None:
        """Paste what was cut; a drop brings what is selected in the other list."""
        brought = self.arranged.cut or self.sides[1 - number].houses.selected_ids()
        self._put(brought, number)

    def _put(self, households: list[UUID], number: int) -> None:
        self.arranged.put(households, self._unit(number))
        self._refresh()

    def _refresh(self) -> None:
        for number, side in enumerate(self.sides):
            if side.unit.currentData() not in (None, NEW):
                side.houses.show_rows(self.arranged.rows(self._unit(number)))
        self.changed.emit()


def _at_first(walks: Sequence[Walk], start: UUID | None) -> tuple[UUID, UUID]:
    """The grids of the two lists: where one stood, else those in no micro-grid, beside the next."""
    village = [walk.id for walk in walks if walk.is_village]
    micro = [walk.id for walk in walks if not walk.is_village]
    loose = [walk.id for walk in walks if walk.is_village and walk.households]
    order = [id_ for id_ in micro if id_ == start] + loose + micro + village
    return order[0], next((id_ for id_ in [*micro, *village] if id_ != order[0]), order[0])
