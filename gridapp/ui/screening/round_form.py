"""The small form that opens a round: why, name, from, to, where."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from gridapp.contract.grids import Level
from gridapp.contract.screening import RoundKind
from gridapp.domain.screening.screening import VisitFault
from gridapp.ui import messages
from gridapp.ui import words as names
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, set_property, words
from gridapp.usecases.grids.grids import Place

AREAS = {Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE}


class RoundForm(Card):
    """``submitted``: open the round as it stands. ``left``: back."""

    submitted = Signal()
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Open a round"))
        self.kind = RoundKind.ROUTINE
        self.name, self.area = QLineEdit(), QComboBox()
        self.first, self.last = DayEdit(today), DayEdit(today + timedelta(days=14))
        self._kinds = {
            kind: button(names.round_kind(kind), partial(self.choose, kind)) for kind in RoundKind
        }
        self.fields = {
            "name": Field(
                self.tr("Name of the round"), self.name, self.tr("For example: November round")
            ),
            "area": Field(self.tr("Area of the round"), self.area),
            "first": Field(self.tr("First day"), self.first),
            "last": Field(self.tr("Last day"), self.last),
        }
        self._lay()
        self.choose(RoundKind.ROUTINE)
        bind_save(self, self.submitted.emit)
        bind_escape(self, self.left.emit)

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer the units that the person looks after."""
        self.area.clear()
        for place in places:
            if place.level in AREAS:
                self.area.addItem(place.name, place.id)

    def choose(self, kind: RoundKind) -> None:
        """Choose why the round is walked."""
        self.kind = kind
        for known, made in self._kinds.items():
            set_property(made, "chosen", known == kind)

    def unit_id(self) -> UUID | None:
        """The chosen area."""
        chosen: UUID | None = self.area.currentData()
        return chosen

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say at the fields what is wrong."""
        where: dict[str, str] = {
            VisitFault.ROUND_NAME_MISSING: "name",
            VisitFault.ROUND_ENDS_BEFORE_START: "last",
        }
        show_errors(self.fields, {where[f]: messages.sentence(f) for f in faults if f in where})

    def _lay(self) -> None:
        kinds = QWidget()
        row = FlowLayout(kinds)
        for made in self._kinds.values():
            row.addWidget(made)
        inputs = EvenGrid(240, 12)
        for field in self.fields.values():
            inputs.add(field)
        ends = QHBoxLayout()
        ends.addStretch(1)
        ends.addWidget(button(self.tr("Back"), self.left.emit))
        ends.addWidget(button(self.tr("Open the round"), self.submitted.emit, primary=True))
        self.add(words(self.tr("Why it is walked"), "muted"), kinds, inputs, ends)
        self.body.addStretch(1)
