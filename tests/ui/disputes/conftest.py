"""Pages on a real desk; the page of one case."""

import pytest
from pytestqt.qtbot import QtBot

from gridapp.ui.disputes import DisputesPage
from gridapp.usecases.desk import Desk
from tests.ui.disputes.screen import Opens, Screen
from tests.ui.pages import AtDesk, at_desk, said

__all__ = ["at_desk", "said"]


@pytest.fixture
def screen(qtbot: QtBot, at_desk: AtDesk, desk: Desk) -> Opens:
    """Opens the page of a case, of this desk unless another is given."""

    def make(title: str, at: Desk = desk) -> Screen:
        page = DisputesPage(at_desk(at))
        qtbot.addWidget(page)
        return Screen(page, at, title)

    return make
