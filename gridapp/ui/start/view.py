"""The base of what the first window shows: a form that can be busy, at fault, and left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gridapp.ui.widgets.words import words


class View(QWidget):
    """``back`` when the person wants to leave it."""

    back = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.busy = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        if title:
            self.column.addWidget(words(title, "title", wrap=True))

    def show_busy(self, busy: bool) -> None:
        """While the answer is awaited nothing can be sent again, nor left."""
        self.busy = busy

    def show_faults(self, codes: Sequence[str]) -> Sequence[str]:
        """Show faults at their fields; returns those that have no field here."""
        return codes

    def go_back(self) -> None:
        """Esc, or the link."""
        if not self.busy:
            self.back.emit()

    def add_buttons(self, *left: QPushButton, right: QPushButton) -> None:
        """The last line of a form."""
        row = QHBoxLayout()
        for made in left:
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(right)
        self.column.addLayout(row)
