"""Several parts in one place, one of them in sight; only that one says how much room it needs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class OneOf(QWidget):
    """Unlike a QStackedWidget it does not grow as tall as its tallest hidden part."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add(self, part: QWidget) -> None:
        """Add a part; the first is in sight."""
        self._parts.append(part)
        self._column.addWidget(part)
        part.setVisible(self._current is None)
        self._current = self._current or part

    def show_part(self, part: QWidget) -> None:
        """Bring a part into sight; the one before keeps what it holds."""
        before, self._current = self._current, part
        if before is not None and before is not part:
            before.hide()
        part.show()

    def current(self) -> QWidget | None:
        """The part in sight."""
        return self._current
