"""Sync: what to decide, what was not taken, what waits; the line, the USB stick, and a button."""

import sys
from collections.abc import Callable

from gridapp.contract.kinds import KINDS
from gridapp.sync.engine import SyncResult
from gridapp.ui import messages
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.sync import line
from gridapp.ui.sync.automatic import SYNC, Automatic
from gridapp.ui.sync.conflicts import ConflictsCard
from gridapp.ui.sync.joining import JoinCard
from gridapp.ui.sync.lists import SettledCard, WaitingCard
from gridapp.ui.sync.refused import RefusedCard
from gridapp.ui.sync.running import RunningPanel
from gridapp.ui.sync.settling import Settling
from gridapp.ui.sync.state import StateCard
from gridapp.ui.sync.stick import StickCard
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import sync
from gridapp.usecases.sync.sync import Held, SyncStatus


class SyncPage(Page):
    """``seat(desk)`` is called when the laptop has joined a county: go on at this desk."""

    kinds = frozenset({SYNC, *KINDS})

    def __init__(
        self, services: Services, automatic: Automatic, seat: Callable[[Desk], object]
    ) -> None:
        super().__init__(services)
        self._automatic, self._seat = automatic, seat
        self._asked = self._fresh = False
        now = services.desk.now
        self.button = button(self.tr("Sync now"), self.exchange, primary=True, icon="refresh-cw")
        self.running = RunningPanel(automatic)
        self.conflicts, self.settled = ConflictsCard(services), SettledCard(now)
        self.refused, self.waiting = RefusedCard(services), WaitingCard(now)
        self._settling = Settling(self, self.conflicts, self.refused)
        self.state, self.joining, self.stick = (
            StateCard(),
            JoinCard(),
            StickCard(services, automatic.give_way),
        )
        self._lay()
        self._connect()

    def opened(self, argument: object = None) -> None:
        self._fresh = True
        self.stick.refresh()
        self.refresh()

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: (sync.status(desk), sync.held(desk)), self._show)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F5", self.tr("Sync now")),
            ("1 / 2 / 3", self.tr("Decide: keep, take the other, another value")),
            ("R", self.tr("Show the numbers of people")),
            ("Ctrl+Enter / F9", self.tr("Save the form")),
            ("Ctrl+E", self.tr("Write to the stick")),
            ("Ctrl+O", self.tr("Take in from the stick")),
        )

    def exchange(self) -> None:
        """Exchange now and say what came of it."""
        if not self.button.isHidden():
            self._asked = True
            if self._automatic.paused:
                self._automatic.go_on()
            else:
                self._automatic.exchange()
            self.running.expect()

    def _show(self, found: tuple[SyncStatus, Held]) -> None:
        status, held = found
        planned = None if self._automatic.paused else self._automatic.planned
        self.state.show_state(status, self.services.desk.now(), planned)
        for part in (self.state, self.button, self.stick):
            part.setVisible(status.joined)
        self.joining.show_for(status)
        self.conflicts.show_lines(held.conflicts)
        self.settled.show_lines(held.settled)
        self.refused.show_lines(held.refused)
        self.waiting.show_lines(held.waiting, status.totals.waiting)
        if self._fresh:
            self._fresh = False
            self._focus()

    def _focus(self) -> None:
        """On what is to be done first."""
        for card in (self.conflicts, self.refused):
            if card.isVisible():
                card.look()
                return
        (self.button if self.button.isVisible() else self.joining.address).setFocus()

    def _exchanged(self, result: SyncResult) -> None:
        asked, self._asked = self._asked, False
        if not asked:
            return
        if result.problem is not None:
            self.services.notify(f"{messages.sentence(result.problem)}{self._next_try(result)}")
            return
        text = self.tr("Synced: {pushed} sent, {pulled} received.")
        self.services.done(text.format(pushed=result.pushed, pulled=result.pulled))

    def _next_try(self, result: SyncResult) -> str:
        if result.problem not in line.PASSING or self._automatic.paused:
            return ""
        when = line.moment(self._automatic.planned, self.services.desk.now())
        return " " + self.tr("Next try at {time}.").format(time=when)

    def _not_exchanged(self, error: Exception) -> None:
        self._asked = False
        self.refresh()
        if getattr(error, "code", None) is not None:
            self.show_failure(error)

    def _taken(self, kinds: frozenset[str]) -> None:
        self.services.changes.changed.emit(kinds | {SYNC})

    def _join(self, address: str, code: str) -> None:
        desk = self.services.desk
        self.services.background.run_network(
            self, lambda: sync.join(desk, address, code), self._has_joined, self._not_joined
        )

    def _has_joined(self, desk: Desk) -> None:
        self.joining.show_faults(())
        self._seat(desk)

    def _not_joined(self, error: Exception) -> None:
        code = getattr(error, "code", None)
        faults = tuple(getattr(error, "faults", ())) or (() if code is None else (code,))
        self.joining.show_faults(faults)
        if not faults:
            sys.excepthook(type(error), error, error.__traceback__)

    def _lay(self) -> None:
        self.column.addWidget(PageHead(self.tr("Sync"), "", (self.button,)))
        self.column.addWidget(self.running)
        columns = Columns(right_width=380, stack_below=880)
        for card in (self.conflicts, self.refused):
            columns.add_left(card)
        columns.add_left(self.waiting, 1)
        columns.add_left(self.settled)
        for beside in (self.joining, self.state, self.stick):
            columns.add_right(beside)
        self.column.addWidget(columns, 1)
        self.button.hide()
        for hidden in (self.state, self.joining, self.stick):
            hidden.hide()

    def _connect(self) -> None:
        self._automatic.ended.connect(self._exchanged)
        self._automatic.failed.connect(self._not_exchanged)
        self.joining.wanted.connect(self._join)
        self.stick.taken.connect(self._taken)
        for keys, act in (
            ("F5", self.exchange),
            ("Ctrl+E", self.stick.write.click),
            ("Ctrl+O", self.stick.read.click),
        ):
            bind(self, keys, act)
