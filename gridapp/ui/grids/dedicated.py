"""The form that adds a dedicated grid: an enterprise, a school, a hospital or an office."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gridapp.domain.grids.grids import GridFault
from gridapp.ui import messages
from gridapp.ui.drafting import Drafting
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.grids import grid_units


class DedicatedForm(Card):
    """``left``: back. ``added(Changed)``: it stands in the tree."""

    left = Signal()
    added = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._parent_id: UUID | None = None
        self.name, self.contact = QLineEdit(), QLineEdit()
        self.fields = {
            "name": Field(
                self.tr("Name of the grid"), self.name, self.tr("For example: Yongfu Middle School")
            ),
            "contact": Field(self.tr("Contact person and phone"), self.contact),
        }
        inputs = EvenGrid(260, 12)
        for field in self.fields.values():
            inputs.add(field)
        hint = self.tr("An enterprise, school, hospital or office. It holds no households.")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Back"), self.leave))
        row.addWidget(button(self.tr("Add the grid"), self.submit, primary=True))
        self.add(words(hint, "muted", wrap=True), inputs, row)
        self.body.addStretch(1)
        self.drafting = Drafting(services, self._read, self._write, self)
        for typed in (self.name.textEdited, self.contact.textEdited):
            typed.connect(self._touched)
        bind_save(self, self.submit)
        bind_escape(self, self.leave)

    def open(self, parent_id: UUID, parent_name: str) -> None:
        """A fresh form, or what was typed before for this place."""
        self._parent_id = parent_id
        self.set_title(self.tr("New dedicated grid in {name}").format(name=parent_name))
        self.drafting.leave()
        self._clear()
        self.drafting.open(f"dedicated.{parent_id}")
        self.name.setFocus()

    def submit(self) -> None:
        """Add it."""
        desk, parent = self._services.desk, self._parent_id
        name, contact = self.name.text(), self.contact.text()
        if parent is not None:
            self._services.background.run(
                self,
                lambda: grid_units.add_dedicated(desk, parent, name, contact),
                self._kept,
                self._refused,
            )

    def leave(self) -> None:
        """Back; what was typed is kept."""
        self.drafting.leave()
        self.left.emit()

    def _kept(self, changed: Changed) -> None:
        self.drafting.drop()
        self._clear()
        self.added.emit(changed)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RejectedError):
            raise error
        self._show_faults(error.faults)

    def _show_faults(self, faults: Sequence[str]) -> None:
        known = {GridFault.NAME_MISSING.value, GridFault.NAME_TAKEN.value}
        sentences = [messages.sentence(fault) for fault in faults if fault in known]
        show_errors(self.fields, {"name": " ".join(sentences)})

    def _clear(self) -> None:
        self.name.clear()
        self.contact.clear()
        show_errors(self.fields, {})

    def _touched(self, _text: str) -> None:
        self.drafting.touch()

    def _read(self) -> dict[str, str]:
        return {"name": self.name.text(), "contact": self.contact.text()}

    def _write(self, body: dict[str, str]) -> None:
        self.name.setText(body["name"])
        self.contact.setText(body["contact"])
