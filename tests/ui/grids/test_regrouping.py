"""Regrouping at the screen: cut and paste, drag, acts with a preview, findings, a day before."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from gridapp.contract.grids import Level
from gridapp.store import journal
from gridapp.store.grids.grids import UnitLine
from gridapp.store.households import households
from gridapp.ui.grids import GridsPage
from gridapp.ui.grids.house_list import MIME, HouseList
from gridapp.ui.grids.offers import offers
from gridapp.ui.grids.two_lists import NEW
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.grids import grids, posts, regroup_plans, regrouping
from gridapp.usecases.grids.grid_checks import Check
from tests.desks import TODAY, VILLAGE_ID
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def keys(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Keyboard:
    page = GridsPage(at_desk(desk))
    qtbot.addWidget(page)
    return open_page(page)


@pytest.fixture
def give_number(desk: Desk) -> Callable[[], list[object]]:
    """The same citizen number for a person of each micro-grid, as two rosters would bring it."""

    def give() -> list[object]:
        with desk.store.session() as session:
            walks = [households.in_walking_order(session, line.id) for line in micro(desk)]
            homes = [walk[0].id for walk in walks]
            people = households.members_of(session, homes)
            heads = [person for person in people if person.place == 0]
            number = "110105199003071234"
            edits = [
                journal.change(desk.new_id(), "member", head, citizen_number=number)
                for head in heads
            ]
            save(desk, session, "walk.reordered", "", edits)
        return list(homes)

    return give


def page_of(keys: Keyboard) -> GridsPage:
    assert isinstance(keys.page, GridsPage)
    return keys.page


def rested(qtbot: QtBot, keys: Keyboard) -> None:
    """The preview comes a moment after the last change."""
    qtbot.wait(100)
    keys.rest()


def micro(desk: Desk) -> list[UnitLine]:
    return [line for line in grids.view(desk).lines if line.level == Level.MICRO]


def test_households_are_cut_and_pasted_by_keyboard_and_taken_back(
    qtbot: QtBot, keys: Keyboard, desk: Desk, said: Said
) -> None:
    keys.press(Key.Key_R, CTRL)
    keys.rest()
    panel = page_of(keys).views.regroup
    keys.press(Key.Key_Down)
    for _ in range(2):
        keys.press(Key.Key_Down, SHIFT)
    keys.press(Key.Key_X, CTRL)
    panel.lists.sides[1].houses.setFocus()
    keys.press(Key.Key_V, CTRL)
    rested(qtbot, keys)
    assert panel.preview.sentence.text() == "3 户 9 人换网格。"
    assert [(g.before, g.after) for g in panel.preview.table.rows] == [(18, 15), (18, 21)]
    assert [line.households for line in micro(desk)] == [18, 18]
    keys.press(Key.Key_F9)
    keys.rest()
    assert [line.households for line in micro(desk)] == [15, 21]
    assert said.recorded == ["住户调整：韦国平 +2 → 坪岭2-1"]
    said.undo[-1]()
    keys.rest()
    assert [line.households for line in micro(desk)] == [18, 18]


def drop(houses: HouseList, source: HouseList) -> None:
    """What Qt sends when something is let go over a list."""
    data = QMimeData()
    data.setData(MIME, b"")
    event = QDropEvent(
        QPointF(20, 60),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert source.carried().source() is source
    houses.dropEvent(event)


def test_several_households_are_dragged_at_once(
    qtbot: QtBot, keys: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To press on one of several selected rows keeps them all; the drag then carries them."""
    keys.press(Key.Key_R, CTRL)
    keys.rest()
    panel = page_of(keys).views.regroup
    left, right = (side.houses for side in panel.lists.sides)
    left.selectAll()
    started: list[int] = []
    monkeypatch.setattr(
        "gridapp.ui.grids.house_list.QDrag.exec", lambda *_a: started.append(len(left.selected()))
    )
    start = left.visualRect(left.model().index(1, 1)).center()
    qtbot.mousePress(left.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(left.viewport(), start + QPoint(60, 0))
    assert started == [18]
    drop(right, left)
    rested(qtbot, keys)
    assert (len(left.rows), len(right.rows)) == (0, 36)


def test_a_new_micro_grid_is_made_of_the_households_put_into_it(
    qtbot: QtBot, keys: Keyboard, desk: Desk
) -> None:
    keys.press(Key.Key_R, CTRL)
    keys.rest()
    panel = page_of(keys).views.regroup
    choice = panel.lists.sides[1].unit
    choice.setCurrentIndex(choice.findData(NEW))
    choice.activated.emit(choice.currentIndex())
    keys.rest()
    panel.lists.sides[0].houses.selectRow(3)
    keys.press(Key.Key_Right, CTRL)
    panel.day.show_day(date(2026, 11, 20))
    rested(qtbot, keys)
    keys.press(Key.Key_F9)
    keys.rest()
    assert [line.households for line in micro(desk)] == [17, 18, 1]
    before = grids.view(desk, date(2026, 11, 19)).lines
    assert [line.households for line in before if line.level == Level.MICRO] == [18, 18]


def test_a_day_in_the_future_is_told_at_the_day(qtbot: QtBot, keys: Keyboard) -> None:
    keys.press(Key.Key_R, CTRL)
    keys.rest()
    panel = page_of(keys).views.regroup
    panel.day.show_day(date(2026, 12, 1))
    panel.lists.sides[0].houses.selectRow(0)
    panel.lists.send(0)
    rested(qtbot, keys)
    assert panel.day_field.error.text() == "日期不能晚于今天。"
    assert not panel.save.isEnabled()


def test_an_act_is_previewed_as_its_inputs_change(
    qtbot: QtBot, keys: Keyboard, desk: Desk, said: Said
) -> None:
    page, (first, _second) = page_of(keys), micro(desk)
    page.tree.choose(first.id)
    merge, split, *_ = offers(first, page.look.lines, TODAY)
    assert (merge.code, split.code) == ("grid.merge", "grid.split")
    page.panel.act_asked.emit(split)
    rested(qtbot, keys)
    keys.press(Key.Key_Backspace)
    keys.type("3")
    page.views.act.form.inputs["parts"].touched.emit()
    rested(qtbot, keys)
    assert [g.after for g in page.views.act.preview.table.rows] == [6, 6, 6]
    keys.press(Key.Key_F9)
    keys.rest()
    assert sorted(line.households for line in micro(desk)) == [6, 6, 6, 18]
    assert said.recorded == ["微网格均分：坪岭1-1"]
    last = undoing.last(desk)
    assert last is not None
    assert last.what == "grid.split"


def test_each_finding_opens_its_place(keys: Keyboard, desk: Desk) -> None:
    page, (_first, vacant) = page_of(keys), micro(desk)
    page.checks.chips[Check.VACANT].setFocus()
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Return)
    keys.rest()
    assert page.views.leaders.isVisible()
    assert page.views.leaders.unit_id == vacant.id


