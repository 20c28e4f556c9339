"""The ledger: shelves as tabs with counts, one table, a filter that came from a report."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from gridapp.domain.disputes import is_open
from gridapp.store.disputes import DisputeLine, Shelf, SortBy
from gridapp.ui import words as names
from gridapp.ui.disputes.categories import leaf_name
from gridapp.ui.disputes.clock import days_left, days_tone
from gridapp.ui.disputes.lazy_lines import LazyLines
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import link, words

SHELVES = tuple(Shelf)
_LEAST_HEIGHT = 160
"""In a low window the table scrolls, not the page around it."""


class _LedgerTable(DataTable[DisputeLine]):
    """``copy_asked(ids)``: the selected lines, of which some may still be unknown."""

    copy_asked = Signal(object)

    def choose(self, identity: object) -> bool:
        rows = self.rows
        if not isinstance(rows, LazyLines) or identity not in rows.ids:
            return False
        self.choose_number(rows.ids.index(identity))
        return True

    def copy_selected(self) -> None:
        rows = self.rows
        if isinstance(rows, LazyLines):
            numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
            self.copy_asked.emit(tuple(rows.ids[number] for number in numbers))


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
        self._today = today
        self.sort = (SortBy.REGISTERED, True)
        self.chosen_ids: tuple[UUID, ...] | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Shelves of the ledger"))
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        for shelf in SHELVES:
            self.tabs.addTab(self._shelf_name(shelf))
        self.columns = self._columns()
        self.table = _LedgerTable(
            self.tr("Disputes"), self.columns, identity=lambda line: line.id, multi=True
        )
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
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
        self._today = today
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
        rows = self.table.rows
        if isinstance(rows, LazyLines):
            rows.fill(lines)
            self.table.viewport().update()

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

    def _columns(self) -> tuple[Column[DisputeLine], ...]:
        return (
            Column(self.tr("Case number"), lambda d: d.number or "…", 130, sort=SortBy.NUMBER),
            Column(self.tr("Title"), self._title, 200, stretch=3, sort=SortBy.TITLE),
            Column(
                self.tr("State"),
                lambda d: names.state(d.state),
                86,
                tone=lambda d: names.state_tone(d.state),
                sort=SortBy.STATE,
            ),
            Column(self.tr("Days left"), self._left, 112, tone=self._left_tone, sort=SortBy.DUE),
            Column(self.tr("Parties"), lambda d: d.parties, 120, stretch=1),
            Column(
                self.tr("Category"), lambda d: leaf_name(d.category), 110, 1, sort=SortBy.CATEGORY
            ),
            Column(self.tr("Unit"), lambda d: d.unit_name, 90),
            Column(
                self.tr("Registered on"),
                lambda d: str(d.registered_on) if d.number else "",
                104,
                sort=SortBy.REGISTERED,
            ),
        )

    def _title(self, line: DisputeLine) -> str:
        return self.tr("[Sealed] {title}").format(title=line.title) if line.sealed else line.title

    def _left(self, line: DisputeLine) -> str:
        if is_open(line.state):
            return days_left((line.due_on - self._today).days)
        if line.conclusion:
            return names.conclusion(line.conclusion)
        return "—" if line.number else ""

    def _left_tone(self, line: DisputeLine) -> Tone | None:
        if not is_open(line.state):
            return None
        tone = days_tone((line.due_on - self._today).days)
        return None if tone is Tone.ACCENT else tone

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
