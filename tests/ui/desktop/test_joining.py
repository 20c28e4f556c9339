"""One window gives way to the next: after the sign-in, and after joining a county."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gridapp.app import Session
from gridapp.contract.people import Role
from gridapp.ui.start.window import StartWindow
from gridapp.ui.sync import SyncPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.ui.conftest import settle


@pytest.fixture
def session(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    for module in (sys, threading):  # a session takes them over for good
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    made = Session(qapp, tmp_path)
    yield made
    settle(made._background)
    made._background.shut_down()


def test_the_first_window_is_gone_once_the_desktop_is_open(session: Session, desk: Desk) -> None:
    first = session._start = StartWindow(session._background, session._laptop)
    first.signed_in.connect(session._open)
    first.signed_in.emit(desk)
    settle(session._background)
    assert session._desktop is not None
    assert not isValid(first), "the password that was typed is not kept"
    session._desktop.leave()


def test_after_joining_the_same_person_goes_on_with_what_the_county_grants(
    session: Session, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    leader = replace(desk, person=replace(desk.person, role=Role.LEADER.value))
    monkeypatch.setattr(sync, "join", lambda *_: leader)
    session._open(desk)
    before = session._desktop
    assert before is not None
    before.window.go("sync")
    settle(session._background)
    page = before.window.page()
    assert isinstance(page, SyncPage)
    page.joining.address.setText("https://county")
    page.joining.code.setText("ABCD-EFGH")
    page.joining.send()
    settle(session._background)
    after = session._desktop
    assert after is not None and after is not before
    assert after.window.isVisible() and not isValid(before.window)
    assert isinstance(after.window.page(), SyncPage)
    assert after.window.services.desk is leader
    assert sync.status(leader).totals.waiting > 0, "the store is still open"
    after.leave()
