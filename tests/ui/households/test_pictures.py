"""Every form of the households page, drawn: nothing cut off, nothing blank."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.ui.households import HouseholdsPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, HouseholdsPage]:
    spec = PageSpec("households", "users", "住户", HouseholdsPage)
    services = at_desk(desk)
    window = MainWindow(
        services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("households")
    settle(services.background)
    page = window.page()
    assert isinstance(page, HouseholdsPage)
    return window, page


def test_list(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, desk)
    picture(window, "households")


def test_sheet(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    picture(window, "households-sheet")
    page.sheet.reveal.ask_reason()
    page.sheet.reveal.submit()
    picture(window, "households-reason")
    page.sheet.reveal.reason.setText("核对协议书")
    page.sheet.reveal.submit()
    picture(window, "households-revealed")


def test_nothing(qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, make_desk(filled=False))
    picture(window, "households-empty")
