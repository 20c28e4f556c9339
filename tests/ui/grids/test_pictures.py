"""Every form of the grids page, drawn: nothing cut off, nothing blank."""

from datetime import date

from pytestqt.qtbot import QtBot

from gridapp.contract.grids import Level
from gridapp.ui.grids import GridsPage
from gridapp.ui.grids.offers import offers
from gridapp.ui.window import MainWindow
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grid_units, grids, posts
from gridapp.usecases.grids.grid_checks import Check
from gridapp.usecases.grids.posts import NewPost
from tests.desks import COUNTY, TODAY, VILLAGE_ID, MakeDesk
from tests.ui import frame
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, GridsPage]:
    return frame.framed(qtbot, at_desk(desk), "layout-grid", "网格", GridsPage)


def test_village(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, desk)
    picture(window, "grids")


def test_county_and_micro_grid(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(next(u.id for u in page.look.lines.values() if u.name == COUNTY.name))
    picture(window, "grids-county")
    page.tree.choose(next(u.id for u in page.look.lines.values() if u.level == Level.MICRO))
    picture(window, "grids-micro")


def test_leaders(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(next(u.id for u in page.look.lines.values() if u.level == Level.MICRO))
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


def test_regrouping(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.panel.regroup.click()
    settle(page.services.background)
    left, right = page.views.regroup.lists.sides
    for number in (2, 3, 4, 5, 6):
        left.houses.selectRow(number)
        page.views.regroup.lists.send(0)
    right.houses.selectRow(4)
    right.houses.cut.emit()
    rested(qtbot, page)
    picture(window, "grids-regroup")


def test_an_act_with_a_preview(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    first, second = [line for line in page.look.lines.values() if line.level == Level.MICRO]
    page.tree.choose(first.id)
    page.panel.act_asked.emit(offers(first, page.look.lines, TODAY)[0])
    page.views.act.form.inputs["grids"].boxes[second.id].click()  # type: ignore[attr-defined]
    rested(qtbot, page)
    picture(window, "grids-merge")


def test_checks_papers_and_a_day_before(
    qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture
) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.checks.chips[Check.VACANT].pressed.emit()
    picture(window, "grids-checks")
    page._leave_form()
    page.panel.papers.click()
    picture(window, "grids-papers")
    page._leave_form()
    page.day.day.show_day(date(2026, 10, 1))
    picture(window, "grids-day-before")


def test_a_large_grid(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    micro = [line for line in grids.view(desk).lines if line.level == Level.MICRO]
    large = grid_units.add_large(desk, VILLAGE_ID, "坪岭东片", [micro[0].id], TODAY).record_id
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(large)
    page.panel.act_asked.emit(offers(page.look.lines[large], page.look.lines, TODAY)[0])
    picture(window, "grids-large-members")


def test_who_stands_in(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    micro = next(line for line in grids.view(desk).lines if line.level == Level.MICRO)
    days = {"since": date(2026, 11, 1), "until": date(2026, 12, 1), "stands_in": True}
    posts.appoint(desk, NewPost(micro.id, "莫文海", "elder", "13800000077", **days))
    window, page = framed(qtbot, at_desk, desk)
    page.tree.choose(micro.id)
    page.panel.leaders.click()
    settle(page.services.background)
    page.views.leaders.end.click()
    picture(window, "grids-stand-in")


def rested(qtbot: QtBot, page: GridsPage) -> None:
    """The preview comes a moment after the last change."""
    qtbot.wait(100)
    settle(page.services.background)
