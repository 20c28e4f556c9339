"""A person at the screen who only has a keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gridapp.ui.page import Page
from tests.ui.conftest import settle


class Keyboard:
    """Presses keys at whatever has the focus, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key press."""
        self.presses += 1
        QTest.keyClick(self.focus(), key, modifier)

    def type(self, text: str) -> None:
        """Commit a text as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def rest(self) -> None:
        """Wait until everything asked for has landed."""
        settle(self.page.services.background)

    def focus(self) -> QWidget:
        """What has the focus."""
        return QApplication.focusWidget() or self.page.focusWidget() or self.page


def open_page(page: Page, argument: object = None) -> Keyboard:
    """Show a page as the frame does."""
    page.resize(1192, 664)
    page.show()
    page.activateWindow()
    QTest.qWait(5)
    assert page.isActiveWindow(), "keys would go nowhere"
    page.opened(argument)
    keyboard = Keyboard(page)
    keyboard.rest()
    return keyboard
