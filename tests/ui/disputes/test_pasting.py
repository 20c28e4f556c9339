"""A text copied in WeChat fills the form of a new dispute; a person looks and registers it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gridapp.store.disputes.disputes import Shelf
from gridapp.ui.disputes import DisputesPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from tests.ui.conftest import Picture
from tests.ui.keyboard import Keyboard, open_page
from tests.ui.pages import AtDesk, Said

TEXT = (
    "莫文海 2026年11月20日 15:32\n昨天黄永福和李春兰因排水沟的事又吵起来了，请坪岭村1组来人看看，"
    "电话 13800000003"
)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_text_is_pasted_looked_at_and_registered_by_keys(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, said: Said
) -> None:
    page = DisputesPage(at_desk(desk))
    qtbot.addWidget(page)
    keyboard = open_page(page)
    page.start_new()
    keyboard.rest()
    QGuiApplication.clipboard().clear()
    keyboard.press(Qt.Key.Key_V, BOTH)
    assert said.notices[-1].startswith("剪贴板里没有文字")
    QGuiApplication.clipboard().setText(TEXT)
    keyboard.press(Qt.Key.Key_V, BOTH)
    keyboard.rest()
    form = page.new_case.form
    assert (form.first.text(), form.second.text()) == ("黄永福", "李春兰")
    assert form.summary.toPlainText() == TEXT
    assert "（依据“昨天”）" in form.note.text()
    assert len(disputes.ledger(desk, Shelf.ALL)) == 5, "nothing is saved yet"
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    newest = disputes.ledger(desk, Shelf.ALL)[0]
    found = disputes.case(desk, newest.id)
    assert found is not None
    assert (found.dispute.source, found.dispute.occurred_on) == ("wechat", date(2026, 11, 19))
    assert (found.dispute.summary, found.dispute.category) == (TEXT, "0201")
    assert found.parties[0].phone == "13800000003"


def test_a_pasted_text_left_half_written_comes_back_with_its_place_its_source_and_its_day(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk
) -> None:
    def started() -> tuple[DisputesPage, Keyboard]:
        page = DisputesPage(at_desk(desk))
        qtbot.addWidget(page)
        keyboard = open_page(page)
        page.start_new()
        keyboard.rest()
        return page, keyboard

    page, keyboard = started()
    QGuiApplication.clipboard().setText(TEXT)
    keyboard.press(Qt.Key.Key_V, BOTH)
    keyboard.rest()
    unit = page.new_case.unit_id()
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.rest()
    again, keyboard = started()
    case = again.new_case
    assert (case.source.currentData(), case.happened.day()) == ("wechat", date(2026, 11, 19))
    assert (case.unit_id(), case.form.summary.toPlainText()) == (unit, TEXT)
    assert "（依据“昨天”）" in case.form.note.text()
    keyboard.press(Qt.Key.Key_F9)
    keyboard.rest()
    (newest, *_) = disputes.ledger(desk, Shelf.ALL)
    found = disputes.case(desk, newest.id)
    assert found is not None
    assert (found.dispute.source, found.dispute.occurred_on) == ("wechat", date(2026, 11, 19))
    fresh, _ = started()
    assert fresh.new_case.source.currentData() != "wechat", "a registered case leaves nothing"
    assert fresh.new_case.form.note.isHidden()


def test_what_was_typed_before_stays(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    page = DisputesPage(at_desk(desk))
    qtbot.addWidget(page)
    keyboard = open_page(page)
    page.start_new()
    keyboard.rest()
    keyboard.type("王建军")
    QGuiApplication.clipboard().setText(TEXT)
    page.new_case.paste.click()
    keyboard.rest()
    form = page.new_case.form
    assert (form.first.text(), form.second.text()) == ("王建军", "李春兰")
    picture(page, "pasted")
