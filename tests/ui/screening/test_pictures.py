"""Every form of the round screen, drawn: nothing cut off, nothing blank."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gridapp.contract.screening import Outcome
from gridapp.ui import theme
from gridapp.ui import words as names
from gridapp.ui.screening import ScreeningPage
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.window import MainWindow
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui import frame
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, ScreeningPage]:
    return frame.framed(qtbot, at_desk(desk), "house", "入户排查", ScreeningPage)


def test_walking(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    for outcome in (Outcome.QUIET, Outcome.ABSENT, Outcome.UNRECEPTIVE):
        page.walker.mark(outcome)
    picture(window, "screening")


@pytest.mark.parametrize("percent", [100, 150])
def test_name_and_marks_are_in_sight_in_a_low_window(
    qtbot: QtBot, qapp: QApplication, at_desk: AtDesk, desk: Desk, percent: int
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.view.marking.edit_remark()
    page.view.marking.edit_date()
    theme.apply(qapp, False, percent)
    window.resize(911, 512)
    settle(page.services.background)
    wanted = {names.outcome(outcome) for outcome in Outcome}
    marks = [made for made in page.findChildren(KeyButton) if made.text() in wanted]
    assert len(marks) == 5
    for part in (page.view.panel.name, page.view.panel.address, *marks):
        whole = part.visibleRegion().boundingRect()
        assert whole.height() >= part.height() - 1, part.text()


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
    page.at_door.form.second.setText("李春兰")
    page.at_door.form.category.choose("0201")
    picture(window, "screening-dispute")


def test_dispute_with_faults_and_all_categories(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.walker.mark(Outcome.DISPUTE)
    settle(page.services.background)
    page.at_door.form.submitted.emit()
    page.at_door.form.category.more.click()
    picture(window, "screening-dispute-faults")


def test_opening_a_round(
    qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, make_desk(filled=False))
    picture(window, "screening-empty")
    page.open_round.click()
    settle(page.services.background)
    page.round_form.submitted.emit()
    picture(window, "screening-new-round")


def test_done(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    for _household in range(17):
        page.walker.mark(Outcome.QUIET)
    page.walker.mark(Outcome.ABSENT)
    picture(window, "screening-done")
