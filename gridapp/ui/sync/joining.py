"""The form that joins a county from a laptop that was set up without one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gridapp.ui import messages
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.sync.sync import SyncStatus

_PLACES = {
    "join.address_missing": "address",
    "join.address_doubtful": "address",
    "join.code_missing": "code",
    "403.1 enrolment_code": "code",
}

_ANEW = {"401.1 token", "401.2 signature", "401.3 unknown_device"}
"""The county does not know this device, or cannot verify it."""


class JoinCard(Card):
    """``wanted(address, code)`` when the form is sent."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Join a county"))
        self.hide()
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
        self._hint = words("", "muted", wrap=True)
        self.add(self._hint, *self.fields.values(), self._problem, row)

    def show_for(self, status: SyncStatus) -> None:
        """Offered to a laptop without a county, and to one that its county does not know (any
        more): it joins again, and keeps and sends everything that it has.
        """
        again = status.joined and status.last_error in _ANEW
        self.setVisible(again or not status.joined)
        self.set_title(self.tr("Join the county again") if again else self.tr("Join a county"))
        self._hint.setText(
            self.tr("Everything on this laptop is kept, and offered to the county again.")
            if again
            else self.tr(
                "Until then everything is kept on this laptop. What was recorded here is sent "
                "with the first exchange."
            )
        )
        if again and not self.address.isModified():
            self.address.setText(status.address)

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
