"""The bar at the top: search, the state of the line, the demo mark, the person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from gridapp.ui.searching import SearchBox
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.elided import Elided
from gridapp.ui.widgets.words import set_property, words


class TopBar(QFrame):
    """``status_pressed`` when the person asks what the state of the line means."""

    status_pressed = Signal()

    def __init__(self, search: SearchBox, person: str, unit: str, *, demo: bool) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setMinimumHeight(56)
        self.status = QPushButton()
        self.status.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.status.setCursor(Qt.CursorShape.PointingHandCursor)
        self.status.clicked.connect(self.status_pressed)
        self.show_status("", Tone.NEUTRAL)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(16)
        search.setMaximumWidth(420)
        row.addWidget(search, 8)
        row.addWidget(self.status)
        row.addStretch(1)
        if demo:
            row.addWidget(words(self.tr("Demo"), "demo"), 0, Qt.AlignmentFlag.AlignVCenter)
        who = QVBoxLayout()
        who.setSpacing(0)
        for text, role in ((person, "heading"), (unit, "muted")):
            label = Elided(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            who.addWidget(label)
        row.addLayout(who)

    def show_status(self, text: str, tone: Tone) -> None:
        """Say the truth about the line in a few words; empty hides it."""
        self.status.setText(text)
        self.status.setAccessibleName(text)
        self.status.setVisible(bool(text))
        set_property(self.status, "status", str(tone))
