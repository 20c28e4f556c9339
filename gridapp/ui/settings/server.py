"""The server of the county: its address, which may change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gridapp.ui import messages
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import button, link, words
from gridapp.usecases.sync.sync import SyncStatus


class ServerCard(Card):
    """``wanted(address)``: another address. ``join_wanted``: there is no county yet."""

    wanted = Signal(str)
    join_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Server of the county"))
        self.address = QLineEdit()
        self.field = Field(self.tr("Server address"), self.address)
        self.save = button(self.tr("Save the address"), self.send)
        self.address.returnPressed.connect(self.send)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.save)
        self._buttons = QWidget()
        self._buttons.setLayout(row)
        self.none = words(self.tr("No county joined"), wrap=True)
        self.join = link(self.tr("Join a county"), self.join_wanted.emit)
        self.add(self.none, self.join, self.field, self._buttons)
        self.body.setAlignment(self.join, Qt.AlignmentFlag.AlignLeft)
        self._joined(False)

    def show_server(self, status: SyncStatus) -> None:
        """Show the county in force; what is being typed stays."""
        self.set_note(status.county)
        self._joined(status.joined)
        if not self.address.isModified():
            self.address.setText(status.address)

    def send(self) -> None:
        """Ask for the address as typed."""
        self.wanted.emit(self.address.text().strip())

    def show_faults(self, codes: Sequence[str]) -> None:
        """What was wrong; nothing when it was taken."""
        self.field.show_error(" ".join(messages.sentence(code) for code in codes))
        if not codes:
            self.address.setModified(False)

    def _joined(self, joined: bool) -> None:
        for part in (self.field, self._buttons):
            part.setVisible(joined)
        for part in (self.none, self.join):
            part.setVisible(not joined)
