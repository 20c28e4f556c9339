"""The grid tree with counts that reconcile, and beside it the chosen unit."""

from collections.abc import Hashable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gridapp.contract.grids import Level
from gridapp.ui import operation_words
from gridapp.ui.acts.act import Act
from gridapp.ui.dropped_rosters import RosterTarget
from gridapp.ui.grids.checking import Checking
from gridapp.ui.grids.checks import CheckLine
from gridapp.ui.grids.day_line import DayLine
from gridapp.ui.grids.looking import NOTHING, Look, look
from gridapp.ui.grids.offers import offers, village_of
from gridapp.ui.grids.unit_panel import Form
from gridapp.ui.grids.views import GridViews, stands_on
from gridapp.ui.keeping import tell_kept
from gridapp.ui.services import Services
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.tree import UnitTree
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grid_checks import Check, Finding

SMALL_TREE = 80
"""Up to so many units the tree opens down to the micro-grids."""


class GridsPage(RosterTarget):
    """Enter goes into a unit, Esc to the one above it or out of a form."""

    kinds = frozenset({"unit", "post", "household", "member"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.look: Look = NOTHING
        self._unit: UUID = services.desk.person.unit_id
        self.tree = UnitTree(self.tr("Grid tree"))
        self.checks, self.day = CheckLine(), DayLine(services.today)
        self.views = GridViews(services)
        self.panel = self.views.panel
        self.checking = Checking(services, self.checks, self.views.show_findings)
        self._lay()
        self._connect()

    def opened(self, argument: object = None) -> None:
        """``argument``: the id of the unit to stand on."""
        if isinstance(argument, UUID):
            self._unit = argument
            self.views.show_panel()
            if argument in self.look.lines:
                self.tree.choose(argument)
        self.refresh()
        if self.views.current() is self.panel:
            self.tree.setFocus()

    def refresh(self) -> None:
        desk, day = self.services.desk, self.day.past()
        self.ask(lambda: look(desk, day), self._show)
        self.views.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", self.tr("Into the unit or household")),
            ("Esc", self.tr("To the unit above, or out of a form")),
            ("Ctrl+T", self.tr("To the grid tree")),
            ("Ctrl+L", self.tr("Leaders of the unit")),
            ("Ctrl+R", self.tr("Regroup the households of the village")),
            ("Ctrl+X · Ctrl+V", self.tr("Cut households, put them into the other list")),
            ("Ctrl+→ · Ctrl+←", self.tr("Send households to the other list")),
            ("Ctrl+Enter", self.tr("Save a form")),
        )

    def import_roster(self) -> None:
        """Open the wizard for the chosen unit."""
        self.services.go("rosters", self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel.focus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay(self) -> None:
        may = grids.may_change(self.services.desk)
        self.setAcceptDrops(may)
        buttons = (button(self.tr("Import a roster"), self.import_roster, icon="upload"),)
        self.head = PageHead(self.tr("Grids"), "", buttons if may else ())
        self.head.add_button(self.day)
        self._tree_card = Card(flush=True)
        self._tree_card.add(self.tree)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._tree_card)
        row.addWidget(self.views, 1)
        self.column.setSpacing(12)
        self.column.addWidget(self.head)
        self.column.addWidget(self.checks)
        self.checks.setHidden(not may)  # they are for those who form grids
        self.column.addLayout(row, 1)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_unit)
        self.day.changed.connect(self.refresh)
        self.checks.asked.connect(self.views.show_checks)
        self.panel.unit_opened.connect(self.tree.choose)
        self.panel.household_opened.connect(self._open_household)
        self.panel.import_asked.connect(self.import_roster)
        self.panel.form_asked.connect(self._open)
        self.panel.act_asked.connect(self._open_act)
        self.views.finding_opened.connect(self._open_finding)
        self.views.left.connect(self._leave_form)
        self.views.kept.connect(self._told)
        self.views.failed.connect(self.show_failure)
        self.views.switched.connect(self._fit)
        for keys, act in (
            ("Ctrl+T", self.tree.setFocus),
            ("Ctrl+L", partial(self._open, Form.LEADERS)),
            ("Ctrl+R", self._regroup),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        bind_escape(self, self._up)

    def _show(self, found: Look) -> None:
        self.look = found
        open_levels = 4 if len(found.rows) <= SMALL_TREE else 1
        self.tree.show_rows(found.rows, open_levels=open_levels)
        if self.tree.chosen_id() != self._unit and found.rows:
            self.tree.choose(self._unit if self._unit in found.lines else found.rows[0].id)
        self.checking.show_look(found)
        self._show_unit()

    def _show_unit(self) -> None:
        line = self.look.lines.get(self._unit)
        if line is not None:
            children, may = self.look.below.get(line.id, ()), self.look.may_change(line.id)
            acts = offers(line, self.look.lines, self.services.today()) if may else []
            self.panel.show_unit(line, children, acts, may_change=may, past=self.look.is_past)

    def _on_unit(self, unit: Hashable) -> None:
        if isinstance(unit, UUID) and unit != self._unit:
            self._unit = unit
            self.views.show_panel()
            self._show_unit()

    def _up(self) -> None:
        line = self.look.lines.get(self._unit)
        if self.views.current() is not self.panel:
            self._leave_form()
        elif self.tree.hasFocus() and line is not None and line.parent_id in self.look.lines:
            self.tree.choose(line.parent_id)
        self.tree.setFocus()

    def _open_household(self, household_id: UUID) -> None:
        self.services.go("households", household_id)

    def _open_finding(self, finding: Finding) -> None:
        if finding.household_id is not None:
            self._open_household(finding.household_id)
            return
        self.views.show_panel()
        self._unit = finding.unit_id
        self.tree.choose(finding.unit_id)
        self._show_unit()
        if finding.check == Check.LOOSE:
            self._regroup()
        elif finding.check == Check.VACANT:
            self._open(Form.LEADERS)

    def _regroup(self) -> None:
        line = self.look.lines.get(self._unit)
        if line is None or not self.look.may_change(line.id):
            return
        if village_of(line, self.look.lines).level == Level.VILLAGE:
            self._open(Form.REGROUP)

    def _open(self, form: Form) -> None:
        line = self.look.lines.get(self._unit)
        if line is not None:
            village, may = village_of(line, self.look.lines), self.look.may_change(line.id)
            self.views.open_form(form, line, village, may)

    def _open_act(self, act: Act) -> None:
        self.views.open_act(act, self.look.lines[self._unit])

    def _leave_form(self) -> None:
        self.views.show_panel()
        self.tree.setFocus()

    def _told(self, what: str, name: str, changed: Changed) -> None:
        self._unit = stands_on(what, changed) or self._unit
        tell_kept(self.services, operation_words.operation(what, name).rstrip("：: "), changed)

    def _fit(self) -> None:
        """The tree makes room for a form where the window is small, and for the two lists."""
        theme = current()
        narrow = self.width() < theme.px(860)
        alone = narrow or self.views.shows_lists()
        self._tree_card.setVisible(not alone or self.views.current() is self.panel)
        self._tree_card.setFixedWidth(theme.px(184 if narrow else 236))
