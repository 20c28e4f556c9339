"""The head of a page: title, a line below it, buttons at the right."""

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import words


class PageHead(QWidget):
    """One button at most is the primary one; it stands last.

    At narrow widths the buttons go below the title, and wrap there.
    """

    def __init__(self, title: str, sub: str = "", buttons: tuple[QPushButton, ...] = ()) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = words(title, "title", wrap=True)
        self.sub = words(sub, "muted", wrap=True)
        self.sub.setVisible(bool(sub))
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self.title)
        left.addWidget(self.sub)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, right=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        self._box.addLayout(left, 1)
        self._box.addWidget(self._buttons)
        for made in buttons:
            self.add_button(made)

    def add_button(self, made: QWidget) -> None:
        """Add a button at the right end."""
        self._flow.addWidget(made)
        self._arrange()

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)
        self._arrange()

    def set_sub(self, sub: str) -> None:
        """Change the line below the title; empty hides it."""
        self.sub.setText(sub)
        self.sub.setVisible(bool(sub))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.width() - self._flow.sizeHint().width() - self._box.spacing()
        wanted = max(
            QFontMetrics(label.font()).horizontalAdvance(label.text()) + 4
            for label in (self.title, self.sub)
        )
        beside = room >= wanted
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._flow.set_right(beside)
        self._buttons.setMinimumWidth(self._flow.sizeHint().width() if beside else 0)
