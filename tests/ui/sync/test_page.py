"""The sync page: what waits by name, what was refused in words, a button, a form to join."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update
from sqlmodel import col

from gridapp.store import meta
from gridapp.store.outbox import State
from gridapp.store.tables import ChangeRow
from gridapp.sync.engine import SyncResult
from gridapp.ui.services import Services
from gridapp.ui.sync import SyncPage
from gridapp.usecases import sync
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed

Show = Callable[[Desk], SyncPage]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def show(qtbot: QtBot, services: Services, said: list[str]) -> Show:
    def made(desk: Desk) -> SyncPage:
        page = SyncPage(replace(services, desk=desk, notify=said.append))
        qtbot.addWidget(page)
        page.resize(1192, 664)
        page.show()
        page.opened()
        settle(services.background)
        return page

    return made


def join(desk: Desk, *, error: str | None = None) -> None:
    with desk.store.session() as session:
        meta.put(session, "device", {"id": str(desk.new_id())})
        meta.put(session, "county_name", "永福县")
        meta.put(session, "county_address", "https://grid.yongfu.example")
        meta.put(session, "last_sync_at", "2026-11-22T01:24:00+00:00")
        meta.put(session, "last_sync_error", error)


def refuse_some(desk: Desk) -> None:
    newest = sync.status(desk).waiting[0].operation_id
    with desk.store.session() as session:
        session.execute(
            update(ChangeRow)
            .where(col(ChangeRow.operation_id) == newest)
            .values(state=State.REFUSED, problem="403.3 out_of_scope")
        )


def test_what_waits_is_named_newest_first(show: Show, desk: Desk) -> None:
    join(desk)
    page = show(desk)
    waiting = sync.status(desk).waiting
    assert list(page.waiting.table.rows) == list(waiting)
    first = page.waiting.table.model().index(0, 0).data()
    assert waiting[0].name in first
    assert "." not in first


def test_a_refused_record_stays_in_sight_with_the_reason_in_words(show: Show, desk: Desk) -> None:
    join(desk)
    refuse_some(desk)
    page = show(desk)
    assert page.refused.isVisible()
    assert "403" not in page.refused.reason.text()
    assert page.refused.reason.text()


def test_the_key_exchanges_and_says_what_went_through(
    qtbot: QtBot,
    show: Show,
    desk: Desk,
    services: Services,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exchange(_desk: Desk, report: Callable[[int, int], None]) -> SyncResult:
        report(3, 12)
        return SyncResult(pushed=12, pulled=4, kinds=frozenset({"visit"}))

    monkeypatch.setattr(sync, "synchronise", exchange)
    join(desk)
    page = show(desk)
    told: list[frozenset[str]] = []
    services.changes.changed.connect(told.append)
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_F5)
    assert page.work.isVisible()
    qtbot.keyClick(page.button, Qt.Key.Key_F5)
    settle(services.background)
    assert not page.work.isVisible()
    assert len(said) == 1 and "12" in said[0] and "4" in said[0]
    assert told == [frozenset({"visit", "sync"})]


def test_a_problem_of_the_line_is_one_sentence(
    show: Show,
    desk: Desk,
    services: Services,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sync, "synchronise", lambda *_: SyncResult(problem="sync.offline"))
    join(desk)
    show(desk).button.click()
    settle(services.background)
    assert len(said) == 1 and "sync.offline" not in said[0]


def test_a_laptop_without_a_county_is_offered_to_join_and_faults_stand_at_their_fields(
    qtbot: QtBot, show: Show, desk: Desk, services: Services
) -> None:
    page = show(desk)
    assert page.joining.isVisible()
    assert not page.button.isVisible()
    qtbot.keyClick(page.joining.code, Qt.Key.Key_Return)
    settle(services.background)
    errors = {name: field.error.isVisible() for name, field in page.joining.fields.items()}
    assert errors == {"address": True, "code": True}
    qtbot.keyClicks(page.joining.address, "http://127.0.0.1:9")
    qtbot.keyClicks(page.joining.code, "ABCD-EFGH")
    qtbot.keyClick(page.joining.code, Qt.Key.Key_Return)
    settle(services.background)
    assert page.joining._problem.isVisible()
    assert page.joining._join.isEnabled()
    assert not sync.status(desk).joined


def test_pictures(qtbot: QtBot, services: Services, make_desk: MakeDesk, picture: Picture) -> None:
    def draw(desk: Desk, name: str) -> None:
        at_desk = replace(services, desk=desk)
        picture(framed(qtbot, at_desk, "refresh-cw", "同步", SyncPage)[0], name)

    desk = make_desk()
    draw(desk, "sync-not-joined")
    refuse_some(desk)
    join(desk, error="sync.offline")
    draw(desk, "sync")
    empty = make_desk(filled=False)
    with empty.store.session() as session:
        session.execute(update(ChangeRow).values(state=State.ACKNOWLEDGED))
    join(empty)
    draw(empty, "sync-done")
