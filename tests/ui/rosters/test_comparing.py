"""A roster that comes again is compared by keyboard alone, and an import is undone as a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.rosters.comparing import RowKind
from gridapp.ui.rosters import RostersPage
from gridapp.usecases.desk import Desk
from tests.ui.pages import Said
from tests.ui.rosters.conftest import bring_in, wait_for
from tests.ui.rosters.test_putting_right import empty, open_page
from tests.ui.rosters.test_rosters import kept

__all__ = ["empty", "open_page"]
Open = Callable[[Desk], RostersPage]


@pytest.fixture
def compared(open_page: Open, empty: Desk, messy_file: Path, next_year: Path) -> RostersPage:
    page = open_page(empty)
    bring_in(page, messy_file)
    page.read(next_year)
    wait_for(page)
    page.go_on()
    page.go_on()
    wait_for(page)
    return page


def shown(page: RostersPage) -> dict[tuple[str, str], bool]:
    return {(line.row.name, line.part.field): line.taken for line in page.compare.lines.rows}


def test_every_difference_is_a_line_that_is_taken_or_left_by_space(
    compared: RostersPage, empty: Desk, qtbot: QtBot
) -> None:
    assert shown(compared) == {
        ("韦大明", "phone"): True,
        ("刘小梅", "residence"): True,
        ("韦小宝", "member"): True,
        ("莫文海", "address"): True,
        ("黄永福", "household_id"): True,
        ("黄永福", "relation"): True,
        ("覃秀英", "household"): True,
    }
    assert compared.compare.lines.hasFocus()
    qtbot.keyClick(compared.compare.lines, Qt.Key.Key_Space)
    wait_for(compared)
    assert shown(compared)["韦大明", "phone"] is False
    qtbot.keyClick(compared.compare.lines, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for taken in (True, False):
        qtbot.keyClick(compared.compare.lines, Qt.Key.Key_Space)
        wait_for(compared)
        assert set(shown(compared).values()) == {taken}
        qtbot.keyClick(compared.compare.lines, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert not compared.next.isEnabled()


def test_only_what_is_taken_is_imported_and_all_of_it_undone_from_the_last_page(
    compared: RostersPage, empty: Desk, qtbot: QtBot
) -> None:
    before = kept(empty)
    compared.compare.show_kind(RowKind.NEW_HOUSEHOLD)
    assert {name for name, _field in shown(compared)} == {"韦小宝", "覃秀英"}
    compared.compare.lines.choose_number(0)
    qtbot.keyClick(compared.compare.lines, Qt.Key.Key_Space)
    wait_for(compared)
    compared.go_on()
    wait_for(compared)
    members = {line.head: line.members for line in kept(empty)}
    assert members == {"韦大明": 2, "莫文海": 2, "覃秀英": 1}
    compared.importing.take_back.click()
    wait_for(compared)
    assert compared.importing.result.title.text() == "已撤销这次导入"
    assert kept(empty) == before
    assert not compared.importing.take_back.isVisible()


def test_the_last_import_can_be_undone_from_the_first_page_after_a_restart(
    open_page: Open, empty: Desk, messy_file: Path, said: Said
) -> None:
    bring_in(open_page(empty), messy_file)
    later = open_page(empty)
    assert later.file.last.text() == "撤销 坪岭村 的导入（2026-11-22 10:00）"
    later.file.last.click()
    wait_for(later)
    assert kept(empty) == []
    assert said.notices == ["已撤销这次导入"]
    assert not later.file.last.isVisible()
