"""Receptions by leaders, and in a second tab the meetings on cases."""

from collections.abc import Callable
from functools import cached_property, partial
from operator import methodcaller

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from gridapp.ui.meetings.view import MeetingsView
from gridapp.ui.page import Page
from gridapp.ui.receptions.view import ReceptionsView
from gridapp.ui.services import Services
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.views import Views

RECEPTIONS, MEETINGS = range(2)


class ReceptionsPage(Page):
    """``opened`` with the id of a meeting shows it, with the id and day of a reception that one."""

    kinds = frozenset({"reception", "meeting", "task", "dispute", "case_event", "unit"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Receptions and meetings"))
        self.tabs.setExpanding(False)
        self.tabs.addTab(self.tr("Receptions"))
        self.tabs.addTab(self.tr("Meetings on cases"))
        self.receptions = ReceptionsView(self)
        self._views = Views()
        self._views.add(self.receptions)
        self.column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._views, 1)
        self.tabs.currentChanged.connect(self._on_tab)
        self._bind_keys()

    @cached_property
    def meetings(self) -> MeetingsView:
        """The meetings, made when they are first wanted."""
        made = MeetingsView(self)
        self._views.add(made)
        return made

    @property
    def view(self) -> ReceptionsView | MeetingsView:
        """What is in sight."""
        return self.meetings if self.tabs.currentIndex() == MEETINGS else self.receptions

    def opened(self, argument: object = None) -> None:
        if isinstance(argument, tuple):
            self.tabs.setCurrentIndex(RECEPTIONS)
            self.receptions.open(*argument)
        elif argument is not None:
            self.tabs.setCurrentIndex(MEETINGS)
            self.meetings.open(argument)
        self.refresh()
        self.view.focus()

    def refresh(self) -> None:
        self.view.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Tab", self.tr("Receptions or meetings")),
            ("Ctrl+N", self.tr("Add a reception, call a meeting")),
            ("Enter", self.tr("The likely next step; in the list of meetings: open")),
            ("F2", self.tr("Change the duty, the meeting")),
            ("Ctrl+M", self.tr("A matter raised becomes a case")),
            ("F5", self.tr("The roster as slides")),
            ("Ctrl+P", self.tr("Print")),
            ("Ctrl+E", self.tr("Export")),
            (self.tr("Ctrl+Up / Ctrl+Down"), self.tr("Move a case on the agenda")),
            ("Ctrl+Enter / F9", self.tr("Save the form")),
        )

    def _on_tab(self) -> None:
        self._views.show_view(self.view)
        self.refresh()
        self.view.focus()

    def _turn(self) -> None:
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())

    def _in_view(self, act: Callable[[object], object]) -> None:
        act(self.view)

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Tab", self._turn),
            ("Ctrl+N", partial(self._in_view, methodcaller("arrange"))),
            ("F2", partial(self._in_view, methodcaller("change"))),
            ("Ctrl+M", self.receptions.raise_matter),
            ("F5", self.receptions.show_slides),
            ("Ctrl+P", partial(self._in_view, methodcaller("print_"))),
            ("Ctrl+E", partial(self._in_view, methodcaller("export"))),
        ):
            bind(self, keys, act)
