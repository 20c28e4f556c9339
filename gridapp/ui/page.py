"""The base of every screen: it shows, it asks, it asks again when something has changed."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.services import Services
from gridapp.ui.tokens import current

T = TypeVar("T")


class Page(QWidget):
    """Put parts into ``self.column``; implement ``refresh``.

    ``kinds`` names the kinds of record that make the page ask again when they change.
    ``shortcuts`` are (keys, what they do) for the sheet of Ctrl+/.
    """

    kinds: frozenset[str] = frozenset()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setProperty("role", "page")
        self.column = QVBoxLayout(self)
        self.column.setSpacing(16)
        self.column.setContentsMargins(24, 20, 24, 24)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        services.changes.changed.connect(self._on_changed)

    def opened(self, argument: object = None) -> None:
        """Called each time the page is shown, with what ``services.go`` was given."""
        self.refresh()

    def refresh(self) -> None:
        """Ask again and show the answer."""

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys of this page, each with what it does."""
        return ()

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Ask the desk on the database thread; the answer lands here, or is dropped."""
        self.services.background.run(self, work, done, failed or self.show_failure)

    def show_failure(self, error: Exception) -> None:
        """A fault with a ``code`` becomes a sentence; anything else is our bug."""
        self.services.show_failure(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = 24 if self.width() >= current().px(760) else 16
        self.column.setContentsMargins(side, 20, side, side)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if self.kinds & kinds and self.isVisible():
            self._soon.start(0)
