"""The sync page: what waits by name, what was refused in words, a button, a form to join."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update
from sqlmodel import col

from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync.outbox import State
from gridapp.store.tables import Household, Member
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.ui.services import Services
from gridapp.ui.sync import SyncPage
from gridapp.ui.sync.automatic import Automatic
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from gridapp.usecases.sync.bundles import Written
from tests.conflicts import one, put_conflict
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.frame import framed
from tests.ui.pages import Said
from tests.ui.sync.conftest import Line, Show, join


def refuse_some(desk: Desk, problem: str = "403.3 out_of_scope") -> None:
    """The county refused the newest operation."""
    newest = sync.held(desk).waiting[0].operation_id
    with desk.store.session() as session:
        session.execute(
            update(ChangeRow)
            .where(col(ChangeRow.operation_id) == newest)
            .values(state=State.REFUSED, problem=problem)
        )


def test_what_waits_is_named_newest_first(show: Show, desk: Desk) -> None:
    join(desk)
    page = show(desk).page
    waiting = sync.held(desk).waiting
    assert list(page.waiting.table.rows) == list(waiting)
    first = page.waiting.table.model().index(0, 0).data()
    assert waiting[0].name in first
    assert "." not in first


def test_a_refused_record_stays_in_sight_with_the_reason_in_words(show: Show, desk: Desk) -> None:
    join(desk)
    refuse_some(desk)
    page = show(desk).page
    assert page.refused.isVisible()
    assert "403" not in page.refused.reason.text()
    assert page.refused.reason.text()


def test_the_key_exchanges_and_says_what_went_through(
    qtbot: QtBot, show: Show, desk: Desk, services: Services, said: Said, line: Line
) -> None:
    join(desk)
    page = show(desk).page
    line.result = SyncResult(pushed=12, pulled=4, kinds=frozenset({"visit"}))
    told: list[frozenset[str]] = []
    services.changes.changed.connect(told.append)
    before = line.exchanges
    line.open.clear()
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_F5)
    assert page.running.isVisible()
    qtbot.keyClick(page.button, Qt.Key.Key_F5)
    line.open.set()
    settle(services.background)
    assert line.exchanges == before + 1
    assert not page.running.isVisible()
    assert len(said.notices) == 1 and "12" in said.notices[0] and "4" in said.notices[0]
    assert told == [frozenset({"visit", "sync"})]


def test_a_problem_of_the_line_is_one_sentence_when_the_person_asked(
    show: Show, desk: Desk, services: Services, said: Said, line: Line
) -> None:
    line.result = SyncResult(problem="sync.offline")
    join(desk)
    page = show(desk).page
    assert said.notices == []
    page.button.click()
    settle(services.background)
    assert len(said.notices) == 1 and "sync.offline" not in said.notices[0]
    assert "再试" in said.notices[0]


def test_progress_is_told_in_records_and_in_bytes(
    show: Show, desk: Desk, services: Services, line: Line
) -> None:
    join(desk)
    page = show(desk).page
    line.steps = [Progress(320, 500, 18 * 1024, 27 * 1024, 2048)]
    line.open.clear()
    page.exchange()
    services.background.run(page, line.open.wait, None)
    line.open.set()
    settle(services.background)
    assert page.running.line.note.text() == "320/500 条 · 已送 18/27 KB · 已收 2 KB"
    assert page.running.line.bar.accessibleDescription() == "67%"
    page.running.show_progress(Progress(500, 502, 0, 0, 90 * 1024, 120 * 1024))
    assert page.running.line.note.text() == "500/502 条 · 已收 90/120 KB"
    assert page.running.line.bar.accessibleDescription() == "75%"


def test_a_look_whether_there_is_news_flashes_nothing(
    qtbot: QtBot, show: Show, desk: Desk, services: Services, line: Line
) -> None:
    join(desk)
    shown = show(desk)
    before = line.exchanges
    line.open.clear()
    shown.automatic.exchange()
    qtbot.waitUntil(lambda: line.exchanges == before + 1)
    assert not shown.page.running.isVisible()
    line.open.set()
    settle(services.background)
    line.steps = [Progress(1, 2)]
    line.open.clear()
    shown.automatic.exchange()
    qtbot.waitUntil(shown.page.running.isVisible)
    line.open.set()
    settle(services.background)
    assert not shown.page.running.isVisible()


def test_a_pause_stops_at_the_next_piece_and_going_on_exchanges_again(
    qtbot: QtBot, show: Show, desk: Desk, services: Services, line: Line
) -> None:
    join(desk)
    shown = show(desk)
    page, before = shown.page, line.exchanges
    line.open.clear()
    page.exchange()
    qtbot.waitUntil(lambda: line.exchanges == before + 1)
    page.running.pause.click()
    line.open.set()
    settle(services.background)
    assert line.stopped == 1
    assert page.running.isVisible() and page.running.go_on.isVisible()
    services.changes.tell("visit")
    shown.automatic.exchange()
    settle(services.background)
    assert line.exchanges == before + 1
    page.running.go_on.click()
    settle(services.background)
    assert line.exchanges == before + 2
    assert not page.running.isVisible()


def test_closing_the_window_stops_an_exchange_at_its_next_piece(
    qtbot: QtBot, show: Show, desk: Desk, services: Services, line: Line
) -> None:
    join(desk)
    shown = show(desk)
    before = line.exchanges
    line.open.clear()
    shown.page.exchange()
    qtbot.waitUntil(lambda: line.exchanges == before + 1)
    shown.automatic.stop()
    shown.automatic.stop()
    line.open.set()
    settle(services.background)
    assert line.stopped == 1
    shown.automatic.exchange()
    assert line.exchanges == before + 1


def test_a_laptop_without_a_county_is_offered_to_join_and_faults_stand_at_their_fields(
    qtbot: QtBot, show: Show, desk: Desk, services: Services
) -> None:
    page = show(desk).page
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


def test_a_laptop_that_its_county_does_not_know_any_more_joins_again_right_there(
    show: Show, desk: Desk, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    join(desk, error="401.3 unknown_device")
    shown = show(desk)
    page = shown.page
    assert page.joining.isVisible()
    assert page.joining.address.text() == "https://grid.yongfu.example"
    joined = replace(desk, person=replace(desk.person, role="township"))
    monkeypatch.setattr(sync, "join", lambda *_: joined)
    page.joining.code.setText("ABCD-EFGH")
    page.joining.send()
    settle(services.background)
    assert shown.seats == [joined]


def test_pictures(
    qtbot: QtBot, services: Services, make_desk: MakeDesk, picture: Picture, line: Line
) -> None:
    def draw(desk: Desk, name: str) -> SyncPage:
        at_desk = replace(services, desk=desk)
        automatic = Automatic(services.background, services.changes, desk)
        automatic.pause()
        window, page = framed(
            qtbot,
            at_desk,
            "refresh-cw",
            "同步",
            lambda mine: SyncPage(mine, automatic, lambda _desk: None),
        )
        assert isinstance(page, SyncPage)
        picture(window, name)
        return page

    desk = make_desk()
    draw(desk, "sync-not-joined")
    refuse_some(desk)
    join(desk, error="sync.offline")
    page = draw(desk, "sync")
    page.refused.open_correction()
    page.running.show_progress(Progress(1320, 5000, 18 * 1024, 270 * 1024, 2048))
    page.stick._written(
        Written(Path("/media/韦国平/KINGSTON/坪岭村-1122-1000.gridapp-out"), 27_000, 213)
    )
    picture(page.window(), "sync-busy")
    member = one(desk, Member, name="韦国平")
    put_conflict(desk, "member", member, "phone", "13900000002")
    put_conflict(desk, "member", member, "residence", "away")
    household = one(desk, Household)
    put_conflict(desk, "household", household, "note", "家里老人行动不便，请白天上门。" * 2)
    page = draw(desk, "sync-conflicts")
    page.conflicts.table.choose_number(2)
    page.conflicts.other.click()
    picture(page.window(), "sync-third")
    empty = make_desk(filled=False)
    with empty.store.session() as session:
        session.execute(update(ChangeRow).values(state=State.ACKNOWLEDGED))
    join(empty)
    draw(empty, "sync-done")
