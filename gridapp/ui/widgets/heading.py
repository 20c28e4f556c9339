"""The head of a page: title, a line below it, buttons at the right."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import words


class PageHead(QWidget):
    """One button at most is the primary one; it stands last. Buttons wrap at narrow widths."""

    def __init__(self, title: str, sub: str = "", buttons: tuple[QPushButton, ...] = ()) -> None:
        super().__init__()
        self.title = words(title, "title", wrap=True)
        self.sub = words(sub, "muted", wrap=True)
        self.sub.setVisible(bool(sub))
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addWidget(self.sub)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(left, 1)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, right=True)
        row.addWidget(self._buttons, 1 if len(buttons) > 2 else 0)
        for made in buttons:
            self.add_button(made)

    def add_button(self, made: QWidget) -> None:
        """Add a button at the right end."""
        self._flow.addWidget(made)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)

    def set_sub(self, sub: str) -> None:
        """Change the line below the title; empty hides it."""
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
