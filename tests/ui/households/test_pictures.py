"""Every form of the households page, drawn: nothing cut off, nothing blank."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gridapp.ui.acts.choosing import Choice
from gridapp.ui.households import HouseholdsPage
from gridapp.ui.window import MainWindow
from gridapp.usecases.desk import Desk
from gridapp.usecases.households import family_changes, goings, household_edits
from tests.desks import TODAY, MakeDesk
from tests.ui import frame
from tests.ui.conftest import Picture, settle
from tests.ui.pages import AtDesk
from tests.usecases.families import settle as settle_family
from tests.usecases.families import three_generations, who


def framed(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> tuple[MainWindow, HouseholdsPage]:
    return frame.framed(qtbot, at_desk(desk), "users", "住户", HouseholdsPage)


def test_list(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, desk)
    picture(window, "households")


def test_sheet(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    picture(window, "households-sheet")
    page.views.sheet.reveal.ask_reason()
    page.views.sheet.reveal.submit()
    picture(window, "households-reason")
    page.views.sheet.reveal.reason.setText("核对协议书")
    page.views.sheet.reveal.submit()
    picture(window, "households-revealed")


def test_acts(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    family_changes.change_head(desk, home, people["龙小山"], TODAY, {})
    goings.death(desk, home, people["龙大山"], TODAY)
    household_edits.change_member(desk, people["龙子轩"], {"citizen_number": "450326200305070052"})
    window, page = framed(qtbot, at_desk, desk)
    page.opened(home)
    settle(page.services.background)
    picture(window, "households-history")
    page.views.sheet.life.open_code("life.change_head")
    settle(page.services.background)
    choice = page.views.sheet.life.form.inputs["head"]
    assert isinstance(choice, Choice)
    choice.choose(str(people["覃月英"]))
    picture(window, "households-head")


def test_roster_of_a_day(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.list.days.ask()
    page.list.days.edit.show_day(TODAY.replace(day=1))
    page.list.days.choose()
    picture(window, "households-day")


def test_new(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    window, page = framed(qtbot, at_desk, desk)
    page.enter_household()
    picture(window, "households-new")


def test_duplicates(qtbot: QtBot, at_desk: AtDesk, desk: Desk, picture: Picture) -> None:
    first, second = three_generations(desk), settle_family(desk, "龙大三 02 1 1950")
    fields = {"phone": "13800000077", "citizen_number": "450326195005010015"}
    household_edits.change_member(desk, who(desk, second)["龙大三"], fields)
    household_edits.change_member(
        desk, who(desk, first)["龙大山"], {"citizen_number": "450326195005010015"}
    )
    window, page = framed(qtbot, at_desk, desk)
    page.look_for_duplicates()
    settle(page.services.background)
    picture(window, "households-duplicates")


def test_nothing(qtbot: QtBot, at_desk: AtDesk, make_desk: MakeDesk, picture: Picture) -> None:
    window, _page = framed(qtbot, at_desk, make_desk(filled=False))
    picture(window, "households-empty")
