"""The households page at a desk, and keys pressed where the focus is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gridapp.ui.households import HouseholdsPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.households.households import MemberLine
from tests.ui.conftest import settle
from tests.ui.pages import AtDesk, at_desk, said

__all__ = ["at_desk", "said"]

Press = Callable[..., None]
"""Keys, keys with a modifier as a pair, and texts that are typed."""


@pytest.fixture
def page(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> HouseholdsPage:
    made = HouseholdsPage(at_desk(desk))
    qtbot.addWidget(made)
    made.resize(1192, 664)
    made.show()
    made.activateWindow()
    made.opened()
    settle(made.services.background)
    return made


@pytest.fixture
def press(qtbot: QtBot, page: HouseholdsPage) -> Press:
    def at_focus(*keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier] | str) -> None:
        for key in keys:
            where = QApplication.focusWidget() or page
            if isinstance(key, str):
                _type(key)
            elif isinstance(key, tuple):
                qtbot.keyClick(where, *key)
            else:
                qtbot.keyClick(where, key)
            settle(page.services.background)

    return at_focus


def _type(text: str) -> None:
    """As an input method that composes nothing hands the characters on."""
    for one in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, one)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def people(page: HouseholdsPage) -> list[MemberLine]:
    """The members as the sheet shows them."""
    return [person.line for person in page.views.sheet.members.rows if person.line is not None]
