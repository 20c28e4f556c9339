"""What stands behind a number: the cases as they were in a report, households, receptions."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gridapp.reports.periodic.model import FrozenCase, ReceptionRow
from gridapp.ui import words as names
from gridapp.ui.page import Page
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.scrolling import bring_into_sight
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button
from gridapp.usecases.reports.behind import HouseholdBehind, Reach

translate = QCoreApplication.translate


T = TypeVar("T")


class BehindCard(Card, Generic[T]):
    """Hidden until a number is opened; Esc hides it again and goes back to the number."""

    def __init__(self, title: str, table: DataTable[T]) -> None:
        super().__init__(title, flush=True)
        self.table = table
        self._from: QWidget | None = None
        self.add_to_head(button(self.tr("Close"), self.leave, icon="x"))
        self.add(table)
        self.hide()
        bind_escape(self, self.leave)

    def show_behind(self, rows: Sequence[T]) -> None:
        """Show these; what has the focus now gets it back."""
        if self.isHidden():
            self._from = QApplication.focusWidget()
        self.table.show_rows(tuple(rows))
        self.show()
        if rows:
            self.table.choose_number(0)
        self.table.setFocus()
        bring_into_sight(self)

    def leave(self) -> None:
        """Back to the number."""
        self.hide()
        if self._from is not None and isValid(self._from):
            self._from.setFocus()


class CasesCard(BehindCard[FrozenCase]):
    """The cases behind a number as they were when the report was handed in; Enter opens one."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("reports", "Cases behind this number, as of that day"), _cases())
        self._page = page
        self.table.activated_row.connect(lambda case: page.services.go("disputes", case.id))
        now = button(translate("reports", "As they stand now"), self._show_now)
        self.head.insertWidget(self.head.count() - 1, now)

    def _show_now(self) -> None:
        self._page.services.go("disputes", tuple(case.id for case in self.table.rows))


def _cases() -> DataTable[FrozenCase]:
    columns: tuple[Column[FrozenCase], ...] = (
        Column(translate("reports", "Number"), lambda case: case.number, 130),
        Column(translate("reports", "Title"), lambda case: case.title, 200, stretch=1),
        Column(
            translate("reports", "State"),
            lambda case: names.state(case.state),
            110,
            tone=lambda case: names.state_tone(case.state),
        ),
        Column(translate("reports", "To be handled by"), lambda case: str(case.due_on), 110),
    )
    return DataTable(translate("reports", "Cases"), columns, identity=lambda case: case.id, whole=8)


class HouseholdsCard(BehindCard[HouseholdBehind]):
    """The households behind a number of table 3; Enter opens one."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("reports", "Households behind this number"), _households())
        self.set_note(translate("reports", "as they stand now"))
        self.table.activated_row.connect(lambda home: page.services.go("households", home.id))


def _households() -> DataTable[HouseholdBehind]:
    columns: tuple[Column[HouseholdBehind], ...] = (
        Column(translate("reports", "Micro-grid"), lambda home: home.unit_name, 140),
        Column(translate("reports", "Household number"), lambda home: home.number, 90),
        Column(translate("reports", "Address"), lambda home: home.address, 200, stretch=1),
        Column(
            translate("reports", "In this round"),
            lambda home: _reach(home)[0],
            110,
            tone=lambda home: _reach(home)[1],
        ),
    )
    return DataTable(
        translate("reports", "Households"), columns, identity=lambda home: home.id, whole=8
    )


def _reach(home: HouseholdBehind) -> tuple[str, Tone]:
    return {
        Reach.REACHED: (translate("reports", "Reached"), Tone.GREEN),
        Reach.ABSENT: (translate("reports", "Not at home"), Tone.AMBER),
        Reach.NOT_CALLED: (translate("reports", "Not yet called on"), Tone.NEUTRAL),
    }[home.reach]


class ReceptionsCard(BehindCard[ReceptionRow]):
    """The receptions behind a number of table 5 as they stood then; Enter opens one."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("reports", "Receptions behind this number"), _receptions())
        self._page = page
        self.table.activated_row.connect(self._open)

    def _open(self, row: ReceptionRow) -> None:
        if row.reception is not None:
            self._page.services.go("receptions", (row.reception, row.held_on))


def _receptions() -> DataTable[ReceptionRow]:
    columns: tuple[Column[ReceptionRow], ...] = (
        Column(translate("reports", "Day"), lambda row: row.day, 90),
        Column(translate("reports", "Unit"), lambda row: row.unit, 110),
        Column(translate("reports", "Received by"), lambda row: row.leader, 150),
        Column(translate("reports", "Groups"), lambda row: str(row.turnout.groups), 60, right=True),
        Column(
            translate("reports", "People who came"),
            lambda row: str(row.turnout.people),
            60,
            right=True,
        ),
        Column(translate("reports", "What came of it"), lambda row: row.result, 200, stretch=1),
    )
    return DataTable(
        translate("reports", "Receptions"), columns, identity=lambda row: row.reception, whole=8
    )
