"""The ledger: shelves, order, filter of a report, copying; a new case by keyboard."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gridapp.store.disputes.disputes import Shelf, SortBy
from gridapp.ui.disputes import DisputesPage
from gridapp.ui.disputes.ledger import lazy_lines
from gridapp.ui.disputes.ledger import reader as ledger_reader
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from tests.desks import VILLAGE, MakeDesk
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said

Opened = Callable[..., tuple[DisputesPage, Keyboard]]


@pytest.fixture
def opened(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Opened:
    def make(argument: object = None, at: Desk = desk) -> tuple[DisputesPage, Keyboard]:
        page = DisputesPage(at_desk(at))
        qtbot.addWidget(page)
        return page, open_page(page, argument)

    return make


def titles(page: DisputesPage) -> list[str]:
    return [line.title for line in page.ledger.table.rows]


def test_each_shelf_shows_its_count_and_its_cases(opened: Opened) -> None:
    page, keyboard = opened()
    tabs = [page.ledger.tabs.tabText(number) for number in range(5)]
    assert tabs == ["我办的 3", "快到期 1", "超期 1", "待销号 1", "全部 5"]
    page.ledger.tabs.setCurrentIndex(2)
    keyboard.rest()
    assert titles(page) == ["蒋志强与欧阳明宅基地边界纠纷"]
    assert page.ledger.table.model().index(0, 3).data() == "超期 13 天"


def test_the_query_sorts(opened: Opened) -> None:
    page, keyboard = opened()
    page.ledger.tabs.setCurrentIndex(4)
    page.ledger.table.sort_asked.emit(SortBy.DUE, False)
    keyboard.rest()
    days = [line.due_on for line in page.ledger.table.rows]
    assert days == sorted(days)
    assert days[0] == date(2026, 11, 9)


def test_a_number_of_the_report_opens_its_cases_and_says_so(opened: Opened, desk: Desk) -> None:
    two = tuple(line.id for line in disputes.ledger(desk, Shelf.ALL)[:2])
    page, keyboard = opened(two)
    assert [line.id for line in page.ledger.table.rows] == list(two)
    assert "2 件" in page.ledger.filter_text.text()
    page.ledger.show_all()
    keyboard.rest()
    assert len(page.ledger.table.rows) == 5
    assert not page.ledger.filter.isVisible()


def test_enter_opens_the_case_and_esc_goes_back(opened: Opened) -> None:
    page, keyboard = opened()
    keyboard.press(Qt.Key.Key_Down)
    title = page.ledger.table.chosen().title
    keyboard.press(Qt.Key.Key_Return)
    keyboard.rest()
    assert page.case.isVisible()
    assert page.case.title.text() == title
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.rest()
    assert page.ledger.isVisible()


def test_copied_rows_are_a_table_for_excel(opened: Opened) -> None:
    page, keyboard = opened()
    page.ledger.copy_all()
    keyboard.rest()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 4
    assert lines[0].split("\t")[:2] == ["编号", "标题"]


def test_ctrl_n_registers_a_case_and_opens_it(opened: Opened, desk: Desk, said: Said) -> None:
    page, keyboard = opened()
    keyboard.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keyboard.rest()
    keyboard.type("黄永福")
    page.new_case.form.second.setFocus()
    keyboard.type("李春兰")
    page.new_case.form.category.more.setFocus()
    keyboard.press(Qt.Key.Key_8)
    page.new_case.form.summary.setFocus()
    keyboard.type("地界不清。")
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    newest = disputes.ledger(desk, Shelf.ALL)[0]
    assert newest.title == "黄永福与李春兰宅基地使用纠纷"
    assert (newest.number, newest.unit_name) == ("2026-000-0006", VILLAGE.name)
    assert page.case.title.text() == newest.title
    said.undo[-1]()
    keyboard.rest()
    assert len(disputes.ledger(desk, Shelf.ALL)) == 5


def test_a_title_that_was_changed_by_hand_stays(opened: Opened) -> None:
    page, keyboard = opened()
    page.start_new()
    keyboard.rest()
    form = page.new_case.form
    keyboard.type("黄永福")
    form.title.setFocus()
    keyboard.type("排水沟")
    form.category.more.setFocus()
    keyboard.press(Qt.Key.Key_4)
    assert form.title.text() == "排水沟"


def test_an_empty_ledger_says_what_to_do(opened: Opened, make_desk: MakeDesk) -> None:
    page, _keyboard = opened(at=make_desk(filled=False))
    assert page.ledger.empty.isVisible()
    assert "Ctrl+N" in page.ledger.empty.hint.text()


def test_lines_beyond_the_first_come_when_somebody_looks(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_reader, "PAGE", 2)
    monkeypatch.setattr(lazy_lines, "PAGE", 2)
    page, keyboard = opened()
    page.ledger.show_all()
    keyboard.rest()
    page.ledger.table.grab()
    keyboard.rest()
    assert len(set(titles(page)) - {""}) == 5
    page.ledger.copy_all()
    keyboard.rest()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 6
