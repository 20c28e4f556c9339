"""Step 1: choose a file or drop one; why it cannot be read."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.background import Background
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.ui.widgets.work import WorkPanel


class FileStep(QWidget):
    """``choose`` is called when the person wants to pick a file."""

    def __init__(self, background: Background, choose: Callable[[], object]) -> None:
        super().__init__()
        self.pick = button(self.tr("Choose a file"), choose, primary=True, icon="folder-open")
        self.empty = Empty(
            "file-spreadsheet",
            self.tr("Choose the village's household roster, or drop it here"),
            self.tr(
                "Excel, WPS or CSV, as it is: title rows, merged cells and one sheet a group"
                " are understood. Nothing is changed before you have seen everything."
            ),
            self.pick,
        )
        self.fault = words("", wrap=True)
        self.fault.setAlignment(Qt.AlignmentFlag.AlignCenter)
        set_tone(self.fault, Tone.RED)
        self.fault.hide()
        self.work = WorkPanel(background, self.tr("Reading the file"))
        card = Card()
        card.body.addStretch(1)
        card.add(self.fault, self.empty, self.work)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_reading(self) -> None:
        """A file is being read."""
        self.fault.hide()
        self.empty.hide()

    def show_ready(self) -> None:
        """Wait for a file."""
        self.fault.hide()
        self.empty.show()

    def show_fault(self, path: Path, sentence: str) -> None:
        """Say why a file was refused; another one can be chosen."""
        text = self.tr("“{name}” was not read. {reason}")
        self.fault.setText(text.format(name=path.name, reason=sentence))
        self.fault.show()
        self.empty.show()
        self.pick.setFocus()
