"""Forms micro-grids from the households of a village that are in none, after a preview."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from gridapp.ui import messages
from gridapp.ui.grids.forming import FormingChoice
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.grids import grid_board, regroup_plans, regrouping


class FormingPanel(Card):
    """``left``: back. ``formed(Changed)``: the micro-grids stand."""

    left = Signal()
    formed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._village: UUID | None = None
        self.choice = FormingChoice()
        self.day = DayEdit(services.today())
        self.day_field = Field(self.tr("From this day on"), self.day)
        self.save = button(self.tr("Form them"), self.submit, primary=True)
        row = QHBoxLayout()
        row.addWidget(self.day_field)
        row.addStretch(1)
        for made in (button(self.tr("Back"), self.left.emit), self.save):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignBottom)
        self.add(self.choice, row)
        self.body.addStretch(1)
        bind_save(self, self.save.click)
        bind_escape(self, self.left.emit)

    def open(self, village_id: UUID, name: str) -> None:
        """Show what would become of the households of a village."""
        self._village = village_id
        self.set_title(self.tr("Form micro-grids in {name}").format(name=name))
        self.save.setEnabled(False)
        self.day.show_day(self._services.today())
        self.day_field.show_error("")
        desk = self._services.desk
        self._services.background.run(
            self, lambda: grid_board.unassigned_groups(desk, village_id), self._show
        )
        self.choice.buttons[self.choice.forming].setFocus()

    def submit(self) -> None:
        """Form them."""
        desk, village = self._services.desk, self._village
        forming, day = self.choice.forming, self.day.day()
        if village is not None:
            self.save.setEnabled(False)
            self._services.background.run(
                self,
                lambda: regrouping.carry_out(desk, regroup_plans.form(desk, village, forming, day)),
                self._kept,
                self._refused,
            )

    def _show(self, groups: tuple[str, ...]) -> None:
        self.choice.show_groups(groups)
        self.save.setEnabled(bool(groups))

    def _kept(self, changed: Changed) -> None:
        self.formed.emit(changed)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RejectedError):
            raise error
        self.save.setEnabled(True)
        self.day_field.show_error(" ".join(map(messages.sentence, error.faults)))
