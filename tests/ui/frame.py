"""A page inside the window, as people see it."""

from collections.abc import Callable
from typing import TypeVar, cast

from pytestqt.qtbot import QtBot

from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.window import MainWindow, PageSpec
from tests.ui.conftest import settle

P = TypeVar("P", bound=Page)


def framed(
    qtbot: QtBot,
    services: Services,
    icon: str,
    title: str,
    build: Callable[[Services], P],
    argument: object = None,
) -> tuple[MainWindow, P]:
    """The window with this page open, on ``argument``, and at rest."""
    person = services.desk.person
    spec = PageSpec("page", icon, title, build)
    window = MainWindow(
        services, person.name, person.unit_name, demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("page", argument)
    settle(services.background)
    return window, cast("P", window.page())
