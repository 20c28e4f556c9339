"""One of the two values of a conflict: the value, who wrote it when, and the key that takes it."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gridapp.contract.conflicts import Choice
from gridapp.store.sync.conflicts import ConflictLine
from gridapp.ui import field_words
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.words import words

translate = QCoreApplication.translate

_KEYS = {Choice.STANDING: "1", Choice.OFFERED: "2"}


class SidePane(QFrame):
    """``scope``: where the key works."""

    def __init__(
        self, choice: Choice, title: str, take: str, pressed: Callable[[], object], scope: QWidget
    ) -> None:
        super().__init__()
        self._choice = choice
        self._title = title
        self.value = words("", "heading", wrap=True)
        self.value.setAccessibleName(title)
        self.by = words("", "muted", wrap=True)
        self.take = KeyButton(_KEYS[choice], take, pressed, small=True, scope=scope)
        self.why_not = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (words(title, "muted"), self.value, self.by, self.why_not):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.take)

    def show_side(self, line: ConflictLine, by: str, allowed: Collection[Choice]) -> None:
        """Show the value of a conflict, who wrote it, and why it cannot be taken if it cannot."""
        value = line.standing if self._choice is Choice.STANDING else line.offered
        text = field_words.value(line.kind, line.field, value, line.names)
        self.value.setText(text)
        self.by.setText(by)
        self.by.setVisible(bool(by))
        self.take.setEnabled(self._choice in allowed)
        self.take.setVisible(self._choice in allowed)
        self.take.setAccessibleDescription(f"{self._title}: {text}. {by}")
        self.why_not.setText(_why_not(line, self._choice, allowed))
        self.why_not.setVisible(bool(self.why_not.text()))


def _why_not(line: ConflictLine, choice: Choice, allowed: Collection[Choice]) -> str:
    """Why a choice is not offered; "" when it is, or when the other value says it already."""
    if choice in allowed:
        return ""
    if not allowed:
        above = translate("SidePane", "The grid leader of the village decides this.")
        return above if choice is Choice.STANDING else ""
    if not line.present:
        return translate(
            "SidePane", "This program does not know it, or it is gone. It stays as it is."
        )
    if line.names:
        return translate("SidePane", "That unit is not on this laptop; the township can decide it.")
    return translate(
        "SidePane", "The case has moved on. To change it, open the case and take the next step."
    )
