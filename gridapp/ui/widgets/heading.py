"""The head of a page: title, a line below it, buttons at the right."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gridapp.ui.widgets.beside import BesideLayout
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import words


class PageHead(QWidget):
    """One button at most is the primary one; it stands last.

    At narrow widths the buttons go below the title, and wrap there.
    """

    def __init__(self, title: str, sub: str = "", buttons: tuple[QPushButton, ...] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = words(title, "title", wrap=True)
        self.sub = words(sub, "muted", wrap=True)
        if not sub:
            self.sub.hide()
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.sub)
        self._flow = FlowLayout(right, right=True)
        BesideLayout(self, left, right, self._words_width, self._flow.set_right)
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

    def _words_width(self) -> int:
        return 4 + max(
            QFontMetrics(label.font()).horizontalAdvance(label.text())
            for label in (self.title, self.sub)
        )
