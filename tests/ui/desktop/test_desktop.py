"""The whole window on a real desk: every page opens, undo works everywhere, roles see their own."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gridapp.contract.people import Role
from gridapp.host import paths
from gridapp.ui.background import Background
from gridapp.ui.desktop import Desktop, page_specs
from gridapp.ui.page import Page
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, Shelf
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.households import households
from gridapp.usecases.rosters import rosters
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID, MakeDesk, roster
from tests.ui.conftest import Picture, settle

Opened = Callable[[Desk], Desktop]


@pytest.fixture
def opened(background: Background) -> Iterator[Opened]:
    made: list[Desktop] = []

    def open_(desk: Desk) -> Desktop:
        desktop = Desktop(background, desk)
        desktop.window.resize(1280, 720)
        desktop.window.show()
        desktop.window.activateWindow()
        settle(background)
        made.append(desktop)
        return desktop

    yield open_
    for desktop in made:
        settle(background)
        desktop.close()


def test_every_page_of_the_rail_opens_with_its_key(desk: Desk, opened: Opened) -> None:
    window = opened(desk).window
    seen = []
    for digit in range(1, 10):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.AltModifier)
        settle(window.services.background)
        seen.append(type(window.page()).__name__)
    assert seen == [
        "TodayPage",
        "ScreeningPage",
        "DisputesPage",
        "HouseholdsPage",
        "GridsPage",
        "ReceptionsPage",
        "ReportsPage",
        "SyncPage",
        "SettingsPage",
    ]


def test_ctrl_z_takes_back_what_was_done_on_any_page(desk: Desk, opened: Opened) -> None:
    window = opened(desk).window
    disputes.register(desk, VILLAGE_ID, NewDispute("新的纠纷", "0201", "积水", TODAY))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window.services.background)
    assert len(disputes.ledger(desk, Shelf.ALL)) == 5
    assert "新的纠纷" in window.strip.accessibleName()


def test_ctrl_z_takes_a_roster_back_on_its_own_page_which_has_a_bar(
    make_desk: MakeDesk, opened: Opened
) -> None:
    desk = make_desk(filled=False)
    rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, lambda *_: None)
    window = opened(desk).window
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window.services.background)
    assert type(window.page()).__name__ == "RostersPage"
    assert households.of_unit(desk, VILLAGE_ID) == []
    assert window.strip.accessibleName() == "已撤销这次导入"


def test_nothing_to_undo_is_said_in_words(make_desk: MakeDesk, opened: Opened) -> None:
    desk = make_desk(filled=False)
    window = opened(desk).window
    for _ in range(2):  # the set-up of the tree, then nothing is left
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        settle(window.services.background)
    assert grids.view(desk).lines == ()
    assert window.strip.accessibleName() == "没有可以撤销的操作。"


def test_a_leader_begins_with_the_round_and_has_neither_receptions_nor_reports(
    make_desk: MakeDesk, opened: Opened
) -> None:
    village = make_desk()
    (running,) = screening.running_rounds(village)
    unit = screening.grids_to_walk(village, running.id)[0]
    leader = Person("王桂英", unit.unit_id, unit.name, Role.LEADER.value)
    window = opened(make_desk(leader)).window
    assert type(window.page()).__name__ == "ScreeningPage"
    specs = page_specs(Role.LEADER.value, Page)
    assert {"receptions", "reports", "rosters"}.isdisjoint(spec.key for spec in specs)


def test_a_disk_that_is_nearly_full_is_said_at_the_start(
    desk: Desk, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "free_bytes", lambda _folder: paths.LOW_BYTES - 1)
    window = opened(desk).window
    assert window.strip.accessibleName() == "磁盘快满了，请尽快腾出空间。"


@pytest.mark.parametrize(
    "key",
    [
        "today",
        "screening",
        "disputes",
        "households",
        "grids",
        "receptions",
        "reports",
        "sync",
        "settings",
    ],
)
def test_every_page_can_be_looked_at_in_the_frame(
    desk: Desk, opened: Opened, picture: Picture, key: str
) -> None:
    window = opened(desk).window
    window.go(key)
    settle(window.services.background)
    picture(window, f"desktop-{key}")
