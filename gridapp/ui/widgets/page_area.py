"""Where a page scrolls in the frame; the keyboard stays in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class PageArea(QScrollArea):
    """When what has the focus is hidden and nothing behind it in the page takes it, the page does.

    Qt would give it to the rail, where the keys of the page are dead.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._page = page
        self.setWidget(page)

    def focusNextPrevChild(self, next: bool) -> bool:
        held = QApplication.focusWidget()
        moved = super().focusNextPrevChild(next)
        was_hidden = held is not None and not held.isVisible()
        if was_hidden and self.isVisible() and not self.isAncestorOf(QApplication.focusWidget()):
            self._page.setFocus()
        return moved
