"""The sync page on a real desk; the line to the county is the only thing that is not real."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from gridapp.store import meta
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.ui.services import Services
from gridapp.ui.sync import SyncPage
from gridapp.ui.sync.automatic import Automatic
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from tests.ui.conftest import settle
from tests.ui.pages import Said, at_desk, said

__all__ = ["at_desk", "said"]


class Line:
    """The county as the laptop sees it: what it answers, and what it was asked."""

    def __init__(self) -> None:
        self.result = SyncResult()
        self.steps: list[Progress] = []
        self.exchanges = 0
        self.stopped = 0
        self.open = threading.Event()
        self.open.set()

    def exchange(
        self,
        _desk: Desk,
        report: Callable[[Progress], None],
        stop: Callable[[], bool],
    ) -> SyncResult:
        self.exchanges += 1
        for step in self.steps:
            report(step)
        assert self.open.wait(10)
        self.stopped += stop()
        return self.result


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    made = Line()
    monkeypatch.setattr(sync, "synchronise", made.exchange)
    return made


@dataclass
class Shown:
    """A page with the one who exchanges for it, and at which desk it asked to go on."""

    page: SyncPage
    automatic: Automatic
    seats: list[Desk]


Show = Callable[[Desk], Shown]


@pytest.fixture
def show(qtbot: QtBot, services: Services, said: Said, line: Line) -> Iterator[Show]:
    made: list[Automatic] = []

    def open_(desk: Desk) -> Shown:
        mine = replace(
            services,
            desk=desk,
            notify=said.notices.append,
            done=said.notices.append,
            recorded=lambda text, undo: (said.recorded.append(text), said.undo.append(undo)),
        )
        automatic = Automatic(services.background, services.changes, desk, Random(1))
        made.append(automatic)
        seats: list[Desk] = []
        shown = Shown(SyncPage(mine, automatic, seats.append), automatic, seats)
        qtbot.addWidget(shown.page)
        shown.page.resize(1192, 664)
        shown.page.show()
        shown.page.activateWindow()
        shown.page.opened()
        settle(services.background)
        return shown

    yield open_
    line.open.set()
    for automatic in made:
        automatic.stop()
    settle(services.background)


def join(desk: Desk, *, error: str | None = None) -> None:
    """The laptop has joined a county."""
    with desk.store.session() as session:
        meta.put(session, "device", {"id": str(desk.new_id())})
        meta.put(session, "county_name", "永福县")
        meta.put(session, "county_address", "https://grid.yongfu.example")
        meta.put(session, "last_sync_at", "2026-11-22T01:24:00+00:00")
        meta.put(session, "last_sync_error", error)
