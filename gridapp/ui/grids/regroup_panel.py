"""Regrouping the households of a village: arranged in two lists, looked at, then done."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from gridapp.domain.grids.regrouping import Plan, Preview
from gridapp.ui import messages
from gridapp.ui.acts.field_faults import field_of
from gridapp.ui.grids.preview import PreviewPart
from gridapp.ui.grids.two_lists import TwoLists
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.grids import grid_board, regroup_plans, regrouping
from gridapp.usecases.grids.grid_board import Walk

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
        self.lists = TwoLists()
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
        bind_save(self, self.submit)
        bind_escape(self, self.left.emit)

    def open(self, village_id: UUID, name: str, start: UUID | None = None) -> None:
        """Show the walks of a village; ``start``: the grid on the left."""
        self._village, self._start = village_id, start
        self.set_title(self.tr("Regroup the households of {name}").format(name=name))
        self.day.show_day(self._services.today())
        self._restart()
        self.lists.sides[0].houses.setFocus()

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

    def _lay(self) -> None:
        hint = self.tr(
            "Drag, or Ctrl+X and Ctrl+V, or Ctrl+→ and Ctrl+←. Shift and Ctrl select several."
        )
        row = QHBoxLayout()
        row.addWidget(self.day_field)
        row.addStretch(1)
        for made in (button(self.tr("Back"), self.left.emit), self.again, self.save):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self.lists, 1)
        self.add(words(hint, "muted", wrap=True), self.preview, self.fault, row)

    def _connect(self) -> None:
        self.lists.changed.connect(self._soon.start)
        self.lists.new_wanted.connect(self._found)
        self.day.dateChanged.connect(self._soon.start)

    def _restart(self) -> None:
        """As it stands in the books."""
        desk, village = self._services.desk, self._village
        if village is not None:
            self._services.background.run(
                self, lambda: grid_board.walks(desk, village), self._show, self.failed.emit
            )

    def _show(self, walks: list[Walk]) -> None:
        self.lists.show_walks(walks, self._start)

    def _found(self, number: int) -> None:
        """A micro-grid that is only planned as yet."""
        desk, village = self._services.desk, self._village
        if village is not None:
            self._services.background.run(
                self,
                lambda: regroup_plans.found(desk, village),
                partial(self.lists.found, number),
                self.failed.emit,
            )

    def _planner(self) -> Callable[[Desk], Plan]:
        moves, day = self.lists.arranged.moves(), self.day.day()
        founded = tuple(unit for id_, unit in self.lists.founded.items() if id_ in moves)
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
        self._show_faults(preview.faults if self.lists.arranged.moves() else ())
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
