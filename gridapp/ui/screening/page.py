"""The door-to-door round: which round and micro-grid is walked, or opened."""

from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut

from gridapp.contract.screening import Outcome
from gridapp.ui import words as names
from gridapp.ui.page import Page
from gridapp.ui.refusing import show_refusal
from gridapp.ui.screening import printing
from gridapp.ui.screening.at_door import AtDoor
from gridapp.ui.screening.household import HouseholdPanel
from gridapp.ui.screening.marking import KEYS, Marking
from gridapp.ui.screening.round_form import RoundForm
from gridapp.ui.screening.round_view import RoundView
from gridapp.ui.screening.walker import Walker
from gridapp.ui.screening.walking import Look, look
from gridapp.ui.services import Services
from gridapp.ui.tokens import current
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.views import Views
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids import grids
from gridapp.usecases.screening import screening

_LOW = 600
"""A window below this height (px at 100 %) folds the head of the page."""


class ScreeningPage(Page):
    """One key per household; ``2`` opens the dispute form on the same screen."""

    kinds = frozenset({"visit", "household", "member", "round", "unit", "dispute"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._wanted: tuple[UUID | None, UUID | None] = (None, None)
        panel = HouseholdPanel(partial(services.go, "disputes"))
        self.view = RoundView(panel, Marking(services.today()))
        self.walker = Walker(self, self.view)
        self.at_door = AtDoor(self, self.view, self.walker)
        self._lay()
        self._connect()

    @cached_property
    def round_form(self) -> RoundForm:
        """The form of a new round, made when one is to be opened."""
        form = RoundForm(self.services.today())
        form.submitted.connect(self._save_round)
        form.left.connect(self._close_round_form)
        self._views.add(form)
        return form

    def opened(self, argument: object = None) -> None:
        """``argument``: the id of the round to go on with."""
        if isinstance(argument, UUID):
            self._wanted = (argument, None)
        self.refresh()
        self._focus()

    def refresh(self) -> None:
        desk, (round_id, unit_id) = self.services.desk, self._wanted
        self.ask(lambda: look(desk, round_id, unit_id), self._show)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            *((key, names.outcome(outcome)) for key, outcome in KEYS.items()),
            (self.tr("Space"), names.outcome(Outcome.QUIET)),
            (self.tr("Backspace"), self.tr("Step back and take the mark back")),
            ("R", self.tr("Write a remark")),
            ("D", self.tr("Another date")),
            ("N", self.tr("Next micro-grid, when this one is done")),
            ("J / K", self.tr("Next, previous household")),
            ("G", self.tr("Go to a number")),
            (self.tr("Ctrl+Up / Ctrl+Down"), self.tr("Move the household on the walk")),
            ("O", self.tr("Put the walk in another order")),
            ("Ctrl+P", self.tr("Print the walking list")),
        )

    def print_list(self) -> None:
        """Preview the walking list as it stands."""
        found = self.walker.look
        if found.round is None or not found.lines:
            return
        grid = next((g.name for g in found.grids if g.unit_id == found.unit_id), "")
        printing.preview(self, printing.walking_list(found.round.name, grid, found.lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.view.marking.leave_inputs()
        else:
            super().keyPressEvent(event)

    def _lay(self) -> None:
        may_open = screening.may_open_round(self.services.desk)
        self.print = button(self.tr("Print the walking list"), self.print_list, icon="printer")
        self.open_round = button(self.tr("Open a round"), self._open_round_form, icon="plus")
        if not may_open:
            self.open_round.hide()
        self.head = PageHead(self.tr("Door-to-door round"), "", (self.print, self.open_round))
        first = button(self.tr("Open a round"), self._open_round_form, primary=True)
        hint = (
            self.tr("Open one for your area: routine, dynamic or centralised.")
            if may_open
            else self.tr("The village or the township opens rounds; sync to receive it.")
        )
        title = self.tr("No round is running")
        self._empty = Empty("door-open", title, hint, first if may_open else None)
        self._views = Views()
        for part in (self._empty, self.view):
            self._views.add(part)
        self.column.addWidget(self.head)
        self.column.addWidget(self._views, 1)

    def _fold(self) -> None:
        """Judged by the window: the page itself grows with what it shows."""
        walking = self._views.in_sight is self.view
        tight = walking and self.window().height() < current().px(_LOW)
        self.head.setVisible(not tight)
        self._show_buttons(tight)
        self.view.fold(tight, (self.print, self.open_round))

    def _show_buttons(self, tight: bool) -> None:
        for made in (self.print, self.open_round):
            made.setText("" if tight else made.accessibleName())
            made.setToolTip(made.accessibleName() if tight else "")
            if not tight:
                self.head.add_button(made)

    def _connect(self) -> None:
        self.view.rounds.activated.connect(self._on_choice)
        self.walker.further.connect(self._go_further)
        self.view.grids.activated.connect(self._on_choice)
        self._views.changed.connect(self._fold)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_list)

    def _show(self, found: Look) -> None:
        if found.round is not None:  # when it is finished, the person goes on, not the page
            self._wanted = (found.round.id, found.unit_id)
        today = self.services.today()
        self.view.show_choices(found, today)
        self.view.marking.set_days(today, found.round.ends_on if found.round else today)
        self.walker.show(found)
        self.print.setEnabled(bool(found.lines))
        title = found.round.name if found.round else self.tr("Door-to-door round")
        self.head.set_title(title)
        self.view.title.setText(title)
        self.head.set_sub(self._sub(found))
        if not isinstance(self._views.in_sight, RoundForm):
            self._views.show_view(self.view if found.round else self._empty)
            self._focus()

    def _sub(self, found: Look) -> str:
        if found.round is None:
            return ""
        grid = next((g.name for g in found.grids if g.unit_id == found.unit_id), "")
        days = self.tr("{first} to {last}").format(
            first=f"{found.round.starts_on:%m-%d}", last=f"{found.round.ends_on:%m-%d}"
        )
        kind = names.round_kind(found.round.kind)
        return " · ".join(part for part in (kind, grid, days) if part)

    def _focus(self) -> None:
        if self._views.in_sight is self.view and not self.at_door.is_open:
            inputs = (self.view.marking.remark, self.view.marking.date)
            if not any(each.hasFocus() for each in inputs):
                self.view.list.setFocus()

    def _on_choice(self) -> None:
        round_id, unit_id = self.view.rounds.currentData(), self.view.grids.currentData()
        self._wanted = (round_id, unit_id)
        self.view.list.setFocus()
        self.refresh()

    def _go_further(self, unit_id: UUID) -> None:
        walk_round = self.walker.look.round
        self._wanted = (walk_round.id if walk_round else None, unit_id)
        self.refresh()

    def _open_round_form(self) -> None:
        desk = self.services.desk
        self._views.show_view(self.round_form)
        self.round_form.name.setFocus()
        self.ask(lambda: grids.places(desk), self.round_form.show_places)

    def _close_round_form(self) -> None:
        self._views.show_view(self.view if self.walker.look.round else self._empty)
        self._focus()

    def _save_round(self) -> None:
        desk, form, unit_id = self.services.desk, self.round_form, self.round_form.unit_id()
        kind, name, first, last = form.kind, form.name.text(), form.first.day(), form.last.day()
        if unit_id is None:
            return
        self.ask(
            lambda: screening.open_round(desk, unit_id, kind, name, first, last),
            self._round_opened,
            partial(show_refusal, self.services, self.round_form.show_faults),
        )

    def _round_opened(self, changed: Changed) -> None:
        self._wanted = (changed.record_id, None)
        self.round_form.name.clear()
        self.round_form.show_faults(())
        self._close_round_form()
        self.services.changes.tell(*changed.kinds)
