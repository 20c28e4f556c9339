"""One of the two values of a conflict: the value, who wrote it when, and the key that takes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.words import words


class SidePane(QFrame):
    """``scope``: where the key works."""

    def __init__(
        self, title: str, key: str, take: str, pressed: Callable[[], object], scope: QWidget
    ) -> None:
        super().__init__()
        self._title = title
        self.value = words("", "heading", wrap=True)
        self.value.setAccessibleName(title)
        self.by = words("", "muted", wrap=True)
        self.take = KeyButton(key, take, pressed, small=True, scope=scope)
        self.why_not = words("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (words(title, "muted"), self.value, self.by, self.why_not):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.take)

    def show_side(self, value: str, by: str, why_not: str) -> None:
        """Show a value; ``why_not`` says why it cannot be taken, "" when it can."""
        self.value.setText(value)
        self.by.setText(by)
        self.by.setVisible(bool(by))
        self.take.setEnabled(not why_not)
        self.take.setVisible(not why_not)
        self.take.setAccessibleDescription(f"{self._title}: {value}. {by}")
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))
