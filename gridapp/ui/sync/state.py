"""The state of the exchange as a card: county, last time, what stopped it, how much waits."""

from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLabel

from gridapp.ui import messages
from gridapp.ui.sync import line, wrong_clock
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.words import set_tone, words
from gridapp.usecases.sync.sync import SyncStatus


class StateCard(Card):
    """Shows; the page asks."""

    def __init__(self) -> None:
        super().__init__(self.tr("State of the line"))
        self.chip = Chip()
        self.add_to_head(self.chip)
        self.problem = words("", wrap=True)
        self.clock = wrong_clock.warning()
        self.add(self.problem, self.clock)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.add(self._grid)
        self.county = self._fact(self.tr("County"))
        self.address = self._fact(self.tr("Server address"))
        self.last = self._fact(self.tr("Last exchange"))
        self.next = self._fact(self.tr("Next exchange"))
        self.waiting = self._fact(self.tr("Not sent"))
        self.refused = self._fact(self.tr("Not taken by the county"))
        self.conflicts = self._fact(self.tr("For you to decide"))

    def show_state(self, status: SyncStatus, now: datetime, planned: datetime | None) -> None:
        """Show what is true now; ``planned`` is when it is tried next, None while it is paused."""
        self.chip.show_state(*line.shown(status, now))
        problem = status.last_error
        self.problem.setText(messages.sentence(problem) if problem else "")
        self.problem.setVisible(bool(problem))
        set_tone(self.problem, Tone.NEUTRAL if problem in line.PASSING else Tone.AMBER)
        wrong_clock.warn(self.clock, status.clock_ahead)
        last = status.last_sync_at
        self.county.setText(status.county)
        self.address.setText(status.address)
        self.last.setText(line.moment(last, now) if last else self.tr("never"))
        self.next.setText(line.moment(planned, now) if planned else "—")
        self.waiting.setText(f"{status.totals.waiting:,}")
        self.refused.setText(f"{line.not_taken(status.totals):,}")
        self.conflicts.setText(f"{status.totals.conflicts:,}")

    def _fact(self, name: str) -> QLabel:
        row = self._grid.rowCount()
        self._grid.addWidget(words(name, "muted"), row, 0)
        value = words("", wrap=True)
        value.setAccessibleName(name)
        self._grid.addWidget(value, row, 1)
        return value
