"""The reports: what is drawn up now, and beside it what else there is to see, one view a tab."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabBar

from gridapp.ui.page import Page
from gridapp.ui.reports.ledgers import LedgersView
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.reports.report_view import ReportView
from gridapp.ui.services import Services
from gridapp.ui.widgets.views import Views


class ReportsPage(Page):
    """``opened`` with the name of a view's class shows that view."""

    kinds = frozenset({"dispute", "case_event", "visit", "round", "household", "unit", "reception"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._made: dict[type[PageView], PageView] = {}
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Reports and ledgers"))
        self.tabs.setExpanding(False)
        self._kinds_of_view: list[type[PageView]] = []
        self._offer(ReportView, self.tr("Report"))
        self._offer(LedgersView, self.tr("Ledgers"))
        self.tabs.setVisible(self.tabs.count() > 1)
        self._views = Views()
        self.column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._views, 1)
        self._views.show_view(self.view)
        self.tabs.currentChanged.connect(self._on_tab)
        turn = QShortcut(QKeySequence("Ctrl+Tab"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)

    @property
    def view(self) -> PageView:
        """What is in sight."""
        return self.made(self._kinds_of_view[self.tabs.currentIndex()])

    def made(self, kind: type[PageView]) -> PageView:
        """The view of this kind, made when it is first wanted."""
        if kind not in self._made:
            self._made[kind] = kind(self)
            self._views.add(self._made[kind])
        return self._made[kind]

    def show_kind(self, kind: type[PageView]) -> PageView:
        """Bring the view of this kind into sight."""
        self.tabs.setCurrentIndex(self._kinds_of_view.index(kind))
        return self.view

    def opened(self, argument: object = None) -> None:
        self.refresh()
        self.view.focus()

    def refresh(self) -> None:
        self.view.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        others = self.tabs.count() > 1
        turn = (("Ctrl+Tab", self.tr("The next tab")),) if others else ()
        return (*turn, *self.view.shortcuts())

    def _offer(self, kind: type[PageView], title: str) -> None:
        self._kinds_of_view.append(kind)
        self.tabs.addTab(title)

    def _on_tab(self) -> None:
        self._views.show_view(self.view)
        self.refresh()
        self.view.focus()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
