"""The table of the ledger and its columns."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gridapp.domain.disputes.disputes import is_timed
from gridapp.store.disputes.disputes import DisputeLine, SortBy
from gridapp.ui import words as names
from gridapp.ui.disputes.clock import days_left, days_tone
from gridapp.ui.disputes.registering.categories import leaf_name
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.lazy_table import LazyTable
from gridapp.ui.widgets.table import Column

translate = QCoreApplication.translate


class LedgerTable(LazyTable[DisputeLine]):
    """``today`` is the day from which the days left are counted."""

    def __init__(self, today: date) -> None:
        self.today = today
        super().__init__(translate("Ledger", "Disputes"), self._columns())

    def _columns(self) -> tuple[Column[DisputeLine], ...]:
        return (
            Column(
                translate("Ledger", "Case number"),
                lambda d: d.number or "…",
                130,
                sort=SortBy.NUMBER,
            ),
            Column(translate("Ledger", "Title"), self._title, 200, stretch=3, sort=SortBy.TITLE),
            Column(
                translate("Ledger", "State"),
                lambda d: names.state(d.state),
                86,
                tone=lambda d: names.state_tone(d.state),
                sort=SortBy.STATE,
            ),
            Column(
                translate("Ledger", "Days left"),
                self._left,
                112,
                tone=self._left_tone,
                sort=SortBy.DUE,
            ),
            Column(translate("Ledger", "Parties"), lambda d: d.parties, 120, stretch=1),
            Column(
                translate("Ledger", "Category"),
                lambda d: leaf_name(d.category),
                110,
                1,
                sort=SortBy.CATEGORY,
            ),
            Column(translate("Ledger", "Unit"), lambda d: d.unit_name, 90),
            Column(
                translate("Ledger", "Registered on"),
                lambda d: str(d.registered_on) if d.number else "",
                104,
                sort=SortBy.REGISTERED,
            ),
        )

    def _title(self, line: DisputeLine) -> str:
        return (
            translate("Ledger", "[Sealed] {title}").format(title=line.title)
            if line.sealed
            else line.title
        )

    def _left(self, line: DisputeLine) -> str:
        if is_timed(line.state):
            return days_left((line.due_on - self.today).days)
        if line.conclusion:
            return names.conclusion(line.conclusion)
        return "—" if line.number else ""

    def _left_tone(self, line: DisputeLine) -> Tone | None:
        if not is_timed(line.state):
            return None
        tone = days_tone((line.due_on - self.today).days)
        return None if tone is Tone.ACCENT else tone
