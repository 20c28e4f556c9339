"""Labels and buttons with a role, so that screens hold no sizes and no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore  # not Qt from it: 13 ms, which the first paint need not wait for
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QKeyEvent

    from gridapp.ui.tokens import Tone

_PLAIN = 0
"""``Qt.TextFormat.PlainText`` as a number: every label wants it, the first ones before Qt."""


def words(text: str = "", role: str = "body", *, wrap: bool = False) -> QLabel:
    """A label. Roles: title, figure, heading, body, muted, error, keycap.

    Text is plain: what people typed must never become markup.
    """
    label = QLabel(text)
    label.setProperty("textFormat", _PLAIN)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    return label


class _Button(QPushButton):
    """Enter presses it, as Space does: people who do not know Qt expect no less."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        if self.property("flat_link"):
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)


def button(
    text: str, pressed: Callable[[], object], *, primary: bool = False, icon: str = ""
) -> QPushButton:
    """A push button. One primary per page. ``pressed`` is a bound method of the page."""
    made = _Button(text)
    made.setAccessibleName(text)
    made.setProperty("primary", primary)
    if icon:
        from gridapp.ui import icons  # the first window has none, and is painted sooner

        icons.put(made, icon, "on_accent" if primary else "text", 16)
    made.clicked.connect(_without_checked(pressed))
    return made


def link(text: str, pressed: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    made = button(text, pressed)
    made.setProperty("flat_link", True)
    return made


def rule() -> QFrame:
    """A thin horizontal line."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet reads, and dress the widget again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.updateGeometry()


def set_tone(label: QLabel, tone: Tone | None) -> None:
    """Colour the words of a label; None for the ordinary colour."""
    set_property(label, "tone", "" if tone is None else str(tone))


def _without_checked(pressed: Callable[[], object]) -> Callable[[bool], None]:
    def on_clicked(_checked: bool) -> None:
        pressed()

    return on_clicked
