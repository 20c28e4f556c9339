"""Two lists of households side by side: dragged, cut and pasted, looked at, then done."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gridapp.contract.grids import UnitRecord
from gridapp.domain.grids.regrouping import Plan, Preview
from gridapp.ui import messages
from gridapp.ui.acts.field_faults import field_of
from gridapp.ui.grids.arrangement import Arrangement
from gridapp.ui.grids.house_list import Side
from gridapp.ui.grids.preview import PreviewPart
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.grids import grid_board, regroup_plans, regrouping
from gridapp.usecases.grids.grid_board import Walk

NEW = "new"
PREVIEW_MS = 80


class RegroupPanel(Card):
    """``left``: back. ``done(Changed, name)``: households were put into other grids.

    ``failed(error)``: not through a fault of the input.
    """

    left = Signal()
    done = Signal(object, str)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._village: UUID | None = None
        self._start: UUID | None = None
        self._founded: dict[UUID, UnitRecord] = {}
        self.arranged = Arrangement(())
        self.sides = Side(self.tr("Households on the left")), Side(self.tr("On the right"))
        self.day = DayEdit(services.today())
        self.day_field = Field(self.tr("From this day on"), self.day)
        self.preview = PreviewPart()
        self.fault = words("", "error", wrap=True)
        self.save = button(self.tr("Move them"), self.submit, primary=True)
        self.again = button(self.tr("Start again"), self._restart)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_MS)
        self._soon.timeout.connect(self._ask_preview)
        self._lay()
        self._connect()

    def open(self, village_id: UUID, name: str, start: UUID | None = None) -> None:
        """Show the walks of a village; ``start``: the grid on the left."""
        self._village, self._start = village_id, start
        self.set_title(self.tr("Regroup the households of {name}").format(name=name))
        self.day.show_day(self._services.today())
        self._restart()
        self.sides[0].houses.setFocus()

    def submit(self) -> None:
        """Do what is arranged."""
        if not self.save.isEnabled():
            return
        self.save.setEnabled(False)
        desk, make = self._services.desk, self._planner()

        def work() -> tuple[Changed, str]:
            plan = make(desk)
            return regrouping.carry_out(desk, plan), plan.name

        self._services.background.run(self, work, self._kept, self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

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
        lists = QHBoxLayout()
        lists.setSpacing(8)
        lists.addWidget(self.sides[0], 1)
        lists.addLayout(arrows)
        lists.addWidget(self.sides[1], 1)
        hint = self.tr(
            "Drag, or Ctrl+X and Ctrl+V, or Ctrl+→ and Ctrl+←. Shift and Ctrl select several."
        )
        row = QHBoxLayout()
        row.addWidget(self.day_field)
        row.addStretch(1)
        for made in (button(self.tr("Back"), self.left.emit), self.again, self.save):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(lists, 1)
        self.add(words(hint, "muted", wrap=True), self.preview, self.fault, row)

    def _connect(self) -> None:
        for number, side in enumerate(self.sides):
            side.unit.activated.connect(partial(self._on_unit, number))
            side.houses.cut.connect(partial(self._cut, number))
            side.houses.wanted.connect(partial(self._take, number))
            side.houses.sent.connect(partial(self.send, number))
        self.day.dateChanged.connect(self._soon.start)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F9"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def _restart(self) -> None:
        """As it stands in the books."""
        desk, village = self._services.desk, self._village
        if village is not None:
            self._services.background.run(
                self, lambda: grid_board.walks(desk, village), self._show, self.failed.emit
            )

    def _show(self, walks: list[Walk]) -> None:
        self._founded = {}
        self.arranged = Arrangement(walks)
        first, second = _at_first(walks, self._start)
        self._fill_choices()
        for side, unit in zip(self.sides, (first, second), strict=True):
            side.unit.setCurrentIndex(side.unit.findData(str(unit)))
        self._refresh()

    def _fill_choices(self) -> None:
        for side in self.sides:
            kept = side.unit.currentData()
            side.unit.clear()
            for walk in self.arranged.walks.values():
                name = self.tr("In no micro-grid") if walk.is_village else walk.name
                side.unit.addItem(name, str(walk.id))
            if not self._founded:
                side.unit.addItem(self.tr("A new micro-grid"), NEW)
            side.unit.setCurrentIndex(side.unit.findData(kept))

    def _unit(self, side: int) -> UUID:
        return UUID(self.sides[side].unit.currentData())

    def _on_unit(self, number: int, _index: int) -> None:
        side, village, desk = self.sides[number], self._village, self._services.desk
        if side.unit.currentData() != NEW or village is None:
            self._refresh()
            return
        self._services.background.run(
            self,
            lambda: regroup_plans.found(desk, village),
            partial(self._on_founded, number),
            self.failed.emit,
        )

    def _on_founded(self, number: int, unit: UnitRecord) -> None:
        self._founded[unit.id] = unit
        name = self.tr("{name} (new)").format(name=unit.name)
        self.arranged.add(Walk(unit.id, name, is_village=False, households=()))
        self._fill_choices()
        made = self.sides[number].unit
        made.setCurrentIndex(made.findData(str(unit.id)))
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
        self._soon.start()

    def _planner(self) -> Callable[[Desk], Plan]:
        moves, day = self.arranged.moves(), self.day.day()
        founded = tuple(unit for id_, unit in self._founded.items() if id_ in moves)
        return partial(regroup_plans.move, moves=moves, day=day, founded=founded)

    def _ask_preview(self) -> None:
        if not self.isVisible():
            return
        desk, make = self._services.desk, self._planner()
        self._services.background.run(
            self, lambda: regrouping.preview(desk, make(desk)), self._show_preview
        )

    def _show_preview(self, preview: Preview) -> None:
        self.preview.show_preview(preview)
        self._show_faults(preview.faults if self.arranged.moves() else ())
        self.save.setEnabled(not preview.faults)

    def _kept(self, answer: tuple[Changed, str]) -> None:
        changed, name = answer
        self.done.emit(changed, name)

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, RejectedError):
            self._show_faults(error.faults)
        else:
            self.failed.emit(error)

    def _show_faults(self, faults: Sequence[StrEnum]) -> None:
        """Those of the day at the day, the others above the buttons."""
        at_day = [messages.sentence(one) for one in faults if field_of(one, ("day",))]
        rest = [messages.sentence(one) for one in faults if not field_of(one, ("day",))]
        self.day_field.show_error(" ".join(at_day))
        self.fault.setText(" ".join(rest))
        self.fault.setVisible(bool(rest))


def _at_first(walks: Sequence[Walk], start: UUID | None) -> tuple[UUID, UUID]:
    """The grids of the two lists: where one stood, else those in no micro-grid, beside the next."""
    village = [walk.id for walk in walks if walk.is_village]
    micro = [walk.id for walk in walks if not walk.is_village]
    loose = [walk.id for walk in walks if walk.is_village and walk.households]
    order = [id_ for id_ in micro if id_ == start] + loose + micro + village
    return order[0], next((id_ for id_ in [*micro, *village] if id_ != order[0]), order[0])
