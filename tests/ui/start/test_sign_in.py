"""Signing in: only with the password, not faster than the wait, by keyboard alone."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from uuid_utils.compat import uuid7

from gridapp.contract.grids import division_id
from gridapp.host import settings
from gridapp.host.laptop import Laptop
from gridapp.ui.background import Background
from gridapp.ui.start.sign_in import SignInView
from gridapp.ui.start.window import StartWindow
from gridapp.usecases import people
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.people import NewPerson
from tests.ui.conftest import Picture

PASSWORD = "correct horse"


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path, lambda: datetime(2026, 11, 22, 2, tzinfo=UTC), uuid7)


def add(laptop: Laptop, name: str, unit: str, *, demo: bool = False) -> UUID:
    person = Person(name, division_id("450326"), unit, "county", demo)
    id_, store = people.make_store(laptop, NewPerson(name, PASSWORD, PASSWORD, demo))
    people.remember(Desk(store, person, laptop.now, laptop.new_id))
    people.announce(laptop.data, id_, person)
    store.close()
    return id_


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def open_window(qtbot: QtBot, background: Background, laptop: Laptop, clock: Clock) -> StartWindow:
    window = StartWindow(background, laptop, clock)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def entry(window: StartWindow) -> SignInView:
    assert isinstance(window.view, SignInView)
    return window.view


def type_password(qtbot: QtBot, window: StartWindow, text: str) -> None:
    line = entry(window).password.line
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_right_password_opens_the_desk_of_who_was_chosen(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    second = add(laptop, "王桂英", "坪岭村")
    window = open_window(qtbot, background, laptop, Clock())
    first, other = entry(window)._buttons.values()
    assert first.isChecked()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert other.isChecked()
    with qtbot.waitSignal(window.signed_in) as said:
        type_password(qtbot, window, PASSWORD)
    (desk,) = said.args
    assert (desk.person.name, desk.person.unit_name) == ("王桂英", "坪岭村")
    assert settings.load(laptop.data).last_person == second
    desk.store.close()


def test_the_last_person_is_proposed_first_and_the_cursor_waits_for_the_password(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    last = add(laptop, "王桂英", "坪岭村")
    settings.save(laptop.data, settings.Settings(last_person=last))
    window = open_window(qtbot, background, laptop, Clock())
    assert entry(window).chosen() == last
    assert window.focusWidget() is entry(window).password.line


def test_a_wrong_password_waits_twice_as_long_each_time_and_enter_does_nothing_meanwhile(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    clock = Clock()
    window = open_window(qtbot, background, laptop, clock)
    view = entry(window)
    tried: list[str] = []
    view.tried.connect(lambda _person, text: tried.append(text))
    for number, wait in enumerate((1, 2, 4), start=1):
        type_password(qtbot, window, f"wrong {number}")
        background.wait_idle()
        assert str(wait) in view.password.error.text()
        clock.now += wait - 0.5
        type_password(qtbot, window, PASSWORD)
        assert len(tried) == number
        assert not view._enter.isEnabled()
        clock.now += 1
        qtbot.waitUntil(view._enter.isEnabled)
    with qtbot.waitSignal(window.signed_in) as said:
        type_password(qtbot, window, PASSWORD)
    said.args[0].store.close()


def test_going_to_another_form_and_back_does_not_shorten_the_wait(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    window = open_window(qtbot, background, laptop, Clock())
    type_password(qtbot, window, "wrong")
    background.wait_idle()
    entry(window).another.emit()
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    type_password(qtbot, window, PASSWORD)
    assert not window.view.busy
    assert not entry(window)._enter.isEnabled()


def test_caps_lock_is_told_from_a_letter_without_shift(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    window = open_window(qtbot, background, laptop, Clock())
    password = entry(window).password
    qtbot.keyClicks(password.line, "a1")
    assert not password.caps.isVisible()
    QApplication.postEvent(password.line, upper_without_shift())
    QApplication.processEvents()
    assert password.caps.isVisible()
    qtbot.keyClicks(password.line, "b")
    assert not password.caps.isVisible()


def upper_without_shift() -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")


def test_a_damaged_key_is_said_in_words_and_does_not_count_as_a_wrong_password(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    person = add(laptop, "陈志平", "永福镇")
    for file in (laptop.data / "people" / str(person)).glob("key*.json"):
        file.write_text("{}")
    window = open_window(qtbot, background, laptop, Clock())
    type_password(qtbot, window, PASSWORD)
    background.wait_idle()
    assert window._problem.isVisible()
    assert entry(window)._enter.isEnabled()


def test_who_forgot_the_password_is_told_what_to_do(
    qtbot: QtBot, background: Background, laptop: Laptop
) -> None:
    add(laptop, "陈志平", "永福镇")
    window = open_window(qtbot, background, laptop, Clock())
    assert entry(window).advice.isHidden()
    (forgotten,) = (b for b in window.findChildren(QPushButton) if b.text() == "忘了密码？")
    forgotten.click()
    assert "添加人员" in entry(window).advice.text()
    assert not entry(window).advice.isHidden()
    assert window.focusWidget() is entry(window).password.line


def test_pictures(qtbot: QtBot, background: Background, laptop: Laptop, picture: Picture) -> None:
    add(laptop, "陈志平", "永福镇")
    add(laptop, "王桂英", "坪岭村", demo=True)
    window = open_window(qtbot, background, laptop, Clock())
    picture(window, "sign-in")
    type_password(qtbot, window, "wrong")
    background.wait_idle()
    entry(window)._advise()
    picture(window, "sign-in-wrong")
