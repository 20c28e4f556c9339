"""A window over a desk, for what is measured there; and a page that shows the least one can."""

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from gridapp.contract.grids import Level
from gridapp.ui.background import Background
from gridapp.ui.changes import Changes
from gridapp.ui.desktop import page_specs
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids
from gridapp.usecases.households import households

ROWS, COLUMNS = 20, 7


class Bare(Page):
    """The floor: one plain table of Qt's, with as many cells as a window shows."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.table = QTableWidget(0, COLUMNS)
        self.column.addWidget(self.table)

    def refresh(self) -> None:
        self.ask(lambda: [f"第{n}格" for n in range(ROWS * COLUMNS)], self._show)

    def _show(self, cells: list[str]) -> None:
        self.table.setRowCount(ROWS)
        for place, text in enumerate(cells):
            self.table.setItem(*divmod(place, COLUMNS), QTableWidgetItem(text))


class Rig:
    """A window over a desk, standing on a page without data."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self.app, self.desk, self.background = app, desk, Background()
        services = Services(self.background, Changes(), desk, desk.today, *[_nothing] * 4)
        self.window = MainWindow(
            services,
            desk.person.name,
            desk.person.unit_name,
            demo=False,
            pages=[
                *page_specs(desk.person.role, Page),
                PageSpec("floor", "users", "", Bare, in_rail=False),
            ],
            search=lambda _text: [],
        )
        units = grids.view(desk).lines
        self.village = next(unit.id for unit in units if unit.level == Level.VILLAGE)
        self.household = households.order_of_unit(desk, self.village)[0]
        self.window.show()
        self.window.go("sync")
        self.rest()

    @property
    def page(self) -> Page:
        """The page in sight."""
        shown = self.window.page()
        assert shown is not None
        return shown

    def busy(self) -> bool:
        """Whether anything is under way."""
        return not self.background.wait_idle(0)

    def rest(self) -> None:
        """Until nothing is under way and everything is painted."""
        self.background.wait_idle()
        self.app.processEvents()

    def close(self) -> None:
        """Take the window away."""
        self.background.shut_down()
        self.window.close()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()
        gc.collect()  # or the next frame that is measured would have to


def _nothing(*_: object) -> None:
    """For what the window puts its own in place of."""
