"""The USB stick: a file out, an answer in, each result and fault in one sentence."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gridapp.contract.kinds import KINDS
from gridapp.store.opening import StoreError, StoreFault
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import OnProgress, Progress
from gridapp.ui import messages, theme
from gridapp.ui.services import Services
from gridapp.ui.sync import SyncPage
from gridapp.ui.sync.automatic import Automatic
from gridapp.usecases import settings
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError, BundleFault, Written
from tests.desks import MakeDesk
from tests.ui.conftest import settle
from tests.ui.frame import framed
from tests.ui.keyboard import Keyboard
from tests.ui.sync.conftest import Line, Show, join


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where the dialogs began; the person always picks a file of ``tmp_path``."""
    began: list[str] = []

    def pick(_parent: object, _title: str, begin: str, _kinds: str) -> tuple[str, str]:
        began.append(begin)
        return str(tmp_path / "坪岭村"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", pick)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", pick)
    return began


@pytest.fixture
def page(show: Show, desk: Desk) -> SyncPage:
    join(desk)
    return show(desk).page


def test_a_file_is_written_and_its_place_said_and_remembered(
    page: SyncPage,
    desk: Desk,
    show: Show,
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[Path] = []

    def write(_desk: Desk, path: Path) -> Written:
        written.append(path)
        return Written(path, 27_000, 12)

    monkeypatch.setattr(bundles, "write_out", write)
    keyboard = Keyboard(page)
    keyboard.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    keyboard.rest()
    assert written == [tmp_path / "坪岭村.gridapp-out"]
    said = page.stick.said.text().replace("\u200b", "")
    assert "12 条" in said and "27 KB" in said and str(tmp_path) in said
    again = show(desk).page
    again.stick.read.click()
    assert asked[-1] == str(tmp_path)
    Keyboard(again).rest()


def test_an_answer_is_taken_in_and_every_screen_told(
    page: SyncPage, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = SyncResult(pushed=12, pulled=34, kinds=frozenset({"visit"}))
    monkeypatch.setattr(bundles, "take_in", lambda *_: result)
    told: list[frozenset[str]] = []
    page.services.changes.changed.connect(told.append)
    keyboard = Keyboard(page)
    keyboard.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    keyboard.rest()
    assert page.stick.said.text() == "读入完成：确认上报 12 条，收到 34 条。"
    assert told == [frozenset({"visit", "sync"})]


@pytest.mark.parametrize("fault", list(BundleFault))
def test_each_fault_is_one_sentence(
    page: SyncPage, asked: list[str], monkeypatch: pytest.MonkeyPatch, fault: BundleFault
) -> None:
    def refuse(*_: object) -> SyncResult:
        raise BundleError(fault)

    monkeypatch.setattr(bundles, "take_in", refuse)
    page.stick.take_in()
    Keyboard(page).rest()
    assert page.stick.said.text() == messages.sentence(fault)
    assert fault.value not in page.stick.said.text()
    assert page.stick.read.isEnabled() and page.stick.write.isEnabled()


def test_a_full_disk_of_the_laptop_is_one_sentence(
    page: SyncPage, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError(StoreFault.DISK_FULL)

    monkeypatch.setattr(settings, "keep_stick_folder", full)
    for press in (page.stick.write_out, page.stick.take_in):
        press()
        Keyboard(page).rest()
        assert page.stick.said.text() == messages.sentence(StoreFault.DISK_FULL)


def test_a_file_is_written_while_the_line_hangs(
    show: Show, desk: Desk, line: Line, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    join(desk)
    shown = show(desk)
    monkeypatch.setattr(bundles, "write_out", lambda _desk, path: Written(path, 27_000, 12))
    line.open.clear()
    shown.automatic.exchange()
    stick = shown.page.stick
    stick.write_out()
    while not stick.write.isEnabled():
        QTest.qWait(1)
    assert shown.automatic.running and "12 条" in stick.said.text()
    line.open.set()
    Keyboard(shown.page).rest()
    assert line.stopped == 0, "the exchange goes on"


def test_an_exchange_under_way_makes_way_for_an_answer(
    show: Show, desk: Desk, line: Line, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    join(desk)
    shown = show(desk)
    monkeypatch.setattr(bundles, "take_in", lambda *_: SyncResult(pushed=12))
    line.open.clear()
    shown.automatic.exchange()
    shown.page.stick.take_in()
    assert shown.page.stick.work.isVisible(), "it waits for its turn in sight"
    line.open.set()
    Keyboard(shown.page).rest()
    assert line.stopped == 1
    assert "12 条" in shown.page.stick.said.text()
    shown.automatic.exchange()
    Keyboard(shown.page).rest()
    assert line.stopped == 1, "the next one has the line to itself again"


def test_a_long_reading_is_in_sight_and_can_be_stopped(
    page: SyncPage, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled = threading.Event()

    def take(_desk: Desk, _path: Path, report: OnProgress) -> SyncResult:
        report(Progress(3, 60))
        assert cancelled.wait(10)
        report(Progress(4, 60))
        raise AssertionError("it was stopped before")

    monkeypatch.setattr(bundles, "take_in", take)
    told: list[frozenset[str]] = []
    page.services.changes.changed.connect(told.append)
    page.stick.take_in()
    work = page.stick.work
    while "3 / 60" not in work.line.note.text():
        QTest.qWait(1)
    assert work.isVisible() and not page.stick.read.isEnabled()
    work.cancel()
    cancelled.set()
    Keyboard(page).rest()
    assert not work.isVisible() and page.stick.read.isEnabled()
    assert "已读入的内容都在" in page.stick.said.text()
    assert told == [frozenset(KINDS) | {"sync"}], "what came before it was stopped is there"


def test_what_came_of_it_is_in_sight_on_a_small_screen_in_large_letters(
    qtbot: QtBot, qapp: QApplication, services: Services, desk: Desk, line: Line, asked: list[str]
) -> None:
    join(desk)
    theme.apply(qapp, False, 150)
    mine = replace(services, desk=desk)
    automatic = Automatic(services.background, services.changes, desk)
    window, page = framed(
        qtbot, mine, "refresh-cw", "同步", lambda its: SyncPage(its, automatic, lambda _: None)
    )
    assert isinstance(page, SyncPage)
    window.resize(911, 512)
    window.show()
    settle(services.background)
    assert page.stick.write.visibleRegion().isEmpty()
    page.stick.take_in()
    settle(services.background)
    assert page.stick.said.text() == messages.sentence(BundleFault.NOT_READ)
    assert page.stick.said.visibleRegion().boundingRect() == page.stick.said.rect()
    automatic.stop()


def test_the_name_that_is_offered_is_one_that_every_machine_takes(
    show: Show, make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = make_desk()
    join(desk)
    person = replace(desk.person, unit_name="1/2组 <东>")
    page = show(replace(desk, person=person)).page
    offered: list[str] = []

    def dismiss(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dismiss)
    page.stick.write_out()
    assert Path(offered[0]).name.startswith("1_2组 _东_-")


def test_nothing_is_done_when_no_file_is_picked(
    page: SyncPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.stick.take_in()
    assert page.stick.said.isHidden()
