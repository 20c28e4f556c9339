"""The households of a unit: tree, list with a filter, and the sheet of one of them."""

from collections.abc import Hashable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from gridapp.contract.grids import Level
from gridapp.store.households import HouseholdLine
from gridapp.ui.households.sheet import SheetPanel
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.drops import dropped_file
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import button
from gridapp.usecases import grids, households
from gridapp.usecases.grids import TreeView

FILTER_MS = 150


class HouseholdsPage(Page):
    """Enter opens a household, Esc comes back to the list; nothing is changed here."""

    kinds = frozenset({"household", "member", "unit"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._unit: UUID = services.desk.person.unit_id
        self._lines: dict[UUID, str] = {}
        self.tree = UnitTree(self.tr("Grid tree"))
        self.filter = QLineEdit()
        self.table = self._table()
        self.sheet = SheetPanel(services)
        self._soon_filter = QTimer(self)
        self._soon_filter.setSingleShot(True)
        self._soon_filter.setInterval(FILTER_MS)
        self._lay()
        self._connect()

    def opened(self, argument: object = None) -> None:
        """``argument``: the id of a household whose sheet is wanted."""
        self.refresh()
        if isinstance(argument, UUID):
            self._open_sheet(argument)
        elif self.views.current() is not self.sheet:
            self.table.setFocus()

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: grids.view(desk), self._show_tree)
        self._ask_lines()
        if self.views.current() is self.sheet:
            self.sheet.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", self.tr("Open the household")),
            ("Esc", self.tr("Back to the list")),
            ("Ctrl+F", self.tr("Filter the list")),
            ("Ctrl+T", self.tr("To the grid tree")),
            ("PgUp / PgDown", self.tr("Previous, next household")),
            ("R", self.tr("Show the numbers of a member")),
            ("Ctrl+C", self.tr("Copy the rows")),
        )

    def import_roster(self) -> None:
        """Open the wizard."""
        self.services.go("rosters", self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            self._import_file(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _table(self) -> DataTable[HouseholdLine]:
        columns = (
            Column[HouseholdLine](self.tr("Walk"), lambda h: str(h.walk_order), 64, right=True),
            Column[HouseholdLine](self.tr("Head"), lambda h: h.head, 92),
            Column[HouseholdLine](self.tr("Address"), lambda h: h.address, 150, stretch=3),
            Column[HouseholdLine](self.tr("Group"), lambda h: h.group_name, 64, stretch=1),
            Column[HouseholdLine](self.tr("People"), lambda h: str(h.members), 60, right=True),
            Column[HouseholdLine](self.tr("Phone"), lambda h: h.phone, 122, stretch=1),
            Column[HouseholdLine](self.tr("Micro-grid"), self._unit_name, 96, stretch=1),
        )
        return DataTable(self.tr("Households"), columns, identity=lambda h: h.id, multi=True)

    def _unit_name(self, line: HouseholdLine) -> str:
        return line.unit_name if self._lines.get(line.unit_id) == Level.MICRO else "—"

    def _lay(self) -> None:
        may = grids.may_change(self.services.desk)
        buttons = (button(self.tr("Import a roster"), self.import_roster, icon="upload"),)
        self.head = PageHead(self.tr("Households"), "", buttons if may else ())
        self.filter.setPlaceholderText(self.tr("Name, address or household number"))
        self.filter.setAccessibleName(self.tr("Filter the list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setProperty("role", "search")
        list_card = Card(flush=True)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 0)
        top.addWidget(self.filter)
        list_card.add(top, self.table)
        self._none = self._empty(may)
        self.no_hit = Empty("search", self.tr("No household matches the filter"))
        list_card.add(self._none, self.no_hit)
        self.views = OneOf()
        self._list_card = list_card
        self.views.add(list_card)
        self.views.add(self.sheet)
        self._tree_card = Card(flush=True)
        self._tree_card.add(self.tree)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._tree_card)
        row.addWidget(self.views, 1)
        self.column.addWidget(self.head)
        self.column.addLayout(row, 1)

    def _empty(self, may: bool) -> Empty:
        hint = (
            self.tr("Import the village's roster: Excel or CSV, as it is.")
            if may
            else self.tr("Sync to receive the households of your micro-grid.")
        )
        act = button(self.tr("Import a roster"), self.import_roster, primary=True) if may else None
        return Empty("users", self.tr("No households here yet"), hint, act)

    def _connect(self) -> None:
        self.setAcceptDrops(grids.may_change(self.services.desk))
        self.tree.chosen.connect(self._on_unit)
        self.filter.textChanged.connect(self._on_typed)
        self.filter.returnPressed.connect(self._to_list)
        self._soon_filter.timeout.connect(self._ask_lines)
        self.table.activated_row.connect(lambda line: self._open_sheet(line.id))
        self.sheet.left.connect(self._back)
        self.sheet.stepped.connect(self._step)
        for keys, act in (("Ctrl+F", self._to_filter), ("Ctrl+T", self.tree.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _import_file(self, path: Path) -> None:
        self.services.go("rosters", path)

    def _show_tree(self, view: TreeView) -> None:
        self._lines = {line.id: line.level for line in view.lines}
        self.tree.show_rows(
            [
                TreeRow(line.id, line.parent_id, line.name, f"{line.households:,}")
                for line in view.lines
                if line.level != Level.DEDICATED
            ],
            open_levels=3 if len(view.lines) < 60 else 1,
        )
        if self.tree.chosen_id() is None:
            self.tree.choose(self._unit)
        self.table.viewport().update()

    def _ask_lines(self) -> None:
        desk, unit, text = self.services.desk, self._unit, self.filter.text()
        self.ask(lambda: households.of_unit(desk, unit, text), self._show_lines)

    def _show_lines(self, lines: list[HouseholdLine]) -> None:
        self.table.show_rows(lines)
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)
        filtered = bool(self.filter.text().strip())
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines and not filtered)
        self.no_hit.setVisible(not lines and filtered)
        people = sum(line.members for line in lines)
        sub = self.tr("{households} households, {people} people")
        self.head.set_sub(sub.format(households=f"{len(lines):,}", people=f"{people:,}"))

    def _on_unit(self, unit: Hashable) -> None:
        if isinstance(unit, UUID) and unit != self._unit:
            self._unit = unit
            self._ask_lines()
            self._show_list()

    def _on_typed(self, _text: str) -> None:
        self._soon_filter.start()

    def _to_filter(self) -> None:
        self._back()
        self.filter.setFocus()
        self.filter.selectAll()

    def _to_list(self) -> None:
        self._soon_filter.stop()
        self._ask_lines()
        self.table.setFocus()

    def _open_sheet(self, household_id: UUID) -> None:
        self.views.show_part(self.sheet)
        self.sheet.open(household_id)
        self._fit()

    def _step(self, by: int) -> None:
        numbers = {line.id: number for number, line in enumerate(self.table.rows)}
        here = numbers.get(self.sheet.household_id) if self.sheet.household_id else None
        if here is not None and 0 <= here + by < len(self.table.rows):
            self.table.choose_number(here + by)
            self._open_sheet(self.table.rows[here + by].id)

    def _back(self) -> None:
        self._show_list()
        self.table.setFocus()

    def _show_list(self) -> None:
        self.sheet.close_household()
        self.views.show_part(self._list_card)
        self._fit()

    def _fit(self) -> None:
        """The tree makes room for a sheet where the window is small."""
        theme = current()
        narrow = self.width() < theme.px(860)
        self._tree_card.setVisible(not (narrow and self.views.current() is self.sheet))
        self._tree_card.setFixedWidth(theme.px(176 if narrow else 236))
