"""Where a page scrolls in the frame; the keyboard stays in it."""

from PySide6.QtCore import Qt, QTimer
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
        self._held = 0
        self.verticalScrollBar().rangeChanged.connect(self._hold)
        self.setWidget(page)

    def _hold(self, _lowest: int, highest: int) -> None:
        """What is laid anew has no height for a moment: the page does not jump for it."""
        bar = self.verticalScrollBar()
        if bar.value() > highest:
            self._held = bar.value()
            QTimer.singleShot(0, self, self._let_go)
        elif self._held:
            bar.setValue(self._held)

    def _let_go(self) -> None:
        self._held = 0

    def focusNextPrevChild(self, next: bool) -> bool:
        held = QApplication.focusWidget()
        moved = super().focusNextPrevChild(next)
        holds = QApplication.focusWidget()
        was_hidden = held is not None and not held.isVisible()
        strayed = holds is None or not self.isAncestorOf(holds)
        if was_hidden and strayed and self.isVisible():
            self._page.setFocus()
        return moved
