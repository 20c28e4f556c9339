"""The ledgers there are, at the side: one is chosen, some are changed or dropped."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from gridapp.reports.ledgers.definitions import Definition
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button


class LedgerList(Card):
    """``rows.chosen_row`` tells which; ``may``: the person may make ledgers."""

    def __init__(
        self,
        new: Callable[[], None],
        change: Callable[[], None],
        drop: Callable[[], None],
        *,
        may: bool,
    ) -> None:
        super().__init__(self.tr("Ledgers"))
        name = Column[Definition](self.tr("Ledger"), lambda one: one.name, 120, stretch=1)
        self.rows: DataTable[Definition] = DataTable(
            self.tr("Ledgers"), [name], identity=lambda one: one.code, whole=12
        )
        self.rows.horizontalHeader().hide()
        self.edit = button(self.tr("Change"), change, icon="pencil")
        self.away = button(self.tr("Drop"), drop, icon="trash-2")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for one in (button(self.tr("New"), new, icon="plus"), self.edit, self.away):
            flow.addWidget(one)
        buttons.setVisible(may)
        self.add(self.rows, buttons)

    def show_ledgers(self, known: Sequence[Definition], code: str) -> None:
        """Show these, and stand at the one of this code."""
        self.rows.show_rows(known)  # which chooses the row that was chosen before
        self.rows.choose(code)

    def show_chosen(self, chosen: Definition) -> None:
        """Offer what may be done with it."""
        for made in (self.edit, self.away):
            made.setVisible(chosen.may_change)
