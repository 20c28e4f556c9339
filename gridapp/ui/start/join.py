"""Joining a county: its address, the one-time code, and who works here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from gridapp.ui.start.newcomer import PLACES, NewcomerFields, show_faults
from gridapp.ui.start.view import View
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import button, link

_PLACES = {
    **PLACES,
    "join.address_missing": "address",
    "join.code_missing": "code",
    "403.1 enrolment_code": "code",
    "sync.address": "address",
}


class JoinView(View):
    """``wanted(address, code, (name, password, repeated))`` when the form is sent."""

    wanted = Signal(str, str, object)

    def __init__(self, address: str) -> None:
        super().__init__(self.tr("Join a county"))
        self.address, self.code = QLineEdit(address), QLineEdit()
        self.address.setPlaceholderText("https://")
        self.who = NewcomerFields()
        self.address.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self.who.setFocus)
        self.who.entered.connect(self._send)
        self._fields: dict[str, Field] = {
            "address": Field(self.tr("Server address"), self.address),
            "code": Field(
                self.tr("One-time code"), self.code, self.tr("Your township gives it to you.")
            ),
            **self.who.fields,
        }
        self._join = button(self.tr("Join"), self._send, primary=True)
        self._lay()
        self.setFocusProxy(self.code if address else self.address)

    def show_faults(self, codes: Sequence[str]) -> Sequence[str]:
        return show_faults(self._fields, _PLACES, codes)

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._join.setEnabled(not busy)
        self._join.setText(self.tr("Joining…") if busy else self.tr("Join"))

    def _send(self) -> None:
        if not self.busy:
            self.show_faults(())
            self.wanted.emit(
                self.address.text().strip(), self.code.text().strip(), self.who.values()
            )

    def _lay(self) -> None:
        for part in (self._fields["address"], self._fields["code"], self.who):
            self.column.addWidget(part)
        self.add_buttons(link(self.tr("Back"), self.go_back), right=self._join)
