"""A ledger of a unit's own is made, changed and dropped: the form, and what comes after it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from gridapp.reports.ledgers.definitions import Definition
from gridapp.ui import messages
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.refusing import show_refusal
from gridapp.ui.reports.ledgers.form import LedgerForm
from gridapp.usecases.desk import Changed
from gridapp.usecases.reports import ledger_definitions
from gridapp.usecases.reports.ledger_definitions import Kept, LedgerFault


class LedgerMaking(QObject):
    """``changed``: the form says something else. ``kept(Definition)``, ``left``: it is closed.
    ``dropped``: there is one less.
    """

    changed = Signal()
    kept = Signal(object)
    left = Signal()
    dropped = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.services.desk
        self.may = ledger_definitions.may_make(self._desk)
        self.form = LedgerForm(self._desk.person.unit_name)
        self.form.changed.connect(self.changed)
        self.form.left.connect(self.left)

    def under_way(self) -> Definition | None:
        """What the form says; None when it is closed."""
        return self.form.definition() if self.form.isVisible() else None

    def copy(self, start: Definition) -> None:
        """Make a ledger, beginning with this one."""
        self.change(replace(start, code="", name="", own=True, maker="", may_change=self.may))

    def change(self, start: Definition) -> None:
        """Change this one; what is not of this unit's making is copied."""
        if not self.may:
            self._page.services.notify(messages.sentence(LedgerFault.MAY_NOT))
        elif start.may_change:
            self.form.open(start)
            self.changed.emit()
        else:
            self.copy(start)

    def keep(self, definition: Definition) -> None:
        """Keep it for this unit and all below."""
        desk = self._desk
        self._page.ask(
            lambda: ledger_definitions.keep(desk, definition),
            self._is_kept,
            partial(show_refusal, self._page.services, self.form.show_faults),
        )

    def drop(self, definition: Definition) -> None:
        """Drop a ledger of this unit's making."""
        desk = self._desk
        if definition.may_change:
            said = self.tr("The ledger “{name}” is dropped.").format(name=definition.name)

            def done(changed: Changed) -> None:
                self.dropped.emit()
                tell_kept(self._page.services, said, changed)

            self._page.ask(lambda: ledger_definitions.forget(desk, definition), done)

    def _is_kept(self, made: Kept) -> None:
        self.form.hide()
        self.kept.emit(made.definition)
        said = self.tr("The ledger “{name}” is kept.").format(name=made.definition.name)
        tell_kept(self._page.services, said, made.changed)
