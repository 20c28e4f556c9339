"""The USB stick: a file out, an answer in, each result and fault in one sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from gridapp.sync.engine import SyncResult
from gridapp.ui import messages
from gridapp.ui.sync import SyncPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError, BundleFault, Written
from tests.ui.keyboard import Keyboard
from tests.ui.sync.conftest import Show, join


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
    monkeypatch.setattr(bundles, "take_in", lambda _desk, _path: result)
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
    def refuse(_desk: Desk, _path: Path) -> SyncResult:
        raise BundleError(fault)

    monkeypatch.setattr(bundles, "take_in", refuse)
    page.stick.take_in()
    Keyboard(page).rest()
    assert page.stick.said.text() == messages.sentence(fault)
    assert fault.value not in page.stick.said.text()
    assert page.stick.read.isEnabled() and page.stick.write.isEnabled()


def test_nothing_is_done_when_no_file_is_picked(
    page: SyncPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.stick.take_in()
    assert page.stick.said.isHidden()
