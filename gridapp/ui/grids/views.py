"""The right side of the grids page: the chosen unit, or one of the forms about it."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TypeVar
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
from gridapp.usecases.grids.grid_checks import Finding

FormT = TypeVar(
    "FormT",
    LeadersPanel,
    DutiesPanel,
    FormingPanel,
    DedicatedForm,
    RegroupPanel,
    PapersPanel,
    ActPanel,
    ChecksPanel,
)
PartT = TypeVar("PartT", bound=QWidget)

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
    ``finding_opened(Finding)``: the place of something to be put in order is wanted.
    """

    kept = Signal(str, str, object)
    left = Signal()
    failed = Signal(object)
    switched = Signal()
    finding_opened = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._name = ""
        self._findings: Sequence[Finding] = ()
        self.panel = UnitPanel(services)
        self.add(self.panel)

    @cached_property
    def leaders(self) -> LeadersPanel:
        """Who leads a unit."""
        made = self._made(LeadersPanel(self._services))
        made.failed.connect(self.failed)
        made.kept.connect(self._on_kept)
        return made

    @cached_property
    def duties(self) -> DutiesPanel:
        """Agents, mediators and case leaders."""
        made = self._made(DutiesPanel(self._services))
        made.kept.connect(self._on_kept)
        return made

    @cached_property
    def forming(self) -> FormingPanel:
        """The form that makes micro-grids of the households of a village."""
        made = self._made(FormingPanel(self._services))
        made.formed.connect(partial(self._finished, "grid.formed"))
        return made

    @cached_property
    def dedicated(self) -> DedicatedForm:
        """The form of a dedicated grid."""
        made = self._made(DedicatedForm(self._services))
        made.added.connect(partial(self._finished, "grid.dedicated_added"))
        return made

    @cached_property
    def regroup(self) -> RegroupPanel:
        """Two lists of households."""
        made = self._made(RegroupPanel(self._services))
        made.failed.connect(self.failed)
        made.done.connect(self._moved)
        return made

    @cached_property
    def papers(self) -> PapersPanel:
        """What is printed of a unit."""
        made = self._made(PapersPanel(self._services))
        made.failed.connect(self.failed)
        return made

    @cached_property
    def act(self) -> ActPanel:
        """The form of any other act."""
        made = self._made(ActPanel(self._services))
        made.failed.connect(self.failed)
        made.done.connect(self._done)
        return made

    @cached_property
    def checks(self) -> ChecksPanel:
        """What is to be put in order."""
        made = self._made(ChecksPanel())
        made.opened.connect(self.finding_opened)
        return made

    def open_form(self, form: Form, line: UnitLine, village: UnitLine, may_change: bool) -> None:
        """Open a form about a unit; ``village``: the one in which it lies."""
        self._name = line.name
        match form:
            case Form.LEADERS:
                self._show(self.leaders).open(line.id, line.name, may_change=may_change)
            case Form.DUTIES:
                self._show(self.duties).open(line.id, line.name, may_change=may_change)
            case Form.FORMING:
                self._show(self.forming).open(line.id, line.name)
            case Form.DEDICATED:
                self._show(self.dedicated).open(line.id, line.name)
            case Form.PAPERS:
                self._show(self.papers).open(line.id, line.name)
            case Form.REGROUP:
                self._show(self.regroup).open(village.id, village.name, line.id)

    def open_act(self, act: Act, line: UnitLine) -> None:
        """Ask for an act on a unit."""
        self._name = line.name
        self._show(self.act).open(act, line)

    def show_panel(self) -> None:
        """Back to the unit."""
        self._show(self.panel)

    def show_checks(self) -> None:
        """What is to be put in order."""
        self._show(self.checks).show_findings(self._findings)
        self.checks.table.setFocus()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """What is to be put in order has become known."""
        self._findings = found
        if isinstance(self.current(), ChecksPanel):
            self.checks.show_findings(found)

    def shows_lists(self) -> bool:
        """Whether two lists, which want all the room, are in sight."""
        return isinstance(self.current(), RegroupPanel)

    def refresh(self) -> None:
        """Ask again, where a form shows what others change."""
        shown = self.current()
        if isinstance(shown, LeadersPanel | DutiesPanel):
            shown.refresh()

    def _made(self, part: FormT) -> FormT:
        """A part, made when it is first wanted: eight of them would double the time to open."""
        self.add(part)
        part.left.connect(self.left)
        return part

    def _show(self, part: PartT) -> PartT:
        self.show_part(part)
        self.switched.emit()
        return part

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
