"""The form of an act on a unit, with what it comes to below it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal

from gridapp.domain.grids.regrouping import Preview
from gridapp.store.grids.grids import UnitLine
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.form import ActForm
from gridapp.ui.grids.preview import PreviewPart
from gridapp.ui.grids.regroup_acts import PlanAct
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.usecases.grids import regrouping

PREVIEW_MS = 80


class ActPanel(Card):
    """``left``: back. ``done(Act, Changed)`` and ``failed(error)`` as of the form."""

    left = Signal()
    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.form, self.preview = ActForm(services), PreviewPart()
        self.form.line.hide()
        self.form.left.connect(self.left)
        self.form.done.connect(self.done)
        self.form.failed.connect(self.failed)
        self.form.laid.connect(self._watch)
        self.add(self.form, self.preview)
        self.body.addStretch(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_MS)
        self._soon.timeout.connect(self._ask)

    def open(self, act: Act, unit: UnitLine) -> None:
        """Ask for an act on a unit."""
        self.set_title(unit.name)
        self.preview.setVisible(isinstance(act, PlanAct))
        self.form.open(act, str(unit.id))

    def _watch(self) -> None:
        for made in self.form.inputs.values():
            made.touched.connect(self._soon.start)
        self._soon.start()

    def _ask(self) -> None:
        act, desk, inputs = self.form.act, self._services.desk, self.form.inputs
        if not (self.isVisible() and isinstance(act, PlanAct)) or any(
            made.fault() for made in inputs.values()
        ):
            return
        values = {name: made.value() for name, made in inputs.items()}
        plan = act.plan
        self._services.background.run(
            self,
            lambda: regrouping.preview(desk, plan(desk, values)),
            partial(self._show, act),
            self.failed.emit,
        )

    def _show(self, act: Act, preview: Preview) -> None:
        if act is self.form.act:
            self.preview.show_preview(preview)
