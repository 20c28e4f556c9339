"""A password field: hidden, can be shown, and says when Caps Lock is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PasswordLine(QLineEdit):
    """``caps_lock(on)`` as soon as a letter or the key itself tells."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._caps: bool | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == QtCore.Qt.Key.Key_CapsLock and self._caps is not None:
            self._learn(not self._caps)
        elif text.isascii() and text.isalpha():
            shifted = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self._learn(text.isupper() != shifted)
        super().keyPressEvent(event)

    def _learn(self, on: bool) -> None:
        """Qt cannot ask for the state of Caps Lock; a letter without its case gives it away."""
        self._caps = on
        self.caps_lock.emit(on)


class PasswordField(Field):
    """A labelled password, a button that shows it, and the hint about Caps Lock below."""

    def __init__(self, label: str, hint: str = "") -> None:
        self.line = PasswordLine()
        super().__init__(label, self.line, hint)
        self._reveal = QPushButton()
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._show)
        self.caps = words(self.tr("Caps Lock is on"), "muted")
        self.caps.setProperty("tone", str(Tone.AMBER))
        self.caps.hide()
        self.line.caps_lock.connect(self.caps.setVisible)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._reveal)
        self.column.insertLayout(1, row)
        self.column.insertWidget(2, self.caps)
        self._show(False)

    def text(self) -> str:
        """The password as typed."""
        return self.line.text()

    def _show(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if shown else modes.Password)
        name = self.tr("Hide the password") if shown else self.tr("Show the password")
        self._reveal.setText(self.tr("Hide it") if shown else self.tr("Show it"))
        self._reveal.setAccessibleName(name)
        self._reveal.setToolTip(name)
