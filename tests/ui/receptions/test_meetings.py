"""A meeting by keyboard alone: called, put in order, spoken at, held, followed by the next."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.ui.meetings.view import MeetingsView
from gridapp.ui.receptions import ReceptionsPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.receptions import meetings
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keyboard(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Keyboard:
    page = ReceptionsPage(at_desk(desk))
    qtbot.addWidget(page)
    made = open_page(page)
    made.press(Qt.Key.Key_Tab, CTRL)
    made.rest()
    return made


def view_of(keyboard: Keyboard) -> MeetingsView:
    assert isinstance(keyboard.page, ReceptionsPage)
    return keyboard.page.meetings


def save(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.rest()


def call(keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_N, CTRL)
    keyboard.rest()
    keyboard.type("周研判会")
    save(keyboard)


def test_the_agenda_is_put_in_order_by_keys(keyboard: Keyboard) -> None:
    call(keyboard)
    sheet = view_of(keyboard).sheet
    first, second = (item.case.title for item in sheet.agenda.rows)
    assert keyboard.focus() is sheet.agenda
    keyboard.press(Qt.Key.Key_Down, CTRL)
    keyboard.rest()
    assert [item.case.title for item in sheet.agenda.rows] == [second, first]
    chosen = sheet.agenda.chosen()
    assert chosen is not None
    assert chosen.case.title == first, "it is followed as it moves"
    keyboard.press(Qt.Key.Key_Delete)
    keyboard.rest()
    assert [item.case.title for item in sheet.proposed.rows] == [first]
    sheet.proposed.choose_number(0)
    sheet.proposed.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    assert [item.case.title for item in sheet.agenda.rows] == [second, first]


def test_words_and_actions_are_kept_with_the_case(
    keyboard: Keyboard, desk: Desk, said: Said
) -> None:
    call(keyboard)
    sheet = view_of(keyboard).sheet
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    keyboard.type("本周内再调解一次。")
    save(keyboard)
    (line,) = meetings.all_meetings(desk)
    found = meetings.view(desk, line.id)
    assert found is not None
    assert found.items[0].notes == ("本周内再调解一次。",)
    assert sheet.case.notes.text() == "本周内再调解一次。"
    case = disputes.case(desk, found.items[0].case.id)
    assert case is not None
    assert case.events[-1].text == "本周内再调解一次。"

    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.focus() is sheet.case.buttons["meeting.give"]
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    save(keyboard)
    assert sheet.case.form.fields["title"].error.isVisible()
    keyboard.type("约双方到司法所")
    sheet.case.form.fields["owner"].setFocus()
    keyboard.type("韦国平")
    save(keyboard)
    (action,) = sheet.decided.rows.buttons
    sheet.decided.rows.buttons[action].setFocus()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    keyboard.type("已约定周三。")
    save(keyboard)
    assert sheet.decided.rows.buttons == {}, "nothing is owed any more"
    assert len(said.recorded) == 4


def test_a_meeting_is_held_and_the_next_one_called(keyboard: Keyboard) -> None:
    call(keyboard)
    sheet = view_of(keyboard).sheet
    assert sheet.view is not None
    before = sheet.view.meeting.id
    sheet.meeting.buttons["meeting.hold"].setFocus()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    save(keyboard)
    assert sheet.meeting.focus_first()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    save(keyboard)
    after = sheet.view
    assert after is not None
    assert (after.meeting.previous_id, after.meeting.planned_on) == (before, date(2026, 11, 30))
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.rest()
    assert view_of(keyboard).table.isVisible()
    assert len(view_of(keyboard).table.rows) == 2


def test_agenda_and_minutes_go_on_paper_and_into_word(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    printed = list[str]()
    proposed = list[str]()

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(path).name)
        return str(tmp_path / "meeting.docx"), ""

    monkeypatch.setattr(
        QPrintPreviewDialog, "exec", lambda dialog: printed.append(dialog.windowTitle())
    )
    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    call(keyboard)
    keyboard.press(Qt.Key.Key_P, CTRL)
    keyboard.rest()
    keyboard.press(Qt.Key.Key_E, CTRL)
    keyboard.rest()
    assert printed[0].startswith("坪岭村周研判会议程")
    assert proposed == ["坪岭村周研判会议程-2026-11-22.docx"]
    assert (tmp_path / "meeting.docx").stat().st_size > 0


def test_the_page_opens_at_a_meeting_that_is_asked_for(keyboard: Keyboard, desk: Desk) -> None:
    call(keyboard)
    (line,) = meetings.all_meetings(desk)
    view_of(keyboard).show_list()
    keyboard.rest()
    keyboard.page.opened(line.id)
    keyboard.rest()
    assert view_of(keyboard).sheet.isVisible()
