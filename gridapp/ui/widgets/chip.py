"""A state as a quiet chip with a word."""

from PySide6 import QtCore
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.words import set_property


class Chip(QLabel):
    """Never without a word: the colour alone says nothing to some people."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self.show_state(text, tone)

    def show_state(self, text: str, tone: Tone) -> None:
        """Show another word and tone."""
        self.setText(text)
        self.setAccessibleName(text)
        set_property(self, "chip", str(tone))
