"""The roster leaves the screen: on paper, as a workbook, as slides for a hall."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from gridapp.reports.documents.paper import Paper
from gridapp.reports.slides import slides
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui import paper, saving
from gridapp.ui.page import Page
from gridapp.ui.receptions.slides import SlideShow
from gridapp.usecases.receptions import duty_rosters


@dataclass(frozen=True)
class Listed:
    """What is in the list: of which unit, in which period."""

    unit: str
    period: str
    lines: tuple[ReceptionLine, ...]


class RosterOut(QObject):
    """Says so when there is nothing to show."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.services.desk
        self._saving = saving.SaveDialog(page)
        self.slide_show: SlideShow | None = None

    def print_(self, listed: Listed) -> None:
        """Preview the list as it is printed."""
        if self._has_rows(listed):
            made = duty_rosters.roster(self._desk, listed.unit, listed.period, listed.lines)
            work = partial(duty_rosters.lay, self._desk, made)
            self._page.ask(work, self._preview)

    def _preview(self, pages: Paper) -> None:
        paper.preview(self._page, pages).exec()

    def export(self, listed: Listed) -> None:
        """Write the list as a workbook."""
        if not self._has_rows(listed):
            return
        desk = self._desk
        made = duty_rosters.roster(desk, listed.unit, listed.period, listed.lines)
        path = self._saving.ask(duty_rosters.file_name(made), ".xlsx")
        if path is not None:
            said = saving.written(path)
            self._page.ask(
                lambda: duty_rosters.write_excel(desk, made, path),
                lambda _path: self._page.services.done(said),
            )

    def show_slides(self, listed: Listed) -> None:
        """Show what is to come on the whole screen."""
        found = slides(listed.lines, self._page.services.today())
        if not found:
            self._page.services.notify(self.tr("No reception is to come in this list."))
            return
        title = self.tr("{unit}: receptions by leaders").format(unit=listed.unit)
        self.slide_show = SlideShow(title, found, self._page)
        self.slide_show.showFullScreen()

    def _has_rows(self, listed: Listed) -> bool:
        if not listed.lines:
            self._page.services.notify(self.tr("There is nothing to print in this period."))
        return bool(listed.lines)
