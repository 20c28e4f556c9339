"""The grid tree with counts that reconcile, and beside it the chosen unit."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gridapp.contract.grids import Level
from gridapp.store.grids import UnitLine
from gridapp.ui import operation_words
from gridapp.ui.grids.dedicated import DedicatedForm
from gridapp.ui.grids.duties import DutiesPanel
from gridapp.ui.grids.forming_panel import FormingPanel
from gridapp.ui.grids.leaders import LeadersPanel
from gridapp.ui.grids.sizing import size_tone
from gridapp.ui.grids.unit_panel import UnitPanel
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.drops import dropped_file
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.tree import TreeRow, UnitTree
from gridapp.ui.widgets.words import button
from gridapp.usecases import grids, undoing
from gridapp.usecases.desk import Changed
from gridapp.usecases.grids import TreeView

SMALL_TREE = 80
"""Up to so many units the tree opens down to the micro-grids."""


class GridsPage(Page):
    """Enter goes into a unit, Esc to the one above it or out of a form."""

    kinds = frozenset({"unit", "post", "household", "member"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._view: TreeView | None = None
        self._lines: dict[UUID, UnitLine] = {}
        self._below: dict[UUID | None, list[UnitLine]] = {}
        self._unit: UUID = services.desk.person.unit_id
        self.tree = UnitTree(self.tr("Grid tree"))
        self.sum, self.vacant, self.loose = Chip(), Chip(), Chip()
        self.panel = UnitPanel(services)
        self.leaders = LeadersPanel(services)
        self.duties = DutiesPanel(services)
        self.forming = FormingPanel(services)
        self.dedicated = DedicatedForm(services)
        self._lay()
        self._connect()

    def opened(self, argument: object = None) -> None:
        """``argument``: the id of the unit to stand on."""
        if isinstance(argument, UUID):
            self._unit = argument
            self._show_panel()
            if argument in self._lines:
                self.tree.choose(argument)
        self.refresh()
        if self.views.current() is self.panel:
            self.tree.setFocus()

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: grids.view(desk), self._show)
        for part in (self.leaders, self.duties):
            if self.views.current() is part:
                part.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", self.tr("Into the unit or household")),
            ("Esc", self.tr("To the unit above, or out of a form")),
            ("Ctrl+T", self.tr("To the grid tree")),
            ("Ctrl+L", self.tr("Leaders of the unit")),
            ("Ctrl+Enter", self.tr("Save a form")),
        )

    def import_roster(self) -> None:
        """Open the wizard for the chosen unit."""
        self.services.go("rosters", self._unit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel.focus()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path: Path | None = dropped_file(event.mimeData())
        if path is not None:
            self.services.go("rosters", path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay(self) -> None:
        may = grids.may_change(self.services.desk)
        self.setAcceptDrops(may)
        buttons = (button(self.tr("Import a roster"), self.import_roster, icon="upload"),)
        self.head = PageHead(self.tr("Grids"), "", buttons if may else ())
        checks = FlowLayout()
        for chip in (self.sum, self.loose, self.vacant):
            checks.addWidget(chip)
        self._tree_card = Card(flush=True)
        self._tree_card.add(self.tree)
        self.views = OneOf()
        for view in (self.panel, self.leaders, self.duties, self.forming, self.dedicated):
            self.views.add(view)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._tree_card)
        row.addWidget(self.views, 1)
        self.column.setSpacing(12)
        self.column.addWidget(self.head)
        self.column.addLayout(checks)
        self.column.addLayout(row, 1)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_unit)
        self.panel.unit_opened.connect(self.tree.choose)
        self.panel.household_opened.connect(self._open_household)
        self.panel.import_asked.connect(self.import_roster)
        self.panel.leaders_asked.connect(self._open_leaders)
        self.panel.duties_asked.connect(self._open_duties)
        self.panel.forming_asked.connect(self._open_forming)
        self.panel.dedicated_asked.connect(self._open_dedicated)
        for form in (self.leaders, self.duties, self.forming, self.dedicated):
            form.left.connect(self._leave_form)
        self.leaders.appointed.connect(self._appointed)
        self.duties.kept.connect(self._on_duty)
        self.forming.formed.connect(self._formed)
        self.dedicated.added.connect(self._added)
        for keys, act in (("Ctrl+T", self.tree.setFocus), ("Ctrl+L", self._open_leaders)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _show(self, view: TreeView) -> None:
        self._view = view
        self._lines = {line.id: line for line in view.lines}
        below: dict[UUID | None, list[UnitLine]] = defaultdict(list)
        for line in view.lines:
            below[line.parent_id].append(line)
        self._below = below
        self.tree.show_rows(
            [TreeRow(u.id, u.parent_id, u.name, _count(u), _tone(u)) for u in view.lines],
            open_levels=3 if len(view.lines) <= SMALL_TREE else 1,
        )
        if self.tree.chosen_id() != self._unit:
            self.tree.choose(self._unit if self._unit in self._lines else view.lines[0].id)
        self._show_checks(view)
        self._show_unit()

    def _show_checks(self, view: TreeView) -> None:
        tally = view.tally
        parts = (tally.county, tally.township, tally.village, tally.micro, tally.dedicated)
        fits = sum(parts) == len(view.lines)
        shown = " + ".join(str(part) for part in parts)
        self.sum.show_state(
            f"{shown} = {len(view.lines)} {'✓' if fits else '✗'}", Tone.GREEN if fits else Tone.RED
        )
        meaning = self.tr("County + townships + villages + micro-grids + dedicated grids")
        self.sum.setToolTip(meaning)
        self.sum.setAccessibleDescription(meaning)
        loose = self.tr("{count} households in no micro-grid").format(count=view.unassigned)
        self.loose.show_state(loose, Tone.AMBER if view.unassigned else Tone.NEUTRAL)
        vacant = self.tr("{count} micro-grids without a leader").format(count=view.vacant)
        self.vacant.show_state(vacant, Tone.AMBER if view.vacant else Tone.NEUTRAL)

    def _show_unit(self) -> None:
        line = self._lines.get(self._unit)
        if line is not None:
            children: Sequence[UnitLine] = self._below.get(line.id, ())
            self.panel.show_unit(line, children, may_change=self._may_change())

    def _may_change(self) -> bool:
        return self._view is not None and self._unit in self._view.mine

    def _on_unit(self, unit: Hashable) -> None:
        if isinstance(unit, UUID) and unit != self._unit:
            self._unit = unit
            self._show_panel()
            self._show_unit()

    def _up(self) -> None:
        line = self._lines.get(self._unit)
        if self.views.current() is not self.panel:
            self._leave_form()
        elif self.tree.hasFocus() and line is not None and line.parent_id in self._lines:
            self.tree.choose(line.parent_id)
        self.tree.setFocus()

    def _open_household(self, household_id: UUID) -> None:
        self.services.go("households", household_id)

    def _open_leaders(self) -> None:
        line = self._lines.get(self._unit)
        if line is not None:
            self._show_form(self.leaders)
            self.leaders.open(line.id, line.name, may_change=self._may_change())

    def _open_duties(self) -> None:
        line = self._lines[self._unit]
        self._show_form(self.duties)
        self.duties.open(line.id, line.name, may_change=self._may_change())

    def _open_forming(self) -> None:
        self._show_form(self.forming)
        self.forming.open(self._unit, self._lines[self._unit].name)

    def _open_dedicated(self) -> None:
        self._show_form(self.dedicated)
        self.dedicated.open(self._unit, self._lines[self._unit].name)

    def _show_form(self, form: QWidget) -> None:
        self.views.show_part(form)
        self._fit()

    def _leave_form(self) -> None:
        self._show_panel()
        self.tree.setFocus()

    def _show_panel(self) -> None:
        self.views.show_part(self.panel)
        self._fit()

    def _appointed(self, changed: Changed) -> None:
        self._told("grid.appointed", self._lines[self._unit].name, changed)

    def _on_duty(self, what: str, changed: Changed) -> None:
        self._told(what, self._lines[self._unit].name, changed)

    def _formed(self, changed: Changed) -> None:
        self._leave_form()
        self._told("grid.formed", self._lines[self._unit].name, changed)

    def _added(self, changed: Changed) -> None:
        self._leave_form()
        if changed.record_id is not None:
            self._unit = changed.record_id
        self._told("grid.dedicated_added", "", changed)

    def _told(self, what: str, name: str, changed: Changed) -> None:
        self.services.changes.changed.emit(changed.kinds)
        operation = changed.operation_id
        if operation is not None:
            self.services.recorded(
                operation_words.operation(what, name).rstrip("：: "), lambda: self._undo(operation)
            )

    def _undo(self, operation: UUID) -> None:
        desk = self.services.desk
        self.ask(
            lambda: undoing.undo(desk, operation),
            lambda changed: self.services.changes.changed.emit(changed.kinds),
        )

    def _fit(self) -> None:
        """The tree makes room for a form where the window is small."""
        theme = current()
        narrow = self.width() < theme.px(860)
        self._tree_card.setVisible(not narrow or self.views.current() is self.panel)
        self._tree_card.setFixedWidth(theme.px(184 if narrow else 236))


def _count(unit: UnitLine) -> str:
    if unit.level == Level.MICRO:
        return f"{unit.households}"
    return "" if unit.level == Level.DEDICATED else f"{unit.units:,}"


def _tone(unit: UnitLine) -> Tone:
    return size_tone(unit.households) if unit.level == Level.MICRO else Tone.NEUTRAL
