"""A new dispute that did not come from a door: where it arose, since when, and the short form."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox

from gridapp.contract.codes import SOURCES
from gridapp.contract.grids import Level
from gridapp.domain.disputes.pasting import Pasted
from gridapp.ui.disputes.registering.categories import leaf_name
from gridapp.ui.disputes.registering.form import DisputeForm, Opening
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import button
from gridapp.usecases.disputes import pasting
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.grids.grids import Place

DRAFT = "dispute.new"
WECHAT = "wechat"


class NewCase(Card):
    """The form of the door with the unit and the days above it. ``failed(error)``: the text that
    was to be pasted could not be read. ``old_wanted``: it is an old case, with its whole history.
    """

    failed = Signal(object)
    old_wanted = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("New dispute"))
        self._services = services
        self.unit, self.source = QComboBox(), QComboBox()
        self.day, self.happened = DayEdit(services.today()), DayEdit(services.today())
        self.form = DisputeForm(services, self)
        self.paste = button(self.tr("Paste from WeChat"), self.paste_text, icon="clipboard-list")
        self.paste.setToolTip("Ctrl+Shift+V")
        for code, name in SOURCES.items():
            self.source.addItem(name, code)
        inputs = EvenGrid(160, 12)
        inputs.add(Field(self.tr("Where it arose"), self.unit))
        inputs.add(Field(self.tr("How we heard of it"), self.source))
        inputs.add(Field(self.tr("It happened on"), self.happened))
        inputs.add(Field(self.tr("Registered on"), self.day))
        self.old = button(self.tr("Old case from paper"), self.old_wanted.emit, icon="file-text")
        self.add_to_head(self.old, self.paste)
        self.add(inputs)
        self.body.addWidget(self.form, 1)
        for box in (self.unit, self.source):
            box.activated.connect(self.form.touch)
        for edit in (self.day, self.happened):
            edit.dateChanged.connect(self.form.touch)
        QShortcut(QKeySequence("Ctrl+Shift+V"), self).activated.connect(self.paste_text)

    def open(self, places: Sequence[Place]) -> None:
        """Start, or go on with what was left half-written."""
        self.unit.clear()
        for place in places:
            indent = "  " * (place.level in {Level.LARGE, Level.MICRO, Level.DEDICATED})
            self.unit.addItem(indent + place.name, place.id)
        for edit in (self.day, self.happened):
            edit.show_day(self._services.today())
        self.source.setCurrentIndex(0)
        self.form.open(Opening(DRAFT))

    def unit_id(self) -> UUID | None:
        """The chosen unit."""
        chosen: UUID | None = self.unit.currentData()
        return chosen

    def new_dispute(self) -> NewDispute:
        """The case as it stands. It did not happen after it was told."""
        happened = min(self.happened.day(), self.day.day())
        return self.form.new_dispute(self.day.day(), self.source.currentData(), happened)

    def kept(self) -> dict[str, Any]:
        """What stands above the form, for its draft."""
        return {
            "unit": str(self.unit_id() or ""),
            "source": self.source.currentData(),
            "day": self.day.day().isoformat(),
            "happened": self.happened.day().isoformat(),
        }

    def put_back(self, body: Mapping[str, Any]) -> None:
        """Show it again; a unit that this person no longer looks after is not chosen."""
        for box, name in ((self.unit, "unit"), (self.source, "source")):
            keys = [str(box.itemData(place)) for place in range(box.count())]
            if body.get(name) in keys:
                box.setCurrentIndex(keys.index(body[name]))
        for edit, name in ((self.day, "day"), (self.happened, "happened")):
            if name in body:
                edit.show_day(date.fromisoformat(body[name]))

    def paste_text(self) -> None:
        """Fill in what the text on the clipboard says; nothing is kept until it is registered."""
        desk, text = self._services.desk, QGuiApplication.clipboard().text()
        if not text.strip():
            self._services.notify(self.tr("There is no text to paste. Copy it in WeChat first."))
            return
        self._services.background.run(
            self, lambda: pasting.read(desk, text), self._fill, self.failed.emit
        )

    def _fill(self, answer: tuple[Pasted, UUID | None]) -> None:
        pasted, unit_id = answer
        units = [self.unit.itemData(place) for place in range(self.unit.count())]
        if unit_id in units:
            self.unit.setCurrentIndex(units.index(unit_id))
        if pasted.day is not None:
            self.happened.show_day(pasted.day.value)
        self.source.setCurrentIndex(self.source.findData(WECHAT))
        self.form.fill_in(
            {
                "first": pasted.first.value if pasted.first else "",
                "second": pasted.second.value if pasted.second else "",
                "first_phone": pasted.phone.value if pasted.phone else "",
                "category": pasted.category.value if pasted.category else "",
                "summary": pasted.text,
            },
            self._told(pasted),
        )

    def _told(self, pasted: Pasted) -> str:
        """What was guessed from which words, and that it has to be looked at."""
        category = pasted.category and leaf_name(pasted.category.value)
        known = (
            (self.tr("First party"), pasted.first, pasted.first and pasted.first.value),
            (self.tr("Second party"), pasted.second, pasted.second and pasted.second.value),
            (self.tr("Phone"), pasted.phone, pasted.phone and pasted.phone.value),
            (self.tr("Where it arose"), pasted.unit, pasted.unit and pasted.unit.value),
            (self.tr("Category"), pasted.category, category),
            (self.tr("It happened on"), pasted.day, pasted.day and str(pasted.day.value)),
        )
        guess = self.tr("{field}: {value} (from “{words}”)")
        told = [
            guess.format(field=field, value=value, words=found.words)
            for field, found, value in known
            if found is not None
        ]
        check = self.tr("Guessed from the text; please check. Nothing is saved yet.")
        return "\n".join((check, " · ".join(told))) if told else check
