"""A matter that was raised at a reception becomes a case."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from gridapp.contract.grids import Level
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui.disputes.registering.form import DisputeForm, Opening
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.receptions import words as names
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids.grids import Place
from gridapp.usecases.receptions import receptions


class Matter(Card):
    """The short form of a dispute; source and day are those of the reception.

    ``left``: it was registered, or left half-written (it stays as a draft).
    """

    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.line: ReceptionLine | None = None
        self.unit = QComboBox()
        self.form = DisputeForm(page.services)
        self.add(Field(self.tr("Where it arose"), self.unit))
        self.body.addWidget(self.form, 1)
        self.form.submitted.connect(self._register)
        self.form.left.connect(self.left)

    def open(self, line: ReceptionLine, places: Sequence[Place]) -> None:
        """Start, or go on with what was left half-written."""
        self.line = line
        title = self.tr("A matter raised at the reception of {leader} on {day}")
        self.set_title(title.format(leader=names.leader(line), day=line.day))
        self.unit.clear()
        for place in places:
            indent = "  " * (place.level in {Level.LARGE, Level.MICRO, Level.DEDICATED})
            self.unit.addItem(indent + place.name, place.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(line.unit_id)))
        self.form.open(Opening(f"dispute.reception.{line.id}"))

    def _register(self) -> None:
        desk, line = self._page.services.desk, self.line
        unit_id: UUID | None = self.unit.currentData()
        if line is None or unit_id is None:
            return
        new = self.form.new_dispute(line.day)
        self.form.save.setEnabled(False)
        self._page.ask(
            lambda: receptions.raise_matter(desk, line.id, unit_id, new),
            partial(self._registered, new.title),
            self.form.show_refusal,
        )

    def _registered(self, title: str, changed: Changed) -> None:
        self.form.forget()
        tell_kept(self._page.services, self.tr("Registered: {title}").format(title=title), changed)
        self.left.emit()
