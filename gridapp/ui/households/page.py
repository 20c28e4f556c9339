"""The households of a unit: tree, list with a filter, and the sheet of one of them."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gridapp.contract.grids import Level
from gridapp.ui.acts.act import Act
from gridapp.ui.dropped_rosters import RosterTarget
from gridapp.ui.households.life_acts import KEYS
from gridapp.ui.households.listing import HouseholdList
from gridapp.ui.households.panels import Panels
from gridapp.ui.keeping import tell_kept
from gridapp.ui.services import Services
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import TreeView

_LOW = 600
"""A window below this height (px at 100 %) has no room for the head of the page above a sheet."""


class HouseholdsPage(RosterTarget):
    """Enter opens a household, Esc comes back to the list."""

    kinds = frozenset({"household", "member", "unit", "life_event"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._levels: dict[UUID, str] = {}
        self.tree = UnitTree(self.tr("Grid tree"))
        may = grids.may_change(services.desk)
        self.list = HouseholdList(self, self._empty(may), self._levels.get)
        self._lay(may)
        self._connect(may)

    def opened(self, argument: object = None) -> None:
        """``argument``: the id of a household whose sheet is wanted."""
        if isinstance(argument, UUID):
            self._open_sheet(argument)
            self._refresh_list()
            return
        self.refresh()
        if self.views.current() is self.list:
            self.list.focus()

    def refresh(self) -> None:
        if self.views.shows_sheet():
            self.views.sheet.refresh()
        self._refresh_list()

    def _refresh_list(self) -> None:
        """Asked after a sheet, which hides the list and the tree."""
        desk = self.services.desk
        self.list.refresh()
        self.ask(lambda: grids.view(desk), self._show_tree)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        first, last = min(KEYS.values()), max(KEYS.values())
        return (
            ("Enter", self.tr("Open the household; in its sheet: write in the cell")),
            ("Esc", self.tr("Back to the list")),
            ("Ctrl+F", self.tr("Filter the list")),
            ("Ctrl+D", self.tr("Roster of a day")),
            ("Ctrl+N", self.tr("Household moves in")),
            ("Ctrl+U", self.tr("Look for duplicates")),
            ("Ctrl+T", self.tr("To the grid tree")),
            ("PgUp / PgDown", self.tr("Previous, next household")),
            (f"{first} … {last}", self.tr("What has happened, in the order of the buttons")),
            ("Ctrl+R", self.tr("Show the numbers of a member")),
            ("Ctrl+C", self.tr("Copy the rows")),
        )

    def import_roster(self) -> None:
        """Open the wizard."""
        self.services.go("rosters", self.list.unit)

    def enter_household(self) -> None:
        """Enter a household that moves in."""
        self.views.leave_sheet()
        self.views.show_part(self.views.new)
        self.views.new.open(self.list.unit)
        self._fit()

    def look_for_duplicates(self) -> None:
        """Show who may stand twice in the unit that is chosen."""
        self.views.leave_sheet()
        self.views.show_part(self.views.duplicates)
        self.views.duplicates.start(self.list.unit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay(self, may: bool) -> None:
        enter = button(self.tr("Household moves in"), self.enter_household, icon="plus")
        load = button(self.tr("Import a roster"), self.import_roster, icon="upload")
        look = button(self.tr("Look for duplicates"), self.look_for_duplicates, icon="users")
        buttons = (look, enter, load) if may else (look, enter)
        self.head = PageHead(self.tr("Households"), "", buttons)
        self.views = Panels(self.services, self.list)
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

    def _connect(self, may: bool) -> None:
        self.setAcceptDrops(may)
        self.tree.chosen.connect(self._on_unit)
        self.list.opened.connect(self._open_sheet)
        self.list.counted.connect(self._on_counted)
        self.views.left.connect(self._back)
        self.views.stepped.connect(self._step)
        self.views.kept.connect(lambda changed: self.services.changes.tell(*changed.kinds))
        self.views.done.connect(self._on_done)
        self.views.merged.connect(self._on_merged)
        self.views.failed.connect(self.show_failure)
        for keys, act in (
            ("Ctrl+N", self.enter_household),
            ("Ctrl+U", self.look_for_duplicates),
            ("Ctrl+F", self._to_filter),
            ("Ctrl+D", self._to_day),
            ("Ctrl+T", self.tree.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        bind_escape(self, self._back)

    def _show_tree(self, view: TreeView) -> None:
        self._levels.clear()
        self._levels.update({line.id: line.level for line in view.lines})
        self.tree.show_rows(
            [
                TreeRow(line.id, line.parent_id, line.name, f"{line.households:,}")
                for line in view.lines
                if line.level != Level.DEDICATED
            ],
            open_levels=3 if len(view.lines) < 60 else 1,
        )
        if self.tree.chosen_id() is None:
            self.tree.choose(self.list.unit)
        self.list.table.viewport().update()

    def _on_counted(self, households: int, people: int) -> None:
        sub = self.tr("{households} households, {people} people")
        self.head.set_sub(sub.format(households=f"{households:,}", people=f"{people:,}"))

    def _on_unit(self, unit: Hashable) -> None:
        if isinstance(unit, UUID) and unit != self.list.unit:
            self.list.unit = unit
            self.list.refresh()
            self._show_list()

    def _on_done(self, act: Act, changed: Changed) -> None:
        tell_kept(self.services, self.tr("Recorded: {act}").format(act=act.title), changed)
        if changed.record_id is not None and changed.record_id != self.views.sheet.household_id:
            self._open_sheet(changed.record_id)

    def _on_merged(self, changed: Changed) -> None:
        tell_kept(self.services, self.tr("One person was made of two"), changed)

    def _to_filter(self) -> None:
        self._show_list()
        self.list.filter.setFocus()
        self.list.filter.selectAll()

    def _to_day(self) -> None:
        self._show_list()
        self.list.days.ask()

    def _open_sheet(self, household_id: UUID) -> None:
        self.views.show_part(self.views.sheet)
        self.views.sheet.open(household_id)
        self._fit()

    def _step(self, by: int) -> None:
        here = self.views.sheet.household_id
        found = self.list.neighbour(here, by) if here is not None else None
        if found is not None:
            self._open_sheet(found)

    def _back(self) -> None:
        """To the list; from the list, to the roster of today."""
        if self.views.current() is self.list:
            self.list.days.go_back()
        else:
            self._show_list()
            self.list.focus()

    def _show_list(self) -> None:
        self.views.leave_sheet()
        self.views.show_part(self.list)
        self._fit()

    def _fit(self) -> None:
        """The tree makes room for a sheet, unless the window is very wide; the head of the page
        does so where the window is low.
        """
        theme = current()
        wide = self.width() >= theme.px(1500)
        narrow = self.width() < theme.px(860)
        listed = self.views.current() is self.list
        self.head.setVisible(listed or self.window().height() >= theme.px(_LOW))
        self._tree_card.setVisible(wide or listed)
        self._tree_card.setFixedWidth(theme.px(176 if narrow else 236))
