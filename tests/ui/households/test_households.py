"""The households page by keyboard: finding a household, its sheet, numbers only for a reason."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlmodel import select

from gridapp.store.bookkeeping import AuditRow
from gridapp.ui.households import HouseholdsPage
from gridapp.ui.households.reveal import SECONDS
from gridapp.usecases.desk import Desk
from gridapp.usecases.households import goings, households
from tests.desks import TODAY
from tests.ui.conftest import held, settle
from tests.ui.households.conftest import Press, people

REVEAL = (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def phones(page: HouseholdsPage) -> list[str]:
    return [line.phone for line in people(page)]


def actions(desk: Desk) -> list[str]:
    with desk.store.session() as session:
        return [row.action for row in session.exec(select(AuditRow))]


def heads(page: HouseholdsPage) -> list[str]:
    return [line.head for line in page.list.table.rows]


def test_the_list_holds_the_village_and_masks_every_phone(page: HouseholdsPage) -> None:
    rows = page.list.table.rows
    assert len(rows) == 36
    assert rows[0].phone == "138****5678"
    assert all("****" in line.phone for line in rows)


def test_copied_rows_have_their_names_covered_and_are_written_down(
    page: HouseholdsPage, press: Press, desk: Desk
) -> None:
    page.list.table.selectAll()
    press((Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier))
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 37
    assert lines[1].split("\t")[1:6:4] == ["韦*", "138****5678"]
    assert "国平" not in "".join(lines)
    assert actions(desk).count("export") == 1


def test_a_part_of_a_name_narrows_the_list(page: HouseholdsPage, qtbot: QtBot) -> None:
    page.list.filter.setText("小红")
    qtbot.keyClick(page.list.filter, Qt.Key.Key_Return)
    settle(page.services.background)
    assert heads(page) == ["诸葛小红"]


def test_a_micro_grid_in_the_tree_shows_only_its_households(page: HouseholdsPage) -> None:
    page.tree.setFocus()
    grid = next(line for line in page.list.table.rows if line.head == "罗天佑").unit_id
    page.tree.choose(grid)
    settle(page.services.background)
    assert {line.unit_id for line in page.list.table.rows} == {grid}
    assert len(page.list.table.rows) == 18


def test_enter_opens_the_sheet_page_down_goes_on_and_escape_comes_back(
    page: HouseholdsPage, press: Press
) -> None:
    press(Qt.Key.Key_Return)
    assert page.views.sheet.head_name.text() == "韦国平"
    press(Qt.Key.Key_PageDown)
    assert page.views.sheet.head_name.text() == "李春兰"
    press(Qt.Key.Key_Escape)
    assert not page.views.sheet.isVisible()
    chosen = page.list.table.chosen()
    assert chosen is not None
    assert chosen.head == "李春兰"


def test_numbers_are_shown_for_a_reason_only_and_it_is_written_down(
    page: HouseholdsPage, press: Press, desk: Desk
) -> None:
    press(Qt.Key.Key_Return, REVEAL, Qt.Key.Key_Return)
    assert page.views.sheet.reveal.field.error.text() == "请写明查看原因。"
    assert "reveal" not in actions(desk)
    page.views.sheet.reveal.reason.setText("核对协议书")
    press(Qt.Key.Key_Return)
    assert phones(page)[0] == "13800005678"
    assert "****" in phones(page)[2]
    assert actions(desk)[-1] == "reveal"


def test_numbers_are_covered_again_after_60_seconds(page: HouseholdsPage, press: Press) -> None:
    press(Qt.Key.Key_Return, REVEAL)
    page.views.sheet.reveal.reason.setText("核对协议书")
    press(Qt.Key.Key_Return)
    for _second in range(SECONDS - 1):
        page.views.sheet.reveal.second_passed()
    assert phones(page)[0] == "13800005678"
    page.views.sheet.reveal.second_passed()
    assert phones(page)[0] == "138****5678"


def test_numbers_are_covered_when_the_household_or_the_page_is_left(
    page: HouseholdsPage, press: Press
) -> None:
    press(Qt.Key.Key_Return, REVEAL)
    page.views.sheet.reveal.reason.setText("核对协议书")
    press(Qt.Key.Key_Return)
    page.hide()
    page.show()
    assert phones(page)[0] == "138****5678"


def test_a_roster_of_a_day_that_nobody_waits_for_leaves_that_of_today(
    page: HouseholdsPage,
) -> None:
    page.list.days.edit.show_day(TODAY.replace(day=19))
    with held(page.services.background):
        page.list.days.choose()
        assert page.list.of_day.work.isVisible()
        page.list.of_day.work.cancel()
    settle(page.services.background)
    assert (page.list.day, page.list.of_day.isVisible()) == (None, False)
    assert len(page.list.table.rows) == 36


def test_of_two_days_that_are_wanted_the_last_is_shown(page: HouseholdsPage, desk: Desk) -> None:
    gone = households.of_unit(desk, page.list.unit)[0].id
    goings.move_household_out(desk, gone, TODAY.replace(day=20))
    for day in (19, 20):
        page.list.days.edit.show_day(TODAY.replace(day=day))
        page.list.days.choose()
    settle(page.services.background)
    assert len(page.list.of_day.table.rows) == 35


def test_the_roster_of_a_day_shows_who_was_here_then_and_today_who_is(
    page: HouseholdsPage, desk: Desk
) -> None:
    gone = households.of_unit(desk, page.list.unit)[0].id
    goings.move_household_out(desk, gone, TODAY.replace(day=20))
    page.list.days.ask()
    page.list.days.edit.show_day(TODAY.replace(day=19))
    page.list.days.choose()
    settle(page.services.background)
    assert gone in {home.id for home in page.list.of_day.table.rows}
    page.list.days.ask()
    page.list.days.edit.show_day(TODAY.replace(day=20))
    page.list.days.choose()
    settle(page.services.background)
    assert len(page.list.of_day.table.rows) == 35
    page.list.days.go_back()
    settle(page.services.background)
    assert len(page.list.table.rows) == 35
