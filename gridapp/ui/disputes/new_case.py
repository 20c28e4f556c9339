"""A new dispute that did not come from a door: where it arose, since when, and the short form."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from gridapp.contract.grids import Level
from gridapp.ui.disputes.form import DisputeForm, Opening
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field
from gridapp.usecases.disputes import NewDispute
from gridapp.usecases.grids import Place

DRAFT = "dispute.new"


class NewCase(Card):
    """The form of the door with the unit and the day above it."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("New dispute"))
        self._services = services
        self.unit, self.day = QComboBox(), DayEdit(services.today())
        self.form = DisputeForm(services)
        self._unit_field = Field(self.tr("Where it arose"), self.unit)
        inputs = EvenGrid(220, 12)
        inputs.add(self._unit_field)
        inputs.add(Field(self.tr("Registered on"), self.day))
        self.add(inputs)
        self.body.addWidget(self.form, 1)

    def open(self, places: Sequence[Place]) -> None:
        """Start, or go on with what was left half-written."""
        self.unit.clear()
        for place in places:
            indent = "  " * (place.level in {Level.MICRO, Level.DEDICATED})
            self.unit.addItem(indent + place.name, place.id)
        self.day.show_day(self._services.today())
        self.form.open(Opening(DRAFT))

    def unit_id(self) -> UUID | None:
        """The chosen unit."""
        chosen: UUID | None = self.unit.currentData()
        return chosen

    def new_dispute(self) -> NewDispute:
        """The case as it stands."""
        return self.form.new_dispute(self.day.day())
