"""What waits to be sent, by name, and what the county refused, with the reason in words."""

from collections.abc import Callable
from datetime import datetime

from gridapp.store.outbox import RefusedLine, WaitingLine
from gridapp.ui import messages, words
from gridapp.ui.sync import line
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import set_tone
from gridapp.ui.widgets.words import words as label


class WaitingCard(Card):
    """Newest first."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(self.tr("Waiting to be sent"), flush=True)
        columns: tuple[Column[WaitingLine], ...] = (
            Column(self.tr("Entry"), lambda row: words.operation(row.what, row.name), 220, 1),
            Column(self.tr("When"), lambda row: line.moment(row.made_at, now()), 110),
            Column(self.tr("Changes"), lambda row: f"{row.changes:,}", 80, right=True),
        )
        self.table = DataTable(self.title.text(), columns, identity=lambda row: row.operation_id)
        self._none = Empty("circle-check", self.tr("Everything has been sent"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._none, 1)

    def show_lines(self, lines: tuple[WaitingLine, ...]) -> None:
        """Show these, or that there are none."""
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)


class RefusedCard(Card):
    """Hidden while nothing was refused; the reason of the chosen line stands below in full."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(
            self.tr("Refused by the county"), self.tr("Kept here, nothing is lost"), flush=True
        )
        columns: tuple[Column[RefusedLine], ...] = (
            Column(self.tr("Entry"), lambda row: words.operation(row.what, row.name), 220, 1),
            Column(self.tr("When"), lambda row: line.moment(row.made_at, now()), 110),
            Column(self.tr("Why"), lambda row: messages.sentence(row.problem), 240, 2),
        )
        self.table = DataTable(
            self.title.text(), columns, identity=lambda row: row.operation_id, whole=True
        )
        self.table.chosen_row.connect(self._show_reason)
        self.reason = label("", wrap=True)
        self.reason.setContentsMargins(17, 4, 17, 8)
        set_tone(self.reason, Tone.AMBER)
        self.add(self.table, self.reason)

    def show_lines(self, lines: tuple[RefusedLine, ...]) -> None:
        """Show these."""
        self.setVisible(bool(lines))
        self.table.show_rows(lines)
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)

    def _show_reason(self, row: RefusedLine | None) -> None:
        self.reason.setText(messages.sentence(row.problem) if row else "")
        self.reason.setVisible(row is not None)
