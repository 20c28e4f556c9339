"""What the tests of pages share: services of a real desk that note what a page says."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.usecases.desk import Desk
from tests.ui.conftest import settle


@dataclass
class Said:
    """What a page told the frame."""

    went: list[tuple[str, object]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    recorded: list[str] = field(default_factory=list)
    undo: list[Callable[[], object]] = field(default_factory=list)


@pytest.fixture
def said() -> Said:
    return Said()


AtDesk = Callable[[Desk], Services]
PageT = TypeVar("PageT", bound=Page)


def show_alone(qtbot: QtBot, services: Services, kind: type[PageT]) -> PageT:
    """A page without the frame, as large as in the smallest window, with what it asked for."""
    page = kind(services)
    qtbot.addWidget(page)
    page.resize(1192, 664)
    page.show()
    page.activateWindow()
    page.opened()
    settle(services.background)
    return page


@pytest.fixture
def at_desk(services: Services, said: Said) -> AtDesk:
    """Services of a desk that write down what the page says."""

    def make(desk: Desk) -> Services:
        def recorded(text: str, undo: Callable[[], object]) -> None:
            said.recorded.append(text)
            said.undo.append(undo)

        return replace(
            services,
            desk=desk,
            go=lambda key, argument=None: said.went.append((key, argument)),
            notify=said.notices.append,
            done=said.notices.append,
            recorded=recorded,
        )

    return make
