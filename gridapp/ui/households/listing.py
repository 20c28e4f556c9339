"""The households of a unit: a filter, a long table read as one looks, the roster of any day."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy

from gridapp.contract.grids import Level
from gridapp.store.households.households import HouseholdLine
from gridapp.ui.households.day_choice import DayChoice
from gridapp.ui.households.day_roster import DayRoster
from gridapp.ui.page import Page
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.lazy_rows import LazyRows
from gridapp.ui.widgets.lazy_table import LazyTable
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.rows import as_tsv
from gridapp.ui.widgets.table import Column
from gridapp.usecases.desk import Desk
from gridapp.usecases.households import households

FILTER_MS = 150
PAGE = 100
"""So many lines are asked for at once; more than a tall window shows."""


class HouseholdList(Card):
    """``opened(household id)``: Enter or double click. ``counted(households, people)``.

    ``day`` is None for today; the roster of another day is only to be read.
    """

    opened = Signal(object)
    counted = Signal(int, int)

    def __init__(self, page: Page, empty: Empty, level_of: Callable[[UUID], str | None]) -> None:
        super().__init__(flush=True)
        self._page, self._empty, self._level_of = page, empty, level_of
        self.unit: UUID = page.services.desk.person.unit_id
        self.day: date | None = None
        self.filter = QLineEdit()
        self.table = self._table()
        self.days = DayChoice(page.services.today)
        self.no_hit = Empty("search", self.tr("No household matches the filter"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FILTER_MS)
        self._soon.timeout.connect(self.refresh)
        self._lay()
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.filter.returnPressed.connect(self.to_rows)
        self.table.activated_row.connect(lambda line: self.opened.emit(line.id))
        self.table.copy_asked.connect(self._copy)
        self.days.wanted.connect(self.show_day)

    def refresh(self) -> None:
        """Ask again."""
        desk, unit, text, day = self._page.services.desk, self.unit, self.filter.text(), self.day
        if day is not None:
            self._show_found(True, filtered=True)
            self.of_day.read(unit, day, text.strip())
            return
        self._page.ask(lambda: _first(desk, unit, text), self._show)
        self._page.ask(lambda: households.people_of_unit(desk, unit, text), self._count)

    def to_rows(self) -> None:
        """The focus to the table, whose rows fit the filter."""
        self._soon.stop()
        self.refresh()
        self.focus()

    def focus(self) -> None:
        """The focus to the rows in sight."""
        (self.table if self.day is None else self.of_day.table).setFocus()

    def neighbour(self, household_id: UUID, by: int) -> UUID | None:
        """Go to the household before or after one; None at the ends, or when it is not listed."""
        rows = self.table.rows
        if not isinstance(rows, LazyRows) or household_id not in rows.ids:
            return None
        number = rows.ids.index(household_id) + by
        if not 0 <= number < len(rows):
            return None
        self.table.choose_number(number)
        return rows.ids[number]

    def show_day(self, day: date | None) -> None:
        """Show the roster of another day; None: back to that of today."""
        if self.day is not None:
            self.of_day.stop()
        self.day = day
        self._tables.show_part(self.table if day is None else self.of_day)
        self.refresh()
        self.focus()

    @cached_property
    def of_day(self) -> DayRoster:
        """The roster of another day."""
        made = DayRoster(self._page.services)
        made.opened.connect(self.opened)
        made.shown.connect(self._show_day)
        made.cancelled.connect(self.days.go_back)
        made.failed.connect(self._page.show_failure)
        self._tables.add(made)
        return made

    def _table(self) -> LazyTable[HouseholdLine]:
        columns = (
            Column[HouseholdLine](
                self.tr("Walk"), lambda h: str(h.walk_order or ""), 64, right=True
            ),
            Column[HouseholdLine](self.tr("Head"), lambda h: h.head, 92),
            Column[HouseholdLine](self.tr("Address"), lambda h: h.address, 150, stretch=3),
            Column[HouseholdLine](self.tr("Group"), lambda h: h.group_name, 64, stretch=1),
            Column[HouseholdLine](self.tr("People"), lambda h: str(h.members), 60, right=True),
            Column[HouseholdLine](self.tr("Phone"), lambda h: h.phone, 122, stretch=1),
            Column[HouseholdLine](self.tr("Micro-grid"), self._unit_name, 96, stretch=1),
        )
        table = LazyTable(self.tr("Households"), columns)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return table

    def _lay(self) -> None:
        self.filter.setPlaceholderText(self.tr("Name, address or household number"))
        self.filter.setAccessibleName(self.tr("Filter the list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setProperty("role", "search")
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 0)
        top.addWidget(self.filter, 1)
        top.addWidget(self.days)
        self._tables = OneOf()
        self._tables.add(self.table)
        self.add(top, self._tables, self._empty, self.no_hit)

    def _unit_name(self, line: HouseholdLine) -> str:
        return line.unit_name if self._level_of(line.unit_id) == Level.MICRO else "—"

    def _show(self, found: tuple[Sequence[UUID], list[HouseholdLine]]) -> None:
        rows = LazyRows(found[0], _blank, PAGE, found[1])
        rows.ask = self._look_up
        self.table.show_rows(rows)
        if rows and self.table.chosen() is None:
            self.table.choose_number(0)
        filtered = bool(self.filter.text().strip())
        self._show_found(bool(rows), filtered=filtered)

    def _count(self, people: int) -> None:
        if self.day is None:
            self.counted.emit(len(self.table.rows), people)

    def _show_day(self, households: int, people: int) -> None:
        if self.day is not None:
            self._show_found(households > 0, filtered=True)
            self.counted.emit(households, people)

    def _show_found(self, some: bool, *, filtered: bool) -> None:
        self._tables.setVisible(some)
        self._empty.setVisible(not some and not filtered)
        self.no_hit.setVisible(not some and filtered)

    def _look_up(self, ids: tuple[UUID, ...]) -> None:
        desk = self._page.services.desk
        self._page.ask(lambda: households.lines(desk, ids), self.table.fill)

    def _copy(self, ids: tuple[UUID, ...]) -> None:
        desk = self._page.services.desk
        self._page.ask(lambda: households.lines_to_take_out(desk, ids), self._to_clipboard)

    def _to_clipboard(self, lines: list[HouseholdLine]) -> None:
        QGuiApplication.clipboard().setText(as_tsv(self.table.columns, lines))
        text = self.tr("{count} rows copied, names covered; paste them into Excel.")
        self._page.services.done(text.format(count=len(lines)))


def _first(desk: Desk, unit: UUID, text: str) -> tuple[Sequence[UUID], list[HouseholdLine]]:
    """The order, and the lines of its first page."""
    ids = households.order_of_unit(desk, unit, text)
    return ids, households.lines(desk, ids[:PAGE])


def _blank(id_: UUID) -> HouseholdLine:
    return HouseholdLine(id_, id_, "", "", "", "", "…", "", 0, 0)
