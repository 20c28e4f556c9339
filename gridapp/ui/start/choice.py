"""A big button with a picture, a heading and a line below: a way in, or a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from gridapp.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ChoiceButton(QPushButton):
    """Pressed by click, Enter or Space. ``checkable`` ones beside each other exclude each other."""

    def __init__(
        self, picture: QLabel, title: str, detail: str = "", *, checkable: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        self.setProperty("choice", True)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(words(title, "heading", wrap=True))
        if detail:
            text.addWidget(words(detail, "muted", wrap=True))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(16, 12, 16, 12)
        self.row.setSpacing(14)
        self.row.addWidget(picture)
        self.row.addLayout(text, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.row.totalMinimumSize().width(), self.row.totalHeightForWidth(400))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.row.totalHeightForWidth(width)
