"""A report from draft to signature by keyboard alone: written on, handed in, signed, exported."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import Part
from gridapp.ui.reports import ReportsPage
from gridapp.ui.reports.chasing import ChasingView
from gridapp.ui.reports.kept import KeptView
from gridapp.ui.reports.report_view import ReportView
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import frozen_reports
from tests.desks import VILLAGE_ID
from tests.ui.conftest import settle
from tests.ui.pages import Said
from tests.ui.reports.conftest import ShowPage
from tests.usecases.reports.test_chasing import CLERK

WEEK = Period.parse("2026-W47")
_CTRL = Qt.KeyboardModifier.ControlModifier


def signer(desk: Desk) -> Desk:
    return replace(desk, person=replace(desk.person, name="莫审核"))


def press(page: ReportsPage, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    """A key where the focus is."""
    at: QWidget = QApplication.focusWidget() or page
    QTest.keyClick(at, key, with_ or Qt.KeyboardModifier.NoModifier)
    settle(page.services.background)


def reports(desk: Desk) -> list[tuple[str, str]]:
    return [(one.number, one.signed_by) for one in frozen_reports.all_reports(desk)]


def test_a_quiet_week_is_handed_in_with_one_key(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    page = show_page(desk)
    press(page, Qt.Key.Key_Return, _CTRL)
    (line,) = frozen_reports.all_reports(desk)
    assert (line.nil, line.submitted_by) == (True, desk.person.name)
    assert said.recorded == ["已提交，等待另一人审核。"]
    view = page.made(ReportView)
    assert not view.hand_in_button.isEnabled()
    press(page, Qt.Key.Key_Return, _CTRL)
    assert len(frozen_reports.all_reports(desk)) == 1
    said.undo[0]()
    settle(page.services.background)
    assert frozen_reports.all_reports(desk) == []


def test_from_the_draft_to_the_cases_behind_a_signed_number(
    show_page: ShowPage,
    desk: Desk,
    said: Said,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = show_page(desk)
    editor = page.made(ReportView).draft.cards[Part.NEXT].editor
    editor.setFocus()
    QTest.keyClicks(editor, "Mend the ditch")
    press(page, Qt.Key.Key_F9)
    other = show_page(signer(desk))
    press(other, Qt.Key.Key_Tab, _CTRL)
    press(other, Qt.Key.Key_Return)  # the one that waits
    view = other.made(KeptView)
    assert "Mend the ditch" in view.sheet.draft.cards[Part.NEXT].text.text()
    press(other, Qt.Key.Key_Return)  # sign it …
    press(other, Qt.Key.Key_Return, _CTRL)  # … really
    assert reports(desk) == [("2026-47", "莫审核")]
    assert view.sheet.chip.text() == "已定稿"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.docx"), ""))
    press(other, Qt.Key.Key_E, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert zipfile.is_zipfile(tmp_path / "a.docx")
    table = view.sheet.draft.cards[Part.FLOW].table
    assert table is not None and view.sheet.opened is not None
    behind = view.sheet.opened.report.flow[-1].open
    table.setFocus()
    table.setCurrentIndex(table.model().index(len(table.rows) - 1, 6))
    press(other, Qt.Key.Key_Return)
    assert [case.id for case in view.sheet.behind.table.rows] == list(behind.cases)
    press(other, Qt.Key.Key_Return)
    assert said.went == [("disputes", behind.cases[0])]
    press(other, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table


def test_what_is_sent_back_says_why_and_is_handed_in_again(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    waiting = frozen_reports.hand_in(desk, frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)).record_id
    page = show_page(signer(desk))
    page.opened(waiting)
    settle(page.services.background)
    view = page.made(KeptView)
    view.sheet.answer.buttons["report.send_back"].click()
    settle(page.services.background)
    press(page, Qt.Key.Key_Return, _CTRL)
    assert view.sheet.answer.form.fields["text"].error.text() == "请写明需要改什么。"
    QTest.keyClicks(QApplication.focusWidget(), "two households")
    press(page, Qt.Key.Key_Return, _CTRL)
    mine = show_page(desk)
    line = mine.made(ReportView).line
    assert line.chip.text() == "已退回" and "two households" in line.told.text()
    press(mine, Qt.Key.Key_Return, _CTRL)
    assert len(frozen_reports.all_reports(desk)) == 2


def test_a_signed_report_is_issued_anew_from_its_sheet(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    first = frozen_reports.hand_in(desk, frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)).record_id
    assert first is not None
    frozen_reports.sign(signer(desk), first)
    page = show_page(desk)
    page.opened(first)
    settle(page.services.background)
    page.made(KeptView).sheet.anew.click()
    page.opened(said.went[-1][1])
    settle(page.services.background)
    view = page.made(ReportView)
    assert page.view is view and view.hand_in_button.text() == "重新出具"
    press(page, Qt.Key.Key_Return, _CTRL)
    assert [one.replaces for one in frozen_reports.all_reports(desk)] == [first, None]


def test_what_was_typed_is_there_after_a_crash(show_page: ShowPage, desk: Desk) -> None:
    page = show_page(desk)
    view = page.made(ReportView)
    view.draft.cards[Part.OVERVIEW].editor.setPlainText("")
    QTest.keyClicks(view.draft.cards[Part.OVERVIEW].editor, "In my words")
    view.draft.cards[Part.COVERAGE].write()
    QTest.keyClicks(QApplication.focusWidget(), "Two are away")
    view.written._keeping.timeout.emit()
    settle(page.services.background)
    cards = show_page(desk).made(ReportView).draft.cards
    assert cards[Part.OVERVIEW].editor.toPlainText() == "In my words"
    assert cards[Part.COVERAGE].editor.toPlainText() == "Two are away"


def test_another_period_is_chosen_by_keyboard_and_its_text_is_its_own(
    show_page: ShowPage, desk: Desk
) -> None:
    page = show_page(desk)
    view = page.made(ReportView)
    QTest.keyClicks(view.draft.cards[Part.NEXT].editor, "weekly")
    view.chooser.kinds.setFocus()
    press(page, Qt.Key.Key_Down)
    assert view.report is not None
    assert (view.report.period.kind, str(view.report.period)) == (ReportPeriod.MONTH, "2026-11")
    assert view.draft.cards[Part.NEXT].editor.toPlainText() == ""
    press(page, Qt.Key.Key_Up)
    assert view.draft.cards[Part.NEXT].editor.toPlainText() == "weekly"


def test_a_number_of_the_coverage_opens_its_households(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    page = show_page(desk)
    view = page.made(ReportView)
    table = view.draft.cards[Part.COVERAGE].table
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 2))
    press(page, Qt.Key.Key_Return)
    assert len(view.households.table.rows) == 18
    press(page, Qt.Key.Key_Return)
    assert said.went == [("households", view.households.table.rows[0].id)]
    shares = view.draft.cards[Part.OVERVIEW].table
    assert shares is not None
    shares.setFocus()
    shares.setCurrentIndex(shares.model().index(len(shares.rows) - 1, 2))
    press(page, Qt.Key.Key_Return)
    assert len(view.households.table.rows) == 36


def test_the_text_for_wechat_is_copied_with_its_key(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    page = show_page(desk)
    press(page, Qt.Key.Key_C, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text().startswith("【坪岭村】2026年第47期")
    assert said.notices == ["不含姓名的文字已复制，粘贴即可。"]


def test_a_township_copies_the_reminder_and_opens_what_a_village_has_handed_in(
    show_page: ShowPage, desk: Desk, said: Said
) -> None:
    page = show_page(replace(desk, person=CLERK))
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    settle(page.services.background)
    assert isinstance(page.view, ChasingView)
    press(page, Qt.Key.Key_C, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "请坪岭村尽快报送2026年第47期周报" in QGuiApplication.clipboard().text()
    press(page, Qt.Key.Key_Return)
    assert said.notices[-1] == "该单位还没有提交报表。"
    made = frozen_reports.hand_in(desk, frozen_reports.draw_up(desk, VILLAGE_ID, WEEK))
    page.services.changes.tell("report")
    settle(page.services.background)
    settle(page.services.background)
    press(page, Qt.Key.Key_Return)
    assert said.went == [("reports", made.record_id)]


def test_what_is_typed_while_the_draft_is_drawn_up_anew_stays(
    show_page: ShowPage, desk: Desk
) -> None:
    page = show_page(desk)
    view = page.made(ReportView)
    editor = view.draft.cards[Part.NEXT].editor
    QTest.keyClicks(editor, "first")
    page.refresh()
    QTest.keyClicks(editor, " second")
    settle(page.services.background)
    assert editor.toPlainText() == "first second"
    view.chooser.go_earlier()
    settle(page.services.background)
    view.chooser.go_later()
    settle(page.services.background)
    assert editor.toPlainText() == "first second"
