"""Receptions by keyboard alone: a year planned, one held and logged, a matter becomes a case."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.domain.receptions.receptions import Turnout
from gridapp.store import journal
from gridapp.ui.receptions import ReceptionsPage
from gridapp.ui.receptions.slides import SlideShow
from gridapp.ui.receptions.view import ReceptionsView
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty
from tests.desks import TODAY, VILLAGE_ID
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def keyboard(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Iterator[Keyboard]:
    page = ReceptionsPage(at_desk(desk))
    qtbot.addWidget(page)
    yield open_page(page)


def view_of(keyboard: Keyboard) -> ReceptionsView:
    assert isinstance(keyboard.page, ReceptionsPage)
    return keyboard.page.receptions


def fill(keyboard: Keyboard, **texts: str) -> None:
    """Type into the inputs of the open form, as if they were tabbed to."""
    view = view_of(keyboard)
    form = view.card.form if view.form.form.act is None else view.form.form
    for name, text in texts.items():
        form.inputs[name].setFocus()  # type: ignore[attr-defined]
        keyboard.press(Qt.Key.Key_A, CTRL)
        keyboard.type(text)


def test_a_year_is_planned_a_reception_logged_and_its_matter_becomes_a_case(
    keyboard: Keyboard, desk: Desk, said: Said
) -> None:
    view = view_of(keyboard)
    assert not view.table.isVisible()
    view.plan_year()
    keyboard.rest()
    fill(keyboard, leaders="韦国平 党支部书记\n覃秀英 副主任", on="周一、周四", first="2026-11-01")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert said.recorded[-1].endswith(view.tr("Plan a year"))
    lines = receptions.between(desk, date(2026, 11, 1), date(2026, 12, 31))
    assert {line.day.weekday() for line in lines} == {0, 3}
    chosen = view.table.chosen()
    assert chosen is not None
    assert chosen.day == date(2026, 11, 23), "the list opens at the next reception"

    view.table.choose(next(line.id for line in lines if line.day == date(2026, 11, 19)))
    assert keyboard.focus() is view.table
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Up)
    keyboard.rest()
    assert keyboard.focus() is view.table, "the card beside it takes no focus"
    keyboard.press(Qt.Key.Key_Tab)
    assert keyboard.focus() is view.card.buttons["reception.hold"], "Tab goes there"
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    fill(keyboard, groups="3", people="2", text="当场答复2批。")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.rest()
    assert view.card.form.fields["people"].error.isVisible(), "fewer people than groups"
    fill(keyboard, people="12")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.rest()
    assert view.found.turnout == Turnout(1, 3, 12)

    keyboard.press(Qt.Key.Key_M, CTRL)
    keyboard.rest()
    matter = view.matter
    matter.form.first.setFocus()
    keyboard.type("蒙大伯")
    matter.form.category.more.setFocus()
    keyboard.press(Qt.Key.Key_4)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.rest()
    (case,) = receptions.cases(desk, [line.id for line in view.found.lines])
    assert case.registered_on == date(2026, 11, 19)
    assert view.table.isVisible()
    assert view.found.case_ids == (case.id,)
    view.roster.cases.click()
    assert said.went == [("disputes", (case.id,))]
    said.undo[-1]()
    keyboard.rest()
    assert view.found.case_ids == ()


def test_the_roster_goes_out_as_it_is_listed(
    keyboard: Keyboard, desk: Desk, said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    view, printed = view_of(keyboard), list[str]()
    monkeypatch.setattr(
        QPrintPreviewDialog, "exec", lambda dialog: printed.append(dialog.windowTitle())
    )
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "roster.xlsx"), "")
    )
    for key in (Qt.Key.Key_P, Qt.Key.Key_E):
        keyboard.press(key, CTRL)
    keyboard.press(Qt.Key.Key_F5)
    assert len(said.notices) == 3, "an empty list says so"
    receptions.arrange(desk, VILLAGE_ID, Duty("韦国平", TODAY, "书记", "村委会", "9:00", "06"))
    receptions.arrange(desk, VILLAGE_ID, Duty("覃秀英", date(2026, 11, 25)))
    keyboard.page.refresh()
    keyboard.rest()
    keyboard.press(Qt.Key.Key_P, CTRL)
    keyboard.rest()
    assert printed[0].startswith("坪岭村领导接访安排表")
    keyboard.press(Qt.Key.Key_E, CTRL)
    keyboard.rest()
    assert (tmp_path / "roster.xlsx").stat().st_size > 0
    keyboard.press(Qt.Key.Key_F5)
    show = view.out.slide_show
    assert show is not None
    assert show.isFullScreen()
    QTest.keyClick(show, Qt.Key.Key_A)
    assert show.runs
    QTest.keyClick(show, Qt.Key.Key_A)
    assert not show.runs
    assert [_after(show, key) for key in (Qt.Key.Key_Right, Qt.Key.Key_Space)] == [1, 0]
    assert [_after(show, key) for key in (Qt.Key.Key_Left, Qt.Key.Key_Home)] == [1, 0]
    assert "韦国平" in show.accessibleDescription(), "a screen reader says who receives"
    QTest.keyClick(show, Qt.Key.Key_Escape)
    assert not show.isVisible()


def _after(show: SlideShow, key: Qt.Key) -> int:
    QTest.keyClick(show, key)
    return show.number


def planned(desk: Desk, leader: str, *days: int) -> None:
    """A plan for these days of November, as another laptop makes it."""
    duties = [Duty(leader, date(2026, 11, day)) for day in days]
    made = [receptions.record(desk, VILLAGE_ID, duty, planned=True) for duty in duties]
    edits = [journal.create(desk.new_id(), "reception", one) for one in made]
    with desk.store.session() as session:
        save(desk, session, "reception.year_planned", "", edits)


def test_a_roster_that_two_laptops_planned_loses_its_second_plan_by_keys(
    keyboard: Keyboard, desk: Desk
) -> None:
    view = view_of(keyboard)
    for leader in ("韦国平", "覃秀英"):
        planned(desk, leader, 23, 24, 25)
    keyboard.page.refresh()
    keyboard.rest()
    assert "有 3 次重复" in view.twice.text.text()
    view.twice.remove.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    assert "共 3 次" in view.form.form.rule.text()
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    assert not view.twice.isVisible()
    assert [line.leader for line in receptions.between(desk, TODAY, date(2026, 12, 31))] == [
        "韦国平"
    ] * 3


def test_two_leaders_on_one_day_are_no_second_plan(desk: Desk) -> None:
    first = receptions.arrange(desk, VILLAGE_ID, Duty("韦国平", TODAY)).record_id
    assert first is not None
    planned(desk, "覃秀英", 23, 24)
    roster = receptions.between(desk, TODAY, date(2026, 12, 31))
    moved = next(line for line in roster if line.planned_on.day == 24)
    receptions.change(desk, moved, Duty("覃秀英", date(2026, 11, 23)))
    assert receptions.second_plan(desk) == ()
