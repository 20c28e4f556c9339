"""Columns and cells are put right in place by keyboard, checked again, and kept through a crash."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from gridapp.ui.rosters import RostersPage
from gridapp.ui.rosters.columns_table import TAKEN_FOR
from gridapp.usecases.desk import Desk
from tests.desks import VILLAGE_ID, MakeDesk
from tests.rosters.making import number
from tests.ui.pages import AtDesk
from tests.ui.rosters.conftest import wait_for
from tests.ui.rosters.test_rosters import kept

Open = Callable[[Desk], RostersPage]


@pytest.fixture
def open_page(qtbot: QtBot, at_desk: AtDesk) -> Open:
    def make(desk: Desk) -> RostersPage:
        page = RostersPage(at_desk(desk))
        qtbot.addWidget(page)
        page.resize(1192, 664)
        page.show()
        page.activateWindow()
        page.opened()
        wait_for(page)
        return page

    return make


@pytest.fixture
def empty(make_desk: MakeDesk) -> Desk:
    return make_desk(filled=False)


@pytest.fixture
def at_check(open_page: Open, empty: Desk, messy_file: Path) -> RostersPage:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    page.go_on()
    return page


def faults(page: RostersPage) -> set[tuple[int, str]]:
    return {(fault.row, fault.column) for fault in page.check.faults.rows}


def put_right(page: RostersPage, qtbot: QtBot, row: int, column: str, text: str) -> None:
    """As a person does: go to the row, Enter, type, Enter."""
    table = page.check.faults
    number = next(n for n, f in enumerate(table.rows) if (f.row, f.column) == (row, column))
    table.setFocus()
    table.choose_number(number)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    wait_for(page)


def test_a_cell_is_put_right_in_place_and_checked_again(
    at_check: RostersPage, empty: Desk, qtbot: QtBot, messy_file: Path
) -> None:
    before = messy_file.read_bytes()
    assert (5, "联系电话") in faults(at_check)
    put_right(at_check, qtbot, 5, "联系电话", "13800000002")
    assert (5, "联系电话") not in faults(at_check)
    assert at_check.check.righted.text() == "在这里改正了 1 处，原文件没有改动。"
    put_right(at_check, qtbot, 5, "身份证号码", "1")
    assert (5, "身份证号码") in faults(at_check)
    at_check.check.take_back.click()
    wait_for(at_check)
    assert at_check.roster.work is not None
    assert list(at_check.roster.work.handling.cells.values()) == ["13800000002"]
    at_check.go_on()
    wait_for(at_check)
    assert {line.phone for line in kept(empty)} == {"138****0001", "138****0002", "138****0003"}
    assert messy_file.read_bytes() == before


def test_a_clerk_puts_the_first_fault_right_and_imports_without_the_mouse(
    at_check: RostersPage, empty: Desk, qtbot: QtBot
) -> None:
    def press(key: Qt.Key, *, ctrl: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        wait_for(at_check)

    first = at_check.check.faults.rows[0]
    press(Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == first.cell == "450326197712010024"
    line.selectAll()
    qtbot.keyClicks(line, number("19771201", 2))
    press(Qt.Key.Key_Return)
    assert first not in at_check.check.faults.rows
    assert at_check.check.faults.hasFocus()
    press(Qt.Key.Key_Return, ctrl=True)
    assert {line.head for line in kept(empty)} == {"韦大明", "黄永福", "莫文海"}


def test_what_was_put_right_survives_going_back_and_a_crash(
    at_check: RostersPage, open_page: Open, empty: Desk, qtbot: QtBot
) -> None:
    put_right(at_check, qtbot, 5, "联系电话", "13800000002")
    at_check.go_back()
    at_check.go_on()
    assert (5, "联系电话") not in faults(at_check)
    after_crash = open_page(empty)
    assert after_crash.file.left_off.text() == "继续上次的“坪岭村.csv”（已改正 1 处）"
    after_crash.file.left_off.click()
    wait_for(after_crash)
    assert (5, "联系电话") not in faults(after_crash)
    assert after_crash.check.village_id() == VILLAGE_ID
    after_crash.go_on()
    after_crash.go_on()
    wait_for(after_crash)
    assert len(kept(empty)) == 3
    after_crash.start_again()
    wait_for(after_crash)
    assert not after_crash.file.left_off.isVisible()


def test_a_column_is_chosen_in_place_and_the_next_file_is_read_the_same_way(
    open_page: Open, empty: Desk, qtbot: QtBot, messy_file: Path
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    table = page.columns.columns
    number = next(n for n, row in enumerate(table.rows) if row.column.heading == "民族")
    table.choose_number(number)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    box = table.indexWidget(table.model().index(number, TAKEN_FOR)) or QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("note"))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    wait_for(page)
    chosen = {row.column.heading: row.column for row in page.columns.columns.rows}
    assert (chosen["民族"].field, chosen["民族"].told) == ("note", True)
    page.go_on()
    wait_for(page)
    page.start_again()
    other = messy_file.with_name("另一个.csv")
    other.write_bytes(
        messy_file.read_bytes() + "\n3组,1,覃秀英,户主,女,,,,,坪岭9号".encode("gb18030")
    )
    page.read(other)
    wait_for(page)
    again = {row.column.heading: row.column for row in page.columns.columns.rows}
    assert (again["民族"].field, again["姓名"].told) == ("note", True)


def test_what_is_never_imported_cannot_be_opened(
    open_page: Open, empty: Desk, qtbot: QtBot, messy_file: Path
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    table = page.columns.columns
    number = next(n for n, row in enumerate(table.rows) if row.column.heading == "宗教信仰")
    index = table.model().index(number, TAKEN_FOR)
    assert not table.model().flags(index) & Qt.ItemFlag.ItemIsEditable


def test_nothing_is_imported_before_a_cell_that_was_put_right_is_read(
    at_check: RostersPage, empty: Desk
) -> None:
    wait_for(at_check)
    assert at_check.next.isEnabled()
    fault = next(fault for fault in at_check.check.faults.rows if fault.column == "联系电话")
    at_check.check.faults.write(fault, "13800000002")
    assert not at_check.next.isEnabled()
    wait_for(at_check)
    assert at_check.next.isEnabled()


def test_a_file_opened_meanwhile_is_not_overwritten_by_the_one_before(
    at_check: RostersPage, next_year: Path
) -> None:
    fault = next(fault for fault in at_check.check.faults.rows if fault.column == "联系电话")
    at_check.check.faults.write(fault, "13800000002")
    at_check.read(next_year)
    wait_for(at_check)
    assert at_check.roster.roster is not None
    assert at_check.roster.roster.sheets[0].name == "坪岭村2027"
