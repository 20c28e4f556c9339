"""Every form of the grids page, drawn: nothing cut off, nothing blank."""

from pytestqt.qtbot import QtBot

from gridapp.contract.grids import Level
from gridapp.ui.grids import GridsPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from tests.desks import COUNTY, MakeDesk
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, GridsPage]:
    spec = PageSpec("grids", "layout-grid", "网格", GridsPage)
    services = at_desk(desk)
    window = MainWindow(
        services, "韦国平", "坪岭村", demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("grids")
    settle(services.background)
    page = window.page()
    assert isinstance(page, GridsPage)
    return window, page


def test_village(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, desk)
    picture(window, "grids")


def test_county_and_micro_grid(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(next(u.id for u in page._lines.values() if u.name == COUNTY.name))
    picture(window, "grids-county")
    page.tree.choose(next(u.id for u in page._lines.values() if u.level == Level.MICRO))
    picture(window, "grids-micro")


def test_leaders(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(next(u.id for u in page._lines.values() if u.level == Level.MICRO))
    page.panel.leaders.click()
    picture(window, "grids-leaders")
    page.views.leaders.form.phone.setText("12")
    page.views.leaders.form.submitted.emit()
    picture(window, "grids-leaders-faults")


def test_dedicated_form(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.panel.dedicated.click()
    page.views.dedicated.submit()
    picture(window, "grids-dedicated-faults")


def test_nothing(qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, make_desk(filled=False))
    picture(window, "grids-empty")
