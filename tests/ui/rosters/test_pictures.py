"""Every step of the import wizard, drawn: nothing cut off, nothing blank."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gridapp.rosters.comparing import RowKind
from gridapp.ui.rosters import RostersPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk
from tests.ui.rosters.conftest import bring_in, wait_for

Framed = Callable[..., tuple[MainWindow, RostersPage]]


@pytest.fixture
def framed(qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk) -> Framed:
    def make(desk: Desk | None = None) -> tuple[MainWindow, RostersPage]:
        spec = PageSpec("rosters", "users", "导入花名册", RostersPage)
        services = at_desk(desk or make_desk(filled=False))
        window = MainWindow(
            services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
        )
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        window.go("rosters")
        settle(services.background)
        page = window.page()
        assert isinstance(page, RostersPage)
        return window, page

    return make


def test_waiting_for_a_file(framed: Framed, picture: Picture) -> None:
    window, _page = framed()
    picture(window, "rosters")


def test_refused_file(framed: Framed, picture: Picture, tmp_path: Path) -> None:
    window, page = framed()
    page.read(tmp_path / "没有.xlsx")
    wait_for(page)
    picture(window, "rosters-refused")


def test_columns_check_and_result(framed: Framed, picture: Picture, messy_file: Path) -> None:
    window, page = framed()
    page.read(messy_file)
    wait_for(page)
    picture(window, "rosters-columns")
    page.next.click()
    picture(window, "rosters-check")
    page.next.click()
    wait_for(page)
    picture(window, "rosters-done")


def test_a_roster_that_comes_again(
    framed: Framed, picture: Picture, messy_file: Path, next_year: Path
) -> None:
    window, page = framed()
    bring_in(page, messy_file)
    page.read(next_year)
    wait_for(page)
    page.next.click()
    page.next.click()
    wait_for(page)
    picture(window, "rosters-compare")
    page.compare.show_kind(RowKind.MOVED)
    picture(window, "rosters-compare-moved")
    page.start_again()
    wait_for(page)
    picture(window, "rosters-past")
