"""Every form of the round screen, drawn: nothing cut off, nothing blank."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.contract.screening import Outcome
from gridapp.ui.screening import ScreeningPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, ScreeningPage]:
    spec = PageSpec("screening", "house", "入户排查", ScreeningPage)
    services = at_desk(desk)
    window = MainWindow(
        services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("screening")
    settle(services.background)
    page = window.page()
    assert isinstance(page, ScreeningPage)
    return window, page


def test_walking(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    for outcome in (Outcome.QUIET, Outcome.ABSENT, Outcome.UNRECEPTIVE):
        page.walker.mark(outcome)
    picture(window, "screening")


def test_back_dating_with_a_remark(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.view.marking.edit_remark()
    qtbot.keyClick(page.view.marking.remark, Qt.Key.Key_A)
    page.view.marking.edit_date()
    qtbot.keyClick(page.view.marking.date, Qt.Key.Key_Down)
    picture(window, "screening-back-dating")


def test_dispute_at_the_door(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.walker.mark(Outcome.DISPUTE)
    settle(page.services.background)
    page.form.second.setText("李春兰")
    page.form.category.choose("0201")
    picture(window, "screening-dispute")


def test_dispute_with_faults_and_all_categories(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.walker.mark(Outcome.DISPUTE)
    settle(page.services.background)
    page.form.submitted.emit()
    page.form.category.more.click()
    picture(window, "screening-dispute-faults")


def test_opening_a_round(
    qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, make_desk(filled=False))
    picture(window, "screening-empty")
    page.open_round.click()
    page.round_form.submitted.emit()
    picture(window, "screening-new-round")


def test_done(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    for _household in range(17):
        page.walker.mark(Outcome.QUIET)
    page.walker.mark(Outcome.ABSENT)
    picture(window, "screening-done")