def test_a_household_in_two_grids_is_found_and_opens_its_sheet(
    qtbot: QtBot, keys: Keyboard, said: Said, give_number: Callable[[], list[object]]
) -> None:
    homes = give_number()
    page = page_of(keys)
    page.refresh()
    found = page.checks.chips[Check.TWICE]
    qtbot.waitUntil(lambda: found.text() == "2 条在两个网格")
    page.views.show_checks()
    rows = page.views.checks.table.rows
    assert {row.household_id for row in rows if row.check == Check.TWICE} == set(homes)
    page.views.checks.table.choose_number(0)
    keys.press(Key.Key_Return)
    assert said.went[-1][0] == "households"


def test_a_day_before_is_shown_and_nothing_can_be_changed_on_it(keys: Keyboard, desk: Desk) -> None:
    first, second = micro(desk)
    regrouping.carry_out(desk, regroup_plans.merge(desk, first.id, [second.id], date(2026, 11, 10)))
    page = page_of(keys)
    page.day.day.show_day(date(2026, 11, 9))
    keys.rest()
    assert page.checks.sum.text() == "1 + 1 + 1 + 2 + 0 = 5 ✓"
    assert [line.households for line in page.panel.units.rows] == [18, 18]
    assert not page.panel.regroup.isVisible()
    assert posts.history(desk, VILLAGE_ID) == []
    page.day.back.click()
    keys.rest()
    assert page.checks.sum.text() == "1 + 1 + 1 + 1 + 0 = 4 ✓"
    assert page.panel.regroup.isVisible()
