"""The form that appoints the leader of a unit."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit

from gridapp.contract.grids import Identity
from gridapp.domain.grids.grids import GridFault
from gridapp.ui import messages
from gridapp.ui import words as names
from gridapp.ui.drafting import Drafting
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.shortcuts import bind_save
from gridapp.ui.widgets.words import button
from gridapp.usecases.grids.posts import NewPost


class AppointForm(Card):
    """Name, identity, phone, since; kept as a draft while typed."""

    submitted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Appoint a leader"))
        self._today = services.today
        self.holder, self.phone = QLineEdit(), QLineEdit()
        self.identity, self.since = QComboBox(), DayEdit(services.today())
        for value in Identity:
            self.identity.addItem(names.identity(value), value.value)
        ends = self.tr("Whoever leads it now ends the day before.")
        self.fields = {
            "holder": Field(self.tr("Full name"), self.holder),
            "identity": Field(self.tr("Identity"), self.identity),
            "phone": Field(self.tr("Phone"), self.phone),
            "since": Field(self.tr("Since"), self.since, ends),
        }
        inputs = EvenGrid(220, 10)
        for field in self.fields.values():
            inputs.add(field)
        self.save = button(self.tr("Appoint"), self.submitted.emit, primary=True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save)
        self.add(inputs, row)
        self.drafting = Drafting(services, self._read, self._write, self)
        for changed in (
            self.holder.textEdited,
            self.phone.textEdited,
            self.identity.activated,
            self.since.dateChanged,
        ):
            changed.connect(self._touched)
        bind_save(self, self.submitted.emit)

    def open(self, unit_id: UUID) -> None:
        """A fresh form, or what was typed before for this unit."""
        self.drafting.leave()
        self._clear()
        self.drafting.open(f"post.{unit_id}")
        self.holder.setFocus()

    def new_post(self, unit_id: UUID) -> NewPost:
        """The post as entered."""
        return NewPost(
            unit_id=unit_id,
            holder=self.holder.text(),
            identity=self.identity.currentData(),
            phone=self.phone.text(),
            since=self.since.day(),
        )

    def forget(self) -> None:
        """The post was kept."""
        key = self.drafting.key
        self.drafting.drop()
        self._clear()
        self.drafting.open(key)

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say at the fields what is wrong."""
        where: dict[str, str] = {
            GridFault.HOLDER_MISSING: "holder",
            GridFault.PHONE_DOUBTFUL: "phone",
            GridFault.STARTS_TOO_EARLY: "since",
            GridFault.HELD_BY_ANOTHER: "since",
        }
        show_errors(self.fields, {where[f]: messages.sentence(f) for f in faults if f in where})

    def _clear(self) -> None:
        self.holder.clear()
        self.phone.clear()
        self.identity.setCurrentIndex(0)
        self.since.show_day(self._today())
        show_errors(self.fields, {})

    def _touched(self, _value: object) -> None:
        self.drafting.touch()

    def _read(self) -> dict[str, Any]:
        return {
            "holder": self.holder.text(),
            "identity": self.identity.currentData(),
            "phone": self.phone.text(),
            "since": self.since.day().isoformat(),
        }

    def _write(self, body: dict[str, Any]) -> None:
        self.holder.setText(body["holder"])
        self.phone.setText(body["phone"])
        self.identity.setCurrentIndex(max(0, self.identity.findData(body["identity"])))
        self.since.show_day(date.fromisoformat(body["since"]))
