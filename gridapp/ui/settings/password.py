"""The own password: the old one, and the new one twice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from gridapp.host.keyfile import MIN_PASSWORD
from gridapp.ui import messages
from gridapp.ui.start.password import PasswordField
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import show_errors
from gridapp.ui.widgets.words import button

_PLACES = {
    "key.wrong_password": "old",
    "key.password_too_short": "new",
    "person.passwords_differ": "repeated",
}


class PasswordCard(Card):
    """``wanted(old, new, repeated)`` when the form is sent."""

    wanted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("Own password"))
        hint = self.tr("At least {count} characters. Nobody can read the data without it.")
        self.fields = {
            "old": PasswordField(self.tr("Password until now")),
            "new": PasswordField(self.tr("New password"), hint.format(count=MIN_PASSWORD)),
            "repeated": PasswordField(self.tr("New password again")),
        }
        self._save = button(self.tr("Change the password"), self.send, primary=True)
        old, new, repeated = (field.line for field in self.fields.values())
        old.returnPressed.connect(new.setFocus)
        new.returnPressed.connect(repeated.setFocus)
        repeated.returnPressed.connect(self.send)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._save)
        self.add(*self.fields.values(), row)

    def send(self) -> None:
        """Send the form, once."""
        if self._save.isEnabled():
            self._save.setEnabled(False)
            old, new, repeated = (field.text() for field in self.fields.values())
            self.wanted.emit(old, new, repeated)

    def taken(self) -> None:
        """The password has been changed: nothing of it stays on the screen."""
        self.show_faults(())
        for field in self.fields.values():
            field.line.clear()

    def show_faults(self, codes: Sequence[str]) -> None:
        """What was wrong, at its field."""
        self._save.setEnabled(True)
        show_errors(
            dict(self.fields),
            {_PLACES[code]: messages.sentence(code) for code in codes if code in _PLACES},
        )
