"""A page inside the window, as people see it."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.window import MainWindow, PageSpec
from tests.ui.conftest import settle


def framed(
    qtbot: QtBot, services: Services, icon: str, title: str, build: Callable[[Services], Page]
) -> tuple[MainWindow, Page]:
    """The window with this page open and at rest."""
    person = services.desk.person
    spec = PageSpec("page", icon, title, build)
    window = MainWindow(
        services, person.name, person.unit_name, demo=False, pages=[spec], search=lambda _text: ()
    )
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.go("page")
    settle(services.background)
    page = window.page()
    assert page is not None
    return window, page
