"""Several views in one place: only the one in sight says how much room it needs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Views(QWidget):
    """A low view is not made tall by a tall one that nobody sees, as in a QStackedWidget.

    ``changed``: another view is in sight.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._in_sight: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def in_sight(self) -> QWidget | None:
        """The view that is shown."""
        return self._in_sight

    def add(self, view: QWidget) -> None:
        """Add a view; the first one is in sight."""
        if self._in_sight is None:
            self._in_sight = view
        else:
            view.hide()
        self._column.addWidget(view)

    def show_view(self, view: QWidget) -> None:
        """Show this one instead; it was added before."""
        before, self._in_sight = self._in_sight, view
        if before is view:
            return
        if before is not None:
            before.hide()
        view.show()
        self.changed.emit()
