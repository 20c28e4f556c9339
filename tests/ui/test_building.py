"""While a page is made nothing may appear: a part shown without parent opens a window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gridapp.ui.disputes import DisputesPage
from gridapp.ui.page import Page
from gridapp.ui.screening import ScreeningPage
from gridapp.ui.services import Services
from gridapp.ui.today import TodayPage
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.heading import PageHead
from gridapp.usecases.desk import Desk
from tests.ui.pages import at_desk, said

__all__ = ["at_desk", "said"]


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Card("title", "note"),
        lambda: Field("label", QLineEdit(), "hint"),
        lambda: Empty("house", "title", "hint"),
        lambda: PageHead("title", "sub"),
    ],
    ids=["card", "field", "empty", "head"],
)
def test_a_part_in_the_making_opens_no_window(watch: Watch, make: Callable[[], QWidget]) -> None:
    part = make()
    assert watch.windows == []
    part.deleteLater()


@pytest.mark.parametrize("page", [TodayPage, ScreeningPage, DisputesPage])
def test_a_page_in_the_making_opens_no_window(
    qtbot: QtBot,
    at_desk: Callable[[Desk], Services],
    desk: Desk,
    watch: Watch,
    page: type[Page],
) -> None:
    made = page(at_desk(desk))
    qtbot.addWidget(made)
    for form in ("form", "new_case"):
        getattr(made, form, None)
    assert watch.windows == []
