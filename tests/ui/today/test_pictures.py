"""Today, drawn with and without work: nothing cut off, nothing blank."""

from pytestqt.qtbot import QtBot

from gridapp.ui.today import TodayPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture
from tests.ui.pages import AtDesk
from tests.ui.today.busy import busy


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> MainWindow:
    spec = PageSpec("today", "clock", "今日", TodayPage)
    services = at_desk(desk)
    window = MainWindow(
        services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.go("today")
    return window


def test_today(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    picture(framed(qtbot, at_desk, desk), "today")


def test_a_full_day(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    busy(desk)
    picture(framed(qtbot, at_desk, desk), "today-full")


def test_a_day_without_work(
    qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture
) -> None:
    picture(framed(qtbot, at_desk, make_desk(filled=False)), "today-empty")
