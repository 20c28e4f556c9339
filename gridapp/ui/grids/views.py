"""The right side of the grids page: the chosen unit, or one of the forms about it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act
from gridapp.ui.grids.act_panel import ActPanel
from gridapp.ui.grids.checks import ChecksPanel
from gridapp.ui.grids.dedicated import DedicatedForm
from gridapp.ui.grids.duties import DutiesPanel
from gridapp.ui.grids.forming_panel import FormingPanel
from gridapp.ui.grids.leaders import LeadersPanel
from gridapp.ui.grids.papers import PapersPanel
from gridapp.ui.grids.regroup_panel import RegroupPanel
from gridapp.ui.grids.unit_panel import Form, UnitPanel
from gridapp.ui.services import Services
from gridapp.ui.widgets.one_of import OneOf
from gridapp.usecases.desk import Changed

OPERATIONS = {
    "grid.merge": "grid.merged",
    "grid.split": "grid.split",
    "grid.dissolve": "grid.dissolved",
    "grid.end": "grid.dissolved",
    "grid.put_back": "grid.put_back",
    "grid.large": "grid.large_added",
    "grid.members": "grid.put_under",
    "grid.edit": "grid.edited",
}
"""What an act has done, by its code."""


class GridViews(OneOf):
    """``kept(what, name, Changed)``: something was done. ``left``: back to the unit.

    ``failed(error)``: not through a fault of the input. ``switched``: another part is in sight.
    """

    kept = Signal(str, str, object)
    left = Signal()
    failed = Signal(object)
    switched = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.panel = UnitPanel(services)
        self.leaders, self.duties = LeadersPanel(services), DutiesPanel(services)
        self.forming, self.dedicated = FormingPanel(services), DedicatedForm(services)
        self.regroup, self.papers = RegroupPanel(services), PapersPanel(services)
        self.act, self.checks = ActPanel(services), ChecksPanel()
        self._name = ""
        self._forms = (
            self.leaders,
            self.duties,
            self.forming,
            self.dedicated,
            self.regroup,
            self.papers,
            self.act,
            self.checks,
        )
        for view in (self.panel, *self._forms):
            self.add(view)
        self._connect()

    def open_form(self, form: Form, line: UnitLine, village: UnitLine, may_change: bool) -> None:
        """Open a form about a unit; ``village``: the one in which it lies."""
        self._name = line.name
        self._show(self._form(form))
        if form == Form.LEADERS:
            self.leaders.open(line.id, line.name, may_change=may_change)
        elif form == Form.DUTIES:
            self.duties.open(line.id, line.name, may_change=may_change)
        elif form == Form.FORMING:
            self.forming.open(line.id, line.name)
        elif form == Form.DEDICATED:
            self.dedicated.open(line.id, line.name)
        elif form == Form.PAPERS:
            self.papers.open(line.id, line.name)
        elif form == Form.REGROUP:
            self.regroup.open(village.id, village.name, line.id)

    def open_act(self, act: Act, line: UnitLine) -> None:
        """Ask for an act on a unit."""
        self._name = line.name
        self._show(self.act)
        self.act.open(act, line)

    def show_panel(self) -> None:
        """Back to the unit."""
        self._show(self.panel)

    def show_checks(self) -> None:
        """What is to be put in order."""
        self._show(self.checks)
        self.checks.table.setFocus()

    def refresh(self) -> None:
        """Ask again, where a form shows what others change."""
        for part in (self.leaders, self.duties):
            if self.current() is part:
                part.refresh()

    def _form(self, form: Form) -> QWidget:
        known: dict[Form, QWidget] = {
            Form.LEADERS: self.leaders,
            Form.DUTIES: self.duties,
            Form.FORMING: self.forming,
            Form.DEDICATED: self.dedicated,
            Form.PAPERS: self.papers,
            Form.REGROUP: self.regroup,
        }
        return known[form]

    def _show(self, part: QWidget) -> None:
        self.show_part(part)
        self.switched.emit()

    def _connect(self) -> None:
        for form in self._forms:
            form.left.connect(self.left)
        for part in (self.leaders, self.regroup, self.papers, self.act):
            part.failed.connect(self.failed)
        self.leaders.kept.connect(self._on_kept)
        self.duties.kept.connect(self._on_kept)
        self.forming.formed.connect(partial(self._finished, "grid.formed"))
        self.dedicated.added.connect(partial(self._finished, "grid.dedicated_added"))
        self.regroup.done.connect(self._moved)
        self.act.done.connect(self._done)

    def _on_kept(self, what: str, changed: Changed) -> None:
        self.kept.emit(what, self._name, changed)

    def _finished(self, what: str, changed: Changed) -> None:
        self.left.emit()
        self.kept.emit(what, "" if what == "grid.dedicated_added" else self._name, changed)

    def _moved(self, changed: Changed, name: str) -> None:
        self.left.emit()
        self.kept.emit("grid.moved", name, changed)

    def _done(self, act: Act, changed: Changed) -> None:
        self._finished(OPERATIONS[act.code], changed)


def stands_on(what: str, changed: Changed) -> UUID | None:
    """The unit to stand on after something was done: a new one, or that others came into."""
    return changed.record_id if what in ("grid.dedicated_added", "grid.large_added") else None
