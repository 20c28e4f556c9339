"""An empty place that says what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.ui import icons
from gridapp.ui.widgets.words import words


class Empty(QWidget):
    """Icon, one sentence, what to do next and, if there is one, the button that does it."""

    def __init__(
        self, icon: str, title: str, hint: str = "", action: QPushButton | None = None
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        picture = QLabel()
        icons.put(picture, icon, "muted", 40)
        self.title, self.hint = words(title, "heading", wrap=True), words(hint, "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        column.addStretch(1)
        for part in (picture, self.title, self.hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        self.hint.setVisible(bool(hint))
        if action is not None:
            column.addSpacing(8)
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
