"""The first start: three ways in, and a county set up by typing its name."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from uuid_utils.compat import uuid7

from gridapp.host.laptop import Laptop
from gridapp.host.people import list_people
from gridapp.ui.background import Background
from gridapp.ui.start.join import JoinView
from gridapp.ui.start.set_up import SetUpView
from gridapp.ui.start.ways import WaysView
from gridapp.ui.start.window import StartWindow
from gridapp.usecases.grids import grids
from tests.ui.chinese import commit
from tests.ui.conftest import Picture

PASSWORD = "correct horse"


@pytest.fixture
def window(qtbot: QtBot, background: Background, tmp_path: Path) -> StartWindow:
    laptop = Laptop(tmp_path, lambda: datetime(2026, 11, 22, 2, tzinfo=UTC), uuid7)
    made = StartWindow(background, laptop)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(qtbot: QtBot, window: StartWindow, number: int) -> QWidget:
    assert isinstance(window.view, WaysView)
    qtbot.keyClick(window.view.buttons[number], Qt.Key.Key_Return)
    return window.view


def settle(qtbot: QtBot, background: Background) -> None:
    assert background.wait_idle()


def test_try_it_asks_for_the_demo_once(qtbot: QtBot, window: StartWindow) -> None:
    asked: list[bool] = []
    window.demo_wanted.connect(lambda: asked.append(True))
    choose(qtbot, window, 2)
    assert asked == [True]
    assert not window.view.isEnabled() or not window.view.buttons[2].isEnabled()


def test_a_county_is_set_up_offline_by_keyboard_alone(
    qtbot: QtBot, window: StartWindow, background: Background
) -> None:
    view = choose(qtbot, window, 1)
    assert isinstance(view, SetUpView)
    commit(view.county.line, "永福")
    settle(qtbot, background)
    qtbot.keyClick(view.county.line, Qt.Key.Key_Return)
    settle(qtbot, background)
    commit(view.unit.line, "罗锦")
    first = view.unit.list.item(0).text()
    assert first.startswith("罗锦镇")
    qtbot.keyClick(view.unit.line, Qt.Key.Key_Return)
    assert window.focusWidget() is view.who.name
    commit(view.who.name, "陈志平")
    for _twice in range(2):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClicks(window.focusWidget(), PASSWORD)
    with qtbot.waitSignal(window.signed_in, timeout=10_000) as said:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    (desk,) = said.args
    assert (desk.person.name, desk.person.unit_name) == ("陈志平", "罗锦镇")
    assert desk.person.role == "township"
    assert "罗锦镇" in {place.name for place in grids.places(desk)}
    desk.store.close()


def test_all_faults_stand_at_their_fields_at_once_and_nobody_is_set_up(
    qtbot: QtBot, window: StartWindow, background: Background
) -> None:
    view = choose(qtbot, window, 1)
    assert isinstance(view, SetUpView)
    qtbot.keyClick(view.who.repeated.line, Qt.Key.Key_Return)
    assert view.county.field.error.isVisible()
    assert view.unit.field.error.isVisible()
    commit(view.county.line, "永福")
    settle(qtbot, background)
    qtbot.keyClick(view.county.line, Qt.Key.Key_Return)
    settle(qtbot, background)
    qtbot.keyClick(view.unit.line, Qt.Key.Key_Return)
    qtbot.keyClicks(view.who.password.line, "short")
    qtbot.keyClick(view.who.repeated.line, Qt.Key.Key_Return)
    settle(qtbot, background)
    assert view.who.fields["name"].error.isVisible()
    assert view.who.password.error.isVisible()
    assert list_people(window._laptop.data) == ()


def test_a_changed_county_forgets_the_unit_chosen_in_the_old_one(
    qtbot: QtBot, window: StartWindow, background: Background
) -> None:
    view = choose(qtbot, window, 1)
    assert isinstance(view, SetUpView)
    commit(view.county.line, "永福")
    settle(qtbot, background)
    qtbot.keyClick(view.county.line, Qt.Key.Key_Return)
    settle(qtbot, background)
    qtbot.keyClick(view.unit.line, Qt.Key.Key_Return)
    wanted: list[object] = []
    view.wanted.connect(lambda *_: wanted.append(True))
    qtbot.keyClick(view.county.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(view.who.repeated.line, Qt.Key.Key_Return)
    assert wanted == []


def test_enter_goes_through_the_form_of_joining(qtbot: QtBot, window: StartWindow) -> None:
    view = choose(qtbot, window, 0)
    assert isinstance(view, JoinView)
    stops = (view.address, view.code, view.who.name, view.who.password.line)
    for stop in stops:
        assert window.focusWidget() is stop
        qtbot.keyClick(stop, Qt.Key.Key_Return)


def test_escape_leads_back_to_the_three_ways(qtbot: QtBot, window: StartWindow) -> None:
    view = choose(qtbot, window, 0)
    assert isinstance(view, JoinView)
    qtbot.keyClick(view.address, Qt.Key.Key_Escape)
    assert isinstance(window.view, WaysView)


def test_pictures(
    qtbot: QtBot, window: StartWindow, background: Background, picture: Picture
) -> None:
    picture(window, "start-ways")
    join = choose(qtbot, window, 0)
    assert isinstance(join, JoinView)
    join.show_faults(("join.code_missing", "key.password_too_short"))
    picture(window, "start-join-faults")
    window.show_ways()
    view = choose(qtbot, window, 1)
    assert isinstance(view, SetUpView)
    commit(view.county.line, "永")
    settle(qtbot, background)
    picture(window, "start-county")
