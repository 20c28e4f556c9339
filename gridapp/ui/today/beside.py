"""What stands beside the list: the running rounds and what waits to be sent."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.store.sync.outbox import Totals
from gridapp.ui.sync import wrong_clock
from gridapp.ui.sync.line import not_taken
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.progress import Bar
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.today import RunningRound


class Rounds(QWidget):
    """A card for each running round; ``go_on(id)`` continues it, None goes to the page."""

    def __init__(self, go_on: Callable[[UUID | None], object]) -> None:
        super().__init__()
        self._go_on = go_on
        self.buttons: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def show_rounds(self, rounds: Sequence[RunningRound]) -> None:
        """Show how far each round is."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for number, running in enumerate(rounds):
            self._column.addWidget(self._card(running, first=number == 0))
        if not rounds:
            self._column.addWidget(self._none())

    def _card(self, running: RunningRound, *, first: bool) -> Card:
        left = self.tr("{days} days left").format(days=running.days_left)
        card = Card(running.round.name, left)
        far = running.progress
        figure = self.tr("{done} / {due} households").format(done=far.done, due=far.due)
        bar = Bar()
        bar.setAccessibleName(running.round.name)
        bar.show_share(far.done / far.due if far.due else 0, Tone.ACCENT)
        card.add(words(figure, "figure"), bar)
        if far.absent:
            text = self.tr("{absent} to call on again").format(absent=far.absent)
            card.add(words(text, "muted"))
        left_over = far.done < far.due
        text = self.tr("Go on walking") if left_over else self.tr("Look at the round")
        card.add(self._button(text, running.round.id, first=first and left_over))
        return card

    def _none(self) -> Card:
        card = Card(self.tr("Door-to-door round"))
        card.add(words(self.tr("No round is running."), "muted", wrap=True))
        card.add(self._button(self.tr("To the rounds"), None, first=False))
        return card

    def _button(self, text: str, round_id: UUID | None, *, first: bool) -> QHBoxLayout:
        made = button(text, partial(self._go_on, round_id), primary=first)
        self.buttons.append(made)
        row = QHBoxLayout()
        row.addWidget(made)
        row.addStretch(1)
        return row


class SyncCard(Card):
    """What waits, what was refused and what needs a decision; ``open_sync()`` goes there."""

    def __init__(self, open_sync: Callable[[], object]) -> None:
        super().__init__(self.tr("Sync"))
        self.waiting, self.clock = words("", wrap=True), wrong_clock.warning()
        self.refused, self.conflicts = Chip(), Chip()
        self.open = button(self.tr("Open sync"), open_sync, icon="refresh-cw")
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        self.add(self.clock, self.waiting, self.refused, self.conflicts, row)

    def show_line(self, totals: Totals, clock_ahead: timedelta) -> None:
        """Show the numbers, and that the clock is wrong."""
        wrong_clock.warn(self.clock, clock_ahead)
        waiting = self.tr("{count} changes wait to be sent.").format(count=totals.waiting)
        self.waiting.setText(waiting if totals.waiting else self.tr("Everything has been sent."))
        self.refused.show_state(
            self.tr("{count} not taken by the county").format(count=not_taken(totals)), Tone.AMBER
        )
        self.conflicts.show_state(
            self.tr("{count} need your decision").format(count=totals.conflicts), Tone.AMBER
        )
        self.refused.setVisible(bool(not_taken(totals)))
        self.conflicts.setVisible(bool(totals.conflicts))
