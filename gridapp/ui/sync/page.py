"""Sync: the state of the line, what waits, what was refused, and a button."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from gridapp.sync.engine import SyncResult
from gridapp.ui import messages
from gridapp.ui.background import Progress
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.sync.automatic import SYNC
from gridapp.ui.sync.exchange import StateCard
from gridapp.ui.sync.joining import JoinCard
from gridapp.ui.sync.lists import RefusedCard, WaitingCard
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.words import button, words
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases import sync
from gridapp.usecases.desk import Desk
from gridapp.usecases.sync import SyncStatus


class SyncPage(Page):
    """The exchange runs on the network thread, as the automatic one does: never two at a time."""

    kinds = frozenset(
        {SYNC, "visit", "dispute", "case_event", "household", "unit", "post", "round"}
    )

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        now = services.desk.now
        self.button = button(self.tr("Sync now"), self.exchange, primary=True, icon="refresh-cw")
        self.column.addWidget(PageHead(self.tr("Sync"), "", (self.button,)))
        self.work = WorkPanel(services.background, self.tr("Exchanging with the county"))
        self.column.addWidget(self.work)
        self.state, self.joining = StateCard(), JoinCard()
        self.joining.wanted.connect(self._join)
        self.joined = self._joined_card()
        self.waiting, self.refused = WaitingCard(now), RefusedCard(now)
        columns = Columns(right_width=380, stack_below=880)
        columns.add_left(self.refused)
        columns.add_left(self.waiting, 1)
        for card in (self.joined, self.joining, self.state):
            columns.add_right(card)
        self.column.addWidget(columns, 1)
        for part in (self.button, self.state, self.joining, self.joined, self.refused):
            part.hide()
        shortcut = QShortcut(QKeySequence("F5"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.exchange)

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: sync.status(desk), self._show)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (("F5", self.tr("Sync now")),)

    def exchange(self) -> None:
        """Exchange now; the bar counts records."""
        if self.button.isHidden() or not self.work.isHidden():
            return
        desk = self.services.desk

        def work(progress: Progress) -> SyncResult:
            return sync.synchronise(desk, progress.report)

        self.work.start(work, self._exchanged, self._not_exchanged, network=True)

    def _show(self, status: SyncStatus) -> None:
        now = self.services.desk.now()
        self.state.show_state(status, now)
        self.state.setVisible(status.joined)
        self.button.setVisible(status.joined)
        self.joining.setVisible(not status.joined)
        self.waiting.show_lines(status.waiting)
        self.waiting.set_note(f"{status.totals.waiting:,}" if status.waiting else "")
        self.refused.show_lines(status.refused)

    def _exchanged(self, result: SyncResult) -> None:
        self.services.changes.changed.emit(result.kinds | {SYNC})
        if result.problem is not None:
            self.services.notify(messages.sentence(result.problem))
            return
        text = self.tr("Synced: {pushed} sent, {pulled} received.")
        self.services.notify(text.format(pushed=result.pushed, pulled=result.pulled))

    def _not_exchanged(self, error: Exception) -> None:
        self.refresh()
        self.show_failure(error)

    def _join(self, address: str, code: str) -> None:
        desk = self.services.desk
        self.services.background.run_network(
            self, lambda: sync.join(desk, address, code), self._has_joined, self._not_joined
        )

    def _has_joined(self, _desk: Desk) -> None:
        self.joining.show_faults(())
        self.joined.show()
        self.services.changes.tell(SYNC)

    def _not_joined(self, error: Exception) -> None:
        code = getattr(error, "code", None)
        faults = tuple(getattr(error, "faults", ())) or (() if code is None else (code,))
        self.joining.show_faults(faults)
        if not faults:
            sys.excepthook(type(error), error, error.__traceback__)

    def close_program(self) -> None:
        """Close the window, to sign in again."""
        self.window().close()

    def _joined_card(self) -> Card:
        """The desk in hand is the one of before; the county's grants hold after signing in."""
        card = Card(self.tr("This laptop has joined the county"))
        card.add(
            words(self.tr("Sign in again to work with what the county grants you."), wrap=True),
            button(self.tr("Close the program"), self.close_program),
        )
        return card
