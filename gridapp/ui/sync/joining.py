"""The form that joins a county from a laptop that was set up without one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gridapp.ui import messages
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.words import button, words

_PLACES = {
    "join.address_missing": "address",
    "join.address_doubtful": "address",
    "join.code_missing": "code",
    "403.1 enrolment_code": "code",
}


class JoinCard(Card):
    """``wanted(address, code)`` when the form is sent."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Join a county"))
        self.address, self.code = QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("https://")
        self.fields = {
            "address": Field(self.tr("Server address"), self.address),
            "code": Field(
                self.tr("One-time code"), self.code, self.tr("Your township gives it to you.")
            ),
        }
        self._join = button(self.tr("Join"), self.send, primary=True)
        self._problem = words("", "error", wrap=True)
        self._problem.hide()
        self.address.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self.send)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._join)
        hint = self.tr(
            "Until then everything is kept on this laptop. What was recorded here is sent with "
            "the first exchange."
        )
        self.add(words(hint, "muted", wrap=True), *self.fields.values(), self._problem, row)

    def send(self) -> None:
        """Send the form, once."""
        if self._join.isEnabled():
            self.show_busy(True)
            self.wanted.emit(self.address.text().strip(), self.code.text().strip())

    def show_busy(self, busy: bool) -> None:
        """While the county answers."""
        self._join.setEnabled(not busy)
        self._join.setText(self.tr("Joining…") if busy else self.tr("Join"))

    def show_faults(self, codes: Sequence[str]) -> None:
        """What was wrong, at its field or below the form."""
        self.show_busy(False)
        here = [code for code in codes if code in _PLACES]
        show_errors(self.fields, {_PLACES[code]: messages.sentence(code) for code in here})
        rest = [messages.sentence(code) for code in codes if code not in _PLACES]
        self._problem.setText(" ".join(rest))
        self._problem.setVisible(bool(rest))
