"""Setting up without a server: the county by its name, the unit in it, and who works here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from gridapp.host import divisions
from gridapp.host.divisions import Division
from gridapp.ui.background import Background
from gridapp.ui.start.newcomer import PLACES, NewcomerFields, show_faults
from gridapp.ui.start.picking import DivisionPicker
from gridapp.ui.start.view import View
from gridapp.ui.widgets.words import button, link


class SetUpView(View):
    """``wanted(county, below, unit, (name, password, repeated))`` when the form is sent."""

    wanted = Signal(object, object, object, object)

    def __init__(self, background: Background) -> None:
        super().__init__(self.tr("Set up here, without a server"))
        self._background = background
        self._county: Division | None = None
        self._unit: Division | None = None
        self._below: list[Division] = []
        self.county = DivisionPicker(self.tr("County"), self.tr("Type a part of its name."))
        self.unit = DivisionPicker(
            self.tr("Unit you work for"), self.tr("The county itself, a township or a village.")
        )
        self.who = NewcomerFields()
        self._begin = button(self.tr("Begin"), self._send, primary=True)
        self._bind()
        self._lay()
        self.setFocusProxy(self.county)

    def show_faults(self, codes: Sequence[str]) -> Sequence[str]:
        return show_faults(self.who.fields, PLACES, codes)

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._begin.setEnabled(not busy)
        self._begin.setText(self.tr("Setting up…") if busy else self.tr("Begin"))

    def _bind(self) -> None:
        self.county.typed.connect(self._find_county)
        self.county.picked.connect(self._take_county)
        self.unit.typed.connect(self._find_unit)
        self.unit.picked.connect(self._take_unit)
        self.who.entered.connect(self._send)
        self.unit.setEnabled(False)

    def _find_county(self, text: str) -> None:
        self._county = self._unit = None
        self.unit.line.clear()
        self.unit.setEnabled(False)
        self.unit.show_matches(())

        def show(found: list[Division]) -> None:
            if self.county.line.text() == text:
                self.county.show_matches(found)

        self._background.run(self, lambda: divisions.counties(text), show)

    def _take_county(self, county: Division) -> None:
        self._county = county

        def show(below: list[Division]) -> None:
            if self._county == county:
                self._below = below
                self.unit.setEnabled(True)
                self._find_unit("")
                self.unit.setFocus()

        self._background.run(self, lambda: divisions.below(county.code), show)

    def _find_unit(self, text: str) -> None:
        self._unit = None
        words_typed = text.split()
        units = [self._county, *self._below] if self._county else self._below
        self.unit.show_matches(
            [
                unit
                for unit in units
                if all(word in unit.name or word in unit.path_name for word in words_typed)
            ]
        )

    def _take_unit(self, unit: Division) -> None:
        self._unit = unit
        self.who.setFocus()

    def _send(self) -> None:
        if self.busy:
            return
        self.show_faults(())
        self.county.field.show_error("" if self._county else self.tr("Choose a county."))
        self.unit.field.show_error("" if self._unit else self.tr("Choose a unit."))
        if self._county is None:
            self.county.setFocus()
        elif self._unit is None:
            self.unit.setFocus()
        else:
            self.wanted.emit(self._county, self._below, self._unit, self.who.values())

    def _lay(self) -> None:
        for part in (self.county, self.unit, self.who):
            self.column.addWidget(part)
        self.add_buttons(link(self.tr("Back"), self.go_back), right=self._begin)
