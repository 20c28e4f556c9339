"""The ledger: shelves as tabs with counts, one table, a filter that came from a report."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from gridapp.store.disputes.disputes import DisputeLine, Shelf, SortBy
from gridapp.ui.disputes.ledger.lazy_lines import LazyLines
from gridapp.ui.disputes.ledger.table import LedgerTable
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import link, words

SHELVES = tuple(Shelf)


class Ledger(QWidget):
    """``opened(id)``: Enter or double click. ``changed``: other shelf, order or filter: ask again.

    ``wanted(ids)``: lines that somebody looks at, for ``fill``. ``copy_asked(ids)``: those to be
    copied. ``chosen_ids`` narrows to the cases behind a number; None shows the whole shelf.
    """

    opened = Signal(object)
    changed = Signal()
    wanted = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.sort = (SortBy.REGISTERED, True)
        self.chosen_ids: tuple[UUID, ...] | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Shelves of the ledger"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for shelf in SHELVES:
            self.tabs.addTab(self._shelf_name(shelf))
        self.table = LedgerTable(today)
        self.table.take_the_room()
        self.table.show_sorted(*self.sort)
        self.empty = Empty(
            "clipboard-list",
            self.tr("Nothing on this shelf"),
            self.tr("Ctrl+N registers a dispute; those found at doors come here by themselves."),
        )
        self._lay()
        self.tabs.currentChanged.connect(self.changed)
        self.table.sort_asked.connect(self._on_sort)
        self.table.activated_row.connect(lambda line: self.opened.emit(line.id))
        self.table.copy_asked.connect(self.copy_asked)

    @property
    def shelf(self) -> Shelf:
        """The shelf in sight."""
        return SHELVES[self.tabs.currentIndex()]

    def choose(self, shelf: Shelf, ids: tuple[UUID, ...] | None = None) -> None:
        """Show a shelf, or only some of its cases, without asking yet."""
        self.chosen_ids = ids
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(SHELVES.index(shelf))
        self.tabs.blockSignals(False)

    def show_counts(self, counts: dict[Shelf, int]) -> None:
        """How many cases stand on each shelf."""
        for number, shelf in enumerate(SHELVES):
            self.tabs.setTabText(number, f"{self._shelf_name(shelf)} {counts[shelf]}")

    def show_lines(self, lines: LazyLines, today: date) -> None:
        """Show the cases that were asked for."""
        self.table.today = today
        lines.ask = self.wanted.emit
        self.table.show_rows(lines)
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)
        self.card.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.filter.setVisible(self.chosen_ids is not None)
        self.tabs.setVisible(self.chosen_ids is None)
        text = self.tr("Showing {count} cases behind a number of the report")
        self.filter_text.setText(text.format(count=len(lines)))

    def fill(self, lines: Sequence[DisputeLine]) -> None:
        """Lines that somebody looks at have come."""
        self.table.fill(lines)

    def copy_all(self) -> None:
        """Ask for all rows to be copied."""
        self.table.selectAll()
        self.table.copy_selected()

    def show_all(self) -> None:
        """Away with the filter."""
        self.choose(Shelf.ALL)
        self.changed.emit()
        self.table.setFocus()

    def _lay(self) -> None:
        self.filter = QFrame()
        self.filter.setProperty("notice", str(Tone.ACCENT))
        row = QHBoxLayout(self.filter)
        row.setContentsMargins(14, 4, 8, 4)
        self.filter_text = words("", wrap=True)
        row.addWidget(self.filter_text, 1)
        row.addWidget(link(self.tr("Show all"), self.show_all))
        self.filter.hide()
        self.card = Card(flush=True)
        self.card.add(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.filter)
        column.addWidget(self.card, 1)
        column.addWidget(self.empty, 1)

    def _shelf_name(self, shelf: Shelf) -> str:
        return {
            Shelf.MINE: self.tr("Mine"),
            Shelf.DUE_SOON: self.tr("Due soon"),
            Shelf.OVERDUE: self.tr("Overdue"),
            Shelf.TO_STRIKE_OFF: self.tr("To strike off"),
            Shelf.ALL: self.tr("All cases"),
        }[shelf]

    def _on_sort(self, key: str, descending: bool) -> None:
        self.sort = (SortBy(key), descending)
        self.changed.emit()
