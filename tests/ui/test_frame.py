"""The frame: pages, keys, search, notices, help, crashes."""

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser

from gridapp.contract.problems import Problem
from gridapp.store.opening import StoreError, StoreFault
from gridapp.ui import crash, messages
from gridapp.ui.page import Page
from gridapp.ui.search_hits import Hit
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.window import MainWindow, PageSpec
from tests.ui.conftest import held, settle

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Noting(Page):
    """Notes what the frame does with it."""

    kinds = frozenset({"dispute"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.notes: list[object] = []
        self.field = QLineEdit()
        self.column.addWidget(self.field)

    def opened(self, argument: object = None) -> None:
        self.notes.append(("opened", argument))

    def refresh(self) -> None:
        self.notes.append("refresh")


class Fault(Exception):
    code = Problem.BUSY


@pytest.fixture
def frame(qapp: QApplication, services: Services) -> MainWindow:
    made = MainWindow(
        services,
        "韦国平",
        "坪岭村 网格长",
        demo=True,
        pages=[
            PageSpec("today", "clock", "今日", Noting),
            PageSpec("sync", "refresh-cw", "同步", Noting),
            PageSpec("case", "file-text", "案件", Noting, in_rail=False, under="today"),
        ],
        search=lambda text: [Hit(text, "坪岭一屯3号", "case", n) for n in range(3)],
    )
    made.show()
    made.activateWindow()
    return made


def shown(frame: MainWindow) -> Noting:
    page = frame.page()
    assert isinstance(page, Noting)
    return page


def test_a_page_is_built_when_it_is_first_shown(frame: MainWindow) -> None:
    assert frame.findChildren(Noting) == []
    frame.go("today")
    assert len(frame.findChildren(Noting)) == 1
    frame.go("today", 7)
    assert shown(frame).notes == [("opened", None), ("opened", 7)]


def test_alt_and_a_digit_open_a_page(frame: MainWindow) -> None:
    frame.go("today")
    QTest.keyClick(frame, Qt.Key.Key_2, ALT)
    assert frame.page() is frame.findChildren(Noting)[1]


def test_the_keyboard_stays_in_the_page_when_what_has_the_focus_is_hidden(
    frame: MainWindow,
) -> None:
    frame.go("today")
    page = shown(frame)
    page.field.setFocus()
    assert frame.focusWidget() is page.field
    page.field.hide()
    assert frame.focusWidget() is page
    QTest.keyClick(page, Qt.Key.Key_2, ALT)
    assert shown(frame) is not page


def test_only_a_page_in_sight_asks_again_and_once(frame: MainWindow) -> None:
    frame.go("sync")
    hidden = shown(frame)
    frame.go("today")
    frame.services.changes.tell("visit")
    for _twice in range(2):
        frame.services.changes.tell("dispute", "visit")
    settle(frame.services.background)
    assert shown(frame).notes.count("refresh") == 1
    assert "refresh" not in hidden.notes


def test_the_search_is_worked_by_keys_and_opens_a_hit(frame: MainWindow) -> None:
    frame.go("today")
    QTest.keyClick(frame, Qt.Key.Key_K, CTRL)
    assert frame.focusWidget() is frame.search
    QTest.keyClicks(frame.search, "hyf")
    settle(frame.services.background)
    assert frame.search.panel.isVisible()
    assert not frame.search.panel.isWindow()
    assert frame.focusWidget() is frame.search
    QTest.keyClick(frame.search, Qt.Key.Key_Down)
    QTest.keyClick(frame.search, Qt.Key.Key_Return)
    assert shown(frame).notes == [("opened", 1)]
    assert (frame.search.text(), frame.search.panel.isVisible()) == ("", False)


def test_headings_of_groups_are_passed_over_and_the_hits_go_round(
    frame: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits = [
        Hit("黄永福", "", "case", 1, "住户", "姓名"),
        Hit("坪岭村", "", "case", 2, "网格", "名称"),
    ]
    monkeypatch.setattr(frame.search, "_search", lambda _text: hits)
    frame.go("today")
    opened = []
    for steps in (0, 1, 2, -1):
        frame.search.setFocus()
        QTest.keyClicks(frame.search, "p")
        settle(frame.services.background)
        assert frame.search.panel.list.count() == len(hits) * 2
        key = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
        for _ in range(abs(steps)):
            QTest.keyClick(frame.search, key)
        QTest.keyClick(frame.search, Qt.Key.Key_Return)
        opened.append(shown(frame).notes.pop())
    assert opened == [("opened", one) for one in (1, 2, 1, 2)]


def test_only_what_still_stands_in_the_box_is_looked_for(
    frame: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(frame.search, "_search", lambda text: asked.append(text) or [])
    with held(frame.services.background):
        frame.search.setFocus()
        QTest.keyClicks(frame.search, "hyf")
    settle(frame.services.background)
    assert asked == ["hyf"]


def test_escape_closes_the_hits(frame: MainWindow) -> None:
    frame.search.setFocus()
    QTest.keyClicks(frame.search, "h")
    settle(frame.services.background)
    QTest.keyClick(frame.search, Qt.Key.Key_Escape)
    assert not frame.search.panel.isVisible()


def test_ctrl_z_undoes_work_but_in_a_field_it_undoes_typing(frame: MainWindow) -> None:
    asked: list[int] = []
    frame.undo_asked.connect(lambda: asked.append(1))
    frame.go("today")
    field = shown(frame).field
    field.setFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert (field.text(), asked) == ("", [])
    shown(frame).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(frame).setFocus()
    QTest.keyClick(shown(frame), Qt.Key.Key_Z, CTRL)
    assert asked == [1]


def test_the_chip_tells_the_state_and_opens_the_sync_page(frame: MainWindow) -> None:
    frame.go("today")
    frame.show_status("离线 3 天 · 12 条待上报", Tone.NEUTRAL)
    QTest.mouseClick(frame.bar.status, Qt.MouseButton.LeftButton)
    assert frame.page() is frame.findChildren(Noting)[1]


def test_the_demo_is_marked(frame: MainWindow) -> None:
    assert "演示" in frame.windowTitle()


def test_f1_and_the_sheet_of_keys_open_beside_and_escape_closes(frame: MainWindow) -> None:
    frame.go("today")
    QTest.keyClick(frame, Qt.Key.Key_F1)
    assert frame.help.isVisible()
    QTest.keyClick(frame.focusWidget(), Qt.Key.Key_Escape)
    assert not frame.help.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_Slash, CTRL)
    assert frame.help.isVisible()


def test_a_link_of_a_help_page_opens_another_help_page(frame: MainWindow) -> None:
    frame.help.show_help("settings", "设置")
    text = frame.help.findChild(QTextBrowser)
    assert text is not None
    assert "documents.md" in text.toHtml()
    text.anchorClicked.emit(QUrl("documents.md"))
    assert "{{当事人.姓名}}" in text.toPlainText()
    assert text.accessibleName() == "文书"


def test_a_fault_with_a_code_becomes_a_notice(services: Services) -> None:
    said: list[str] = []
    page = Noting(replace(services, notify=said.append))

    def work() -> None:
        raise Fault

    page.ask(work)
    assert services.background.wait_idle()
    assert said == [messages.sentence(Problem.BUSY)]


def test_a_fault_that_nobody_waits_for_becomes_a_notice_too(
    frame: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a draft that is kept while the disk is full."""
    crashes: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: crashes.append(error))

    def full() -> None:
        raise StoreError(StoreFault.DISK_FULL)

    frame.services.background.run(frame, full)
    settle(frame.services.background)
    assert frame.strip.accessibleName() == messages.sentence(StoreFault.DISK_FULL)
    assert crashes == []


def test_every_refusal_of_the_county_has_its_sentence() -> None:
    assert [code for code in Problem if code in messages.sentence(code)] == []


def test_a_crash_report_holds_no_data(qapp: QApplication) -> None:
    try:
        raise ValueError("黄永福 13812345678")
    except ValueError as error:
        text = crash.report(type(error), error.__traceback__)
    assert "test_a_crash_report_holds_no_data" in text
    assert text.endswith("ValueError")
    assert "黄永福" not in text


def test_a_crash_is_shown_and_can_be_copied(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    reporter = crash.CrashReporter()
    reporter.take(KeyError, KeyError("x"), None)
    dialog = reporter._dialog
    assert dialog is not None
    assert not dialog.isModal()
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "KeyError"
    dialog.close()


def test_the_frame_loads_nothing_heavy() -> None:
    code = "import sys, gridapp.ui.window, gridapp.ui.start\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "sqlmodel",
        "sqlalchemy",
        "pydantic",
        "httpx2",
        "xlsxwriter",
        "python_calamine",
    }
    assert heavy & set(done.stdout.split()) == set()


def test_a_long_hit_ends_in_an_ellipsis_inside_the_panel(frame: MainWindow) -> None:
    frame.search.setFocus()
    frame.search.show_hits("", [Hit("很长的标题" * 20, "很长的地址" * 20, "case", 1)])
    panel = frame.search.panel
    assert panel.geometry().right() < frame.width()
    assert panel.list.horizontalScrollBar().maximum() == 0
