"""Exchanging by itself: at the start, soon after a change, later after a failure, one at a time."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from gridapp.store import meta
from gridapp.sync import schedule
from gridapp.sync.engine import SyncResult
from gridapp.ui.services import Services
from gridapp.ui.sync.automatic import Automatic
from gridapp.ui.tokens import Tone
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.ui.conftest import settle
from tests.ui.sync.conftest import Line


@pytest.fixture
def chips() -> list[tuple[str, Tone]]:
    return []


@pytest.fixture
def automatic(
    qtbot: QtBot, services: Services, desk: Desk, line: Line, chips: list[tuple[str, Tone]]
) -> Iterator[Automatic]:
    with desk.store.session() as session:
        meta.put(session, "device", {"id": str(desk.new_id())})
    made = Automatic(services.background, services.changes, desk, Random(1))
    made.status.connect(lambda text, tone: chips.append((text, tone)))
    yield made
    made.stop()


def wait(qtbot: QtBot, services: Services, line: Line, exchanges: int) -> None:
    qtbot.waitUntil(lambda: line.exchanges == exchanges)
    settle(services.background)


def test_it_exchanges_at_the_start_and_then_about_every_ten_minutes(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line, desk: Desk
) -> None:
    wait(qtbot, services, line, 1)
    until = automatic.planned - desk.now()
    assert timedelta(minutes=8.9) < until < timedelta(minutes=11.1)


def test_what_came_in_is_told_to_every_screen(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line
) -> None:
    wait(qtbot, services, line, 1)
    line.result = SyncResult(pulled=3, kinds=frozenset({"visit", "dispute"}))
    told: list[frozenset[str]] = []
    services.changes.changed.connect(told.append)
    automatic.exchange()
    wait(qtbot, services, line, 2)
    assert told == [frozenset({"visit", "dispute", "sync"})]


def test_a_second_exchange_is_never_begun_while_one_runs(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line
) -> None:
    wait(qtbot, services, line, 1)
    line.open.clear()
    automatic.exchange()
    qtbot.waitUntil(lambda: line.exchanges == 2)
    automatic.exchange()
    automatic.exchange()
    line.open.set()
    settle(services.background)
    assert line.exchanges == 2


def test_a_change_is_sent_soon_even_when_it_was_made_during_an_exchange(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line, desk: Desk
) -> None:
    wait(qtbot, services, line, 1)
    line.open.clear()
    automatic.exchange()
    qtbot.waitUntil(lambda: line.exchanges == 2)
    services.changes.tell("visit")
    line.open.set()
    settle(services.background)
    assert automatic.planned - desk.now() <= schedule.SOON
    automatic.exchange()
    wait(qtbot, services, line, 3)
    assert automatic.planned - desk.now() > schedule.SOON
    services.changes.tell("visit")
    assert automatic.planned - desk.now() <= schedule.SOON


def test_a_failure_is_tried_again_later_and_a_change_does_not_hurry_it(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line, desk: Desk
) -> None:
    wait(qtbot, services, line, 1)
    line.result = SyncResult(problem="503.1 busy", retry_after=120)
    automatic.exchange()
    wait(qtbot, services, line, 2)
    planned = automatic.planned
    assert planned - desk.now() > timedelta(seconds=119)
    services.changes.tell("visit")
    assert automatic.planned == planned


def test_the_chip_is_shown_from_the_store_and_again_after_a_change(
    qtbot: QtBot,
    automatic: Automatic,
    services: Services,
    line: Line,
    chips: list[tuple[str, Tone]],
    desk: Desk,
) -> None:
    wait(qtbot, services, line, 1)
    waiting = sync.status(desk).totals.waiting
    assert waiting > 0
    assert chips[-1] == (f"尚未同步，{waiting} 条未上报", Tone.NEUTRAL)
    with desk.store.session() as session:
        meta.put(session, "last_sync_at", "2026-11-22T02:00:00+00:00")
    services.changes.tell("visit")
    settle(services.background)
    assert chips[-1][0] == f"已同步 10:00，{waiting} 条未上报"


def test_without_a_county_nothing_is_sent(
    qtbot: QtBot, services: Services, desk: Desk, line: Line, chips: list[tuple[str, Tone]]
) -> None:
    made = Automatic(services.background, services.changes, desk, Random(1))
    made.status.connect(lambda text, tone: chips.append((text, tone)))
    qtbot.waitUntil(lambda: made.planned > desk.now() + timedelta(minutes=8))
    settle(services.background)
    assert line.exchanges == 0
    assert chips[-1][0].startswith("未加入县平台")
    made.stop()


def test_files_that_are_left_go_on_soon(
    qtbot: QtBot, automatic: Automatic, services: Services, line: Line, desk: Desk
) -> None:
    wait(qtbot, services, line, 1)
    line.result = SyncResult(files_left=2)
    automatic.exchange()
    wait(qtbot, services, line, 2)
    assert automatic.planned - desk.now() <= schedule.SOON
