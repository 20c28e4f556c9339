"""What waits to be sent, by name, and which conflicts were decided before."""

from collections.abc import Callable, Sequence
from datetime import datetime

from gridapp.contract.conflicts import Choice
from gridapp.store.sync.conflicts import ConflictLine
from gridapp.store.sync.outbox import WaitingLine
from gridapp.ui import field_words
from gridapp.ui.operation_words import operation
from gridapp.ui.sync import line
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import link


class WaitingCard(Card):
    """Newest first."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(self.tr("Waiting to be sent"), flush=True)
        columns: tuple[Column[WaitingLine], ...] = (
            Column(self.tr("Entry"), lambda row: operation(row.what, row.name), 220, 1),
            Column(self.tr("When"), lambda row: line.moment(row.made_at, now()), 110),
            Column(self.tr("Changes"), lambda row: f"{row.changes:,}", 80, right=True),
        )
        self.table = DataTable(self.title.text(), columns, identity=lambda row: row.operation_id)
        self._none = Empty("circle-check", self.tr("Everything has been sent"))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._none, 1)

    def show_lines(self, lines: Sequence[WaitingLine], changes: int) -> None:
        """Show these, or that there are none; ``changes`` is how many changes wait in all."""
        self.set_note(f"{changes:,}" if changes else "")
        self.table.show_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)


class SettledCard(Card):
    """What was decided, folded away until somebody wants to look it up."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(self.tr("Decided before"), flush=True)
        columns: tuple[Column[ConflictLine], ...] = (
            Column(self.tr("About"), lambda row: row.subject.name, 150, 2),
            Column(self.tr("What"), lambda row: field_words.label(row.kind, row.field), 110, 1),
            Column(self.tr("Decision"), self._decision, 170, 2),
            Column(self.tr("By"), lambda row: row.settled_by, 90, 1),
            Column(self.tr("When"), lambda row: line.moment(row.settled_at or now(), now()), 110),
        )
        self.table = DataTable(self.title.text(), columns, identity=lambda row: row.id, whole=8)
        self.fold = link("", self.toggle)
        self.add_to_head(self.fold)
        self.add(self.table)
        self.table.hide()
        self.hide()

    def show_lines(self, lines: Sequence[ConflictLine]) -> None:
        """Show these; hidden while nothing was decided."""
        self.setVisible(bool(lines))
        self.table.show_rows(lines)
        self._name_fold()

    def toggle(self) -> None:
        """Unfold, or fold away."""
        self.table.setVisible(self.table.isHidden())
        self._name_fold()

    def _name_fold(self) -> None:
        show = self.tr("Show {count}").format(count=f"{len(self.table.rows):,}")
        text = show if self.table.isHidden() else self.tr("Fold away")
        self.fold.setText(text)
        self.fold.setAccessibleName(text)

    def _decision(self, row: ConflictLine) -> str:
        if row.choice == Choice.OTHER:
            return self.tr("another value")
        taken = row.standing if row.choice == Choice.STANDING else row.offered
        return field_words.value(row.kind, row.field, taken, row.names)
