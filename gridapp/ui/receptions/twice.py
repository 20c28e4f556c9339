"""Says that a roster was planned on two laptops, and offers to take the second plan out."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout

from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.words import link, words


class PlannedTwice(QFrame):
    """Hidden while nothing was planned twice."""

    def __init__(self, remove: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("notice", str(Tone.AMBER))
        self.text = words("", wrap=True)
        self.remove = link(self.tr("Remove the second plan"), remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.remove)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many receptions are in the roster for a second time."""
        text = self.tr("The roster was planned on two laptops: {count} receptions stand twice.")
        self.text.setText(text.format(count=count))
        self.setVisible(bool(count))
