"""The reports page at a desk, alone or in the window, and what it told the frame."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gridapp.ui.reports import ReportsPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.receptions import receptions
from gridapp.usecases.receptions.receptions import Duty, Outcome
from tests.desks import TODAY, arranged
from tests.ui.frame import framed
from tests.ui.pages import AtDesk, Said, at_desk, said, show_alone

__all__ = ["Said", "at_desk", "said"]

ShowPage = Callable[[Desk], ReportsPage]
InWindow = Callable[[Desk], tuple[QWidget, ReportsPage]]


@pytest.fixture
def show_page(qtbot: QtBot, at_desk: AtDesk) -> ShowPage:
    """The page alone."""
    return lambda desk: show_alone(qtbot, at_desk(desk), ReportsPage)


@pytest.fixture
def in_window(qtbot: QtBot, at_desk: AtDesk) -> InWindow:
    """The page in the window."""

    def show(desk: Desk) -> tuple[QWidget, ReportsPage]:
        window, page = framed(qtbot, at_desk(desk), "chart-column", "报表", ReportsPage)
        assert isinstance(page, ReportsPage)
        return window, page

    return show


@pytest.fixture
def held(desk: Desk) -> list[object]:
    """Two receptions of this week."""
    made = [arranged(desk, Duty(who, TODAY)) for who in "甲乙"]
    for number, line in enumerate(made, 1):
        receptions.hold(desk, line, Outcome(TODAY, number, 3 * number, "当场答复。"))
    return [line.id for line in made]
