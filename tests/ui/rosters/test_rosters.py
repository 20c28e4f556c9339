"""The import wizard on real files: nothing is kept before the end, everything is undone at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gridapp.contract.grids import Level
from gridapp.store.households.households import HouseholdLine
from gridapp.ui.rosters import RostersPage
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.households import households
from tests.desks import VILLAGE_ID, MakeDesk
from tests.ui.conftest import held
from tests.ui.pages import AtDesk, Said
from tests.ui.rosters.conftest import bring_in, wait_for

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
        return page

    return make


@pytest.fixture
def empty(make_desk: MakeDesk) -> Desk:
    return make_desk(filled=False)


def kept(desk: Desk) -> list[HouseholdLine]:
    return households.of_unit(desk, VILLAGE_ID)


def press(qtbot: QtBot, page: RostersPage, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget() or page, key, modifier)
    wait_for(page)


def test_a_file_is_imported_by_keyboard_and_undone_as_a_whole(
    open_page: Open, empty: Desk, qtbot: QtBot, messy_file: Path, said: Said
) -> None:
    page = open_page(empty)
    page.opened(messy_file)
    wait_for(page)
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    assert kept(empty) == []
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    assert sorted(line.head for line in kept(empty)) == ["莫文海", "韦大明", "黄永福"]
    assert grids.view(empty).tally.micro == 2
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    assert said.went == [("grids", VILLAGE_ID)]
    last = undoing.last(empty)
    assert last is not None
    undoing.undo(empty, last.operation_id)
    assert kept(empty) == []
    assert grids.view(empty).tally.micro == 0


def test_columns_are_shown_on_real_rows_with_numbers_masked(
    open_page: Open, empty: Desk, messy_file: Path
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    shown = {row.column.heading: row for row in page.columns.columns.rows}
    assert shown["姓名"].samples == ("韦大明", "刘小梅", "黄永福")
    assert shown["身份证号码"].samples[0] == "450***********4518"
    assert shown["联系电话"].samples[0] == "138****0001"
    assert shown["宗教信仰"].column.field is None
    assert shown["宗教信仰"].samples == ("", "", "")


def test_faults_stand_at_their_rows_and_dropped_columns_are_named(
    open_page: Open, empty: Desk, messy_file: Path
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    at = {(fault.row, fault.column) for fault in page.check.faults.rows}
    assert {(5, "身份证号码"), (5, "联系电话"), (6, "身份证号码")} <= at
    first = page.check.dropped.itemAt(0).widget()
    assert "宗教信仰" in first.text()
    assert "民族" in page.check.ignored.text()


def test_the_village_of_the_file_is_proposed_and_the_forming_previewed(
    open_page: Open, empty: Desk, messy_file: Path
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    assert page.check.village_id() == VILLAGE_ID
    assert page.check.forming.outcome.text() == "3 户组成 2 个微网格：1 × 2、1 × 1 户"
    page.check.forming.choose(Forming.EVENLY)
    assert page.check.forming.outcome.text() == "3 户组成 1 个微网格：1 × 3 户"


def test_importing_the_same_file_twice_offers_nothing_to_import(
    open_page: Open, empty: Desk, messy_file: Path
) -> None:
    page = open_page(empty)
    for _time in range(2):
        page.read(messy_file)
        wait_for(page)
        page.go_on()
        assert page.next.isEnabled() == (not kept(empty))
        if not kept(empty):
            page.go_on()
            wait_for(page)
    assert len(kept(empty)) == 3


def test_a_cancelled_import_leaves_nothing(open_page: Open, empty: Desk, messy_file: Path) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    page.go_on()
    with held(page.services.background):
        page.go_on()
        page.importing.work.cancel()
    wait_for(page)
    assert kept(empty) == []
    assert not [u for u in grids.view(empty).lines if u.level == Level.MICRO]
    assert page.check.isVisible()


def test_the_undo_shows_how_far_it_is_and_escape_leaves_the_import_whole(
    open_page: Open, empty: Desk, qtbot: QtBot, messy_file: Path
) -> None:
    page = open_page(empty)
    bring_in(page, messy_file)
    with held(page.services.background):
        page.importing.take_back.click()
        assert page.past.work.isVisible()
        assert not page.importing.take_back.isEnabled()
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    wait_for(page)
    assert not page.past.work.isVisible()
    assert len(kept(empty)) == 3
    page.importing.take_back.click()
    wait_for(page)
    assert kept(empty) == []


def test_an_unreadable_file_gets_one_sentence_and_another_can_be_chosen(
    open_page: Open, empty: Desk, tmp_path: Path
) -> None:
    broken = tmp_path / "空.xlsx"
    broken.write_bytes(b"")
    page = open_page(empty)
    page.read(broken)
    wait_for(page)
    assert page.file.fault.text() == "未读取“空.xlsx”。文件是空的。"
    assert page.file.pick.isVisible()


def test_a_dropped_file_is_read(open_page: Open, empty: Desk, messy_file: Path) -> None:
    page = open_page(empty)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(messy_file))])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait_for(page)
    assert page.columns.isVisible()


def test_escape_goes_back_step_by_step(
    open_page: Open, empty: Desk, qtbot: QtBot, messy_file: Path, said: Said
) -> None:
    page = open_page(empty)
    page.read(messy_file)
    wait_for(page)
    press(qtbot, page, Qt.Key.Key_Return, ctrl=True)
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.columns.isVisible()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.file.isVisible()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert said.went == [("households", None)]
