"""The fields of a new person: name and password twice; faults stand at the field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gridapp.host.keyfile import MIN_PASSWORD
from gridapp.ui import messages
from gridapp.ui.start.password import PasswordField
from gridapp.ui.widgets.fields import Field, show_errors

PLACES = {
    "person.name_missing": "name",
    "key.password_too_short": "password",
    "person.passwords_differ": "repeated",
}
"""Fault → the field it stands at."""


class NewcomerFields(QWidget):
    """Enter goes on to the next field; ``entered``: Enter in the last one."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        hint = self.tr("At least {count} characters. Nobody can read the data without it.")
        self.password = PasswordField(self.tr("Password"), hint.format(count=MIN_PASSWORD))
        self.repeated = PasswordField(self.tr("Password again"))
        self.fields: dict[str, Field] = {
            "name": Field(self.tr("Your name"), self.name),
            "password": self.password,
            "repeated": self.repeated,
        }
        self.name.returnPressed.connect(self.password.line.setFocus)
        self.password.line.returnPressed.connect(self.repeated.line.setFocus)
        self.repeated.line.returnPressed.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in self.fields.values():
            column.addWidget(field)
        self.setFocusProxy(self.name)

    def values(self) -> tuple[str, str, str]:
        """Name, password and its repetition, as typed."""
        return self.name.text(), self.password.text(), self.repeated.text()


def show_faults(
    fields: dict[str, Field], places: dict[str, str], codes: Sequence[str]
) -> list[str]:
    """Show each fault at its field, all at once; returns the codes that have no field here."""
    show_errors(
        fields,
        {places[code]: messages.sentence(code) for code in codes if places.get(code) in fields},
    )
    return [code for code in codes if places.get(code) not in fields]
