"""The reports: what is drawn up now, and beside it what else there is to see, one view a tab."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from gridapp.contract.people import Role
from gridapp.ui.page import Page
from gridapp.ui.reports.chasing import ChasingView
from gridapp.ui.reports.kept import KeptView
from gridapp.ui.reports.ledgers import LedgersView
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.reports.report_view import ReportView
from gridapp.ui.services import Services
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.views import Views

T = TypeVar("T", bound=PageView)


class ReportsPage(Page):
    """``opened`` with the id of a report that was handed in shows it; with a unit and a period it
    draws up the report of these.
    """

    kinds = frozenset(
        {
            "dispute",
            "case_event",
            "task",
            "visit",
            "round",
            "household",
            "unit",
            "post",
            "reception",
            "report",
            "rule",
        }
    )

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._made: dict[type[PageView], PageView] = {}
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Reports and ledgers"))
        self.tabs.setExpanding(False)
        self._kinds_of_view: list[type[PageView]] = []
        self._offer(ReportView, self.tr("Report"))
        self._offer(KeptView, self.tr("Signing"))
        self._offer(LedgersView, self.tr("Ledgers"))
        if services.desk.person.role in (Role.TOWNSHIP, Role.COUNTY):
            self._offer(ChasingView, self.tr("Who has reported"))
        self._views = Views()
        self.column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._views, 1)
        self._views.show_view(self.view)
        self.tabs.currentChanged.connect(self._on_tab)
        bind(self, "Ctrl+Tab", self._turn)

    @property
    def view(self) -> PageView:
        """What is in sight."""
        return self.made(self._kinds_of_view[self.tabs.currentIndex()])

    def made(self, kind: type[T]) -> T:
        """The view of this kind, made when it is first wanted."""
        found = self._made.get(kind)
        if not isinstance(found, kind):
            found = self._made[kind] = kind(self)
            self._views.add(found)
        return found

    def show_kind(self, kind: type[T]) -> T:
        """Bring the view of this kind into sight."""
        self.tabs.setCurrentIndex(self._kinds_of_view.index(kind))
        return self.made(kind)

    def opened(self, argument: object = None) -> None:
        if isinstance(argument, UUID):
            self.made(KeptView).open(argument)
            self.show_kind(KeptView).focus()
        elif isinstance(argument, tuple):
            unit, period = argument
            self.made(ReportView).show_choice(unit, period)
            self.show_kind(ReportView).focus()
        else:
            self.refresh()
            self.view.focus()

    def refresh(self) -> None:
        self.view.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (("Ctrl+Tab", self.tr("The next tab")), *self.view.shortcuts())

    def _offer(self, kind: type[PageView], title: str) -> None:
        self._kinds_of_view.append(kind)
        self.tabs.addTab(title)

    def _on_tab(self) -> None:
        self._views.show_view(self.view)
        self.refresh()
        self.view.focus()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
